package eu.trama.engines.transit.gtfs;

import de.siegmar.fastcsv.reader.CsvRecord;
import eu.trama.engines.transit.findings.Findings;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of a file, with its fields in the order the reader asked for. Reused row by row.
final class Row {
  /// A field that is empty, or whose column is absent.
  static final int NONE = -1;

  /// A field that is neither empty nor sound; the finding was made.
  static final int BAD = -2;

  private static final int MOST_HOURS = 240;

  private final String file;
  private final List<String> columns;
  private final int[] places;
  private final Findings findings;
  private @Nullable CsvRecord record;

  Row(String file, List<String> columns, int[] places, Findings findings) {
    this.file = file;
    this.columns = columns;
    this.places = places;
    this.findings = findings;
  }

  void set(CsvRecord next, int headerFields) {
    record = next;
    if (next.getFieldCount() != headerFields) {
      findings.warning(
          "wrong_field_count",
          file,
          next.getStartingLineNumber(),
          "",
          next.getFieldCount() + " fields, header has " + headerFields,
          "quote fields that hold commas; missing ones were taken as empty");
    }
  }

  long line() {
    return current().getStartingLineNumber();
  }

  String text(int field) {
    int place = places[field];
    CsvRecord now = current();
    return place < 0 || place >= now.getFieldCount() ? "" : now.getField(place).strip();
  }

  /// Reports the field; the row is left out.
  void error(String code, int field, String advice) {
    findings.error(code, file, line(), column(field), text(field), advice);
  }

  void warning(String code, int field, String advice) {
    findings.warning(code, file, line(), column(field), text(field), advice);
  }

  /// A whole number in a range, [#NONE] or [#BAD].
  int number(int field, int least, int most) {
    String text = text(field);
    if (text.isEmpty()) {
      return NONE;
    }
    try {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Reported below, like a number out of range.
    }
    error("bad_number", field, "write a whole number from " + least + " to " + most);
    return BAD;
  }

  /// A decimal number, or NaN where it is empty or none.
  double decimal(int field) {
    String text = text(field);
    try {
      return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /// Seconds of an `H:MM:SS` after midnight, past 24:00:00 too; [#NONE] or [#BAD].
  int time(int field) {
    String text = text(field);
    if (text.isEmpty()) {
      return NONE;
    }
    int seconds = seconds(text);
    if (seconds < 0) {
      error("bad_time", field, "write HH:MM:SS, with hours up to " + MOST_HOURS);
      return BAD;
    }
    return seconds;
  }

  /// A day written YYYYMMDD, or null where it is not one; the finding was made.
  @Nullable LocalDate day(int field) {
    String text = text(field);
    try {
      if (text.length() == 8 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
        int digits = Integer.parseInt(text);
        return LocalDate.of(digits / 10_000, digits / 100 % 100, digits % 100);
      }
    } catch (DateTimeException e) {
      // Reported below, like eight letters.
    }
    error("bad_date", field, "write a day of the calendar as YYYYMMDD");
    return null;
  }

  private static int seconds(String text) {
    int length = text.length();
    if (length < 7
        || length > 9
        || text.charAt(length - 3) != ':'
        || text.charAt(length - 6) != ':') {
      return BAD;
    }
    int hours = digits(text, 0, length - 6);
    int minutes = digits(text, length - 5, length - 3);
    int seconds = digits(text, length - 2, length);
    boolean sound =
        hours >= 0
            && hours <= MOST_HOURS
            && minutes >= 0
            && minutes < 60
            && seconds >= 0
            && seconds < 60;
    return sound ? hours * 3600 + minutes * 60 + seconds : BAD;
  }

  private static int digits(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return BAD;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private String column(int field) {
    return columns.get(field).replace("*", "");
  }

  private CsvRecord current() {
    if (record == null) {
      throw new IllegalStateException("no row yet");
    }
    return record;
  }
}
