package eu.trama.city.algorithms.monitoring;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/// What an auditor found to be right, as lines `decision,outcome`; a first line with these two
/// words is skipped.
///
/// @param outcomes by decision, in the order of the lines
/// @param faults what is wrong; nothing is taken where there are some
record TruthFile(Map<UUID, Line> outcomes, List<Fault> faults) {

  static final int MOST_LINES = 5_000;
  private static final int MOST_FAULTS = 20;
  private static final int LONGEST = 200;
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /// @param number from 1
  record Line(long number, String outcome) {}

  /// @param key of a message below `monitoring.truth.fault.`
  record Fault(long line, String key, String value) {}

  static TruthFile read(String text) {
    var outcomes = new LinkedHashMap<UUID, Line>();
    var faults = new ArrayList<Fault>();
    var reader =
        CsvReader.builder().skipEmptyLines(true).allowExtraFields(true).allowMissingFields(true);
    try (var rows = reader.ofCsvRecord(text)) {
      for (CsvRecord row : rows) {
        if (outcomes.size() >= MOST_LINES) {
          faults.add(new Fault(row.getStartingLineNumber(), "many", String.valueOf(MOST_LINES)));
          break;
        }
        if (faults.size() >= MOST_FAULTS) {
          break;
        }
        if (row.getFieldCount() != 2) {
          faults.add(new Fault(row.getStartingLineNumber(), "fields", cut(row.getField(0))));
          continue;
        }
        String id = row.getField(0).strip();
        String outcome = row.getField(1).strip();
        if (row.getStartingLineNumber() == 1
            && id.equals("decision")
            && outcome.equals("outcome")) {
          continue;
        }
        if (!ID.matcher(id).matches()) {
          faults.add(new Fault(row.getStartingLineNumber(), "id", cut(id)));
        } else if (outcomes.putIfAbsent(
                UUID.fromString(id), new Line(row.getStartingLineNumber(), cut(outcome)))
            != null) {
          faults.add(new Fault(row.getStartingLineNumber(), "twice", id));
        }
      }
    } catch (CsvParseException e) {
      faults.add(new Fault(0, "csv", cut(String.valueOf(e.getMessage()))));
    } catch (IOException e) {
      throw new IllegalStateException("a text cannot fail to be read", e);
    }
    if (outcomes.isEmpty() && faults.isEmpty()) {
      faults.add(new Fault(1, "none", ""));
    }
    return new TruthFile(outcomes, faults);
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
