package eu.trama.engines.transit.gtfs;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import eu.trama.engines.transit.findings.Findings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;

/// Walks the rows of the files of a feed, whatever the order of their columns. Real feeds hold
/// quotes within quoted fields without doubling them; they are taken as they stand.
final class Table {
  private static final int ROWS_BETWEEN_CHECKS = 8192;

  private final FeedSource source;
  private final ReadOptions options;
  private final Findings findings;
  private final Map<String, Long> rows = new TreeMap<>();
  private long bytes;

  /// Takes one row.
  @FunctionalInterface
  interface RowReader {
    void read(Row row) throws FatalFindingException;
  }

  Table(FeedSource source, ReadOptions options, Findings findings) {
    this.source = source;
    this.options = options;
    this.findings = findings;
  }

  Map<String, Long> rows() {
    return rows;
  }

  /// Reads a file whose `columns` beginning with `*` must be there; row fields come in the order of
  /// `columns`.
  ///
  /// @return whether the file exists
  boolean read(String file, List<String> columns, RowReader reader)
      throws FatalFindingException, InterruptedException {
    try {
      FeedSource.File opened = source.open(file);
      if (opened == null) {
        return false;
      }
      try (MeteredStream stream =
              new MeteredStream(
                  opened.stream(),
                  options.limits().bytes() - bytes,
                  opened.packedBytes(),
                  options.limits().ratio());
          CsvReader<CsvRecord> csv =
              CsvReader.builder()
                  .detectBomHeader(true)
                  .allowExtraFields(true)
                  .allowMissingFields(true)
                  .allowExtraCharsAfterClosingQuote(true)
                  .ofCsvRecord(stream)) {
        read(file, columns, reader, csv, stream);
        bytes += stream.bytes();
      }
      return true;
    } catch (CsvParseException | UncheckedIOException | IOException e) {
      throw unreadable(file, e);
    }
  }

  private void read(
      String file,
      List<String> columns,
      RowReader reader,
      CsvReader<CsvRecord> csv,
      MeteredStream stream)
      throws FatalFindingException, InterruptedException {
    Iterator<CsvRecord> records = csv.iterator();
    rows.put(file, 0L);
    if (!records.hasNext()) {
      throw missing(file, columns, List.of());
    }
    CsvRecord header = next(records);
    Row row = new Row(file, columns, places(file, columns, header), findings);
    long count = 0;
    CsvRecord before = header;
    while (records.hasNext()) {
      CsvRecord record = next(records);
      reportNewline(file, before, record);
      before = record;
      count++;
      rows.put(file, count);
      if (count > options.limits().rows()) {
        throw new FatalFindingException(
            "too_many_rows",
            file,
            record.getStartingLineNumber(),
            "",
            "over " + options.limits().rows(),
            "raise the limit, or cut the feed to the area you need");
      }
      if (count % ROWS_BETWEEN_CHECKS == 0) {
        if (Thread.interrupted()) {
          throw new InterruptedException("reading stopped in " + file);
        }
        options.progress().advanced(file, stream.bytes(), count);
      }
      row.set(record, header.getFieldCount());
      reader.read(row);
    }
    options.progress().advanced(file, stream.bytes(), count);
  }

  /// A quote left open swallows lines; a field with a newline is its trace.
  private void reportNewline(String file, CsvRecord record, CsvRecord after) {
    if (after.getStartingLineNumber() - record.getStartingLineNumber() > 1) {
      for (String field : record.getFields()) {
        if (field.indexOf('\n') >= 0) {
          findings.warning(
              "newline_in_field",
              file,
              record.getStartingLineNumber(),
              "",
              field,
              "is a closing quote missing? the lines up to the next quote were taken as one field");
        }
      }
    }
  }

  private static CsvRecord next(Iterator<CsvRecord> records) {
    try {
      return records.next();
    } catch (NoSuchElementException e) {
      throw new IllegalStateException("hasNext promised a row", e);
    }
  }

  private int[] places(String file, List<String> columns, CsvRecord header)
      throws FatalFindingException {
    List<String> names = new ArrayList<>();
    for (String name : header.getFields()) {
      String plain = name.strip();
      if (names.contains(plain) && !plain.isEmpty()) {
        findings.warning(
            "duplicate_column", file, 1, plain, "", "keep one of them; the first was read");
      }
      names.add(plain);
    }
    int[] places = new int[columns.size()];
    for (int i = 0; i < places.length; i++) {
      String column = columns.get(i);
      boolean required = column.startsWith("*");
      places[i] = names.indexOf(required ? column.substring(1) : column);
      if (required && places[i] < 0) {
        throw missing(file, List.of(column), names);
      }
    }
    return places;
  }

  private static FatalFindingException missing(
      String file, List<String> columns, List<String> names) {
    String column = columns.getFirst().replace("*", "");
    return new FatalFindingException(
        "missing_column",
        file,
        1,
        column,
        String.join(",", names),
        "the first line must name the column " + column + "; fields are separated by commas");
  }

  private static FatalFindingException unreadable(String file, Exception e) {
    Throwable cause = e;
    while (cause.getCause() != null && !(cause instanceof MeteredStream.LimitException)) {
      cause = cause.getCause();
    }
    boolean limit = cause instanceof MeteredStream.LimitException;
    return new FatalFindingException(
        limit ? "too_many_bytes" : "unreadable_file",
        file,
        0,
        "",
        String.valueOf(cause.getMessage()),
        limit
            ? "raise the limit if you trust the source of the file"
            : "the file is damaged or not CSV with balanced quotes; fetch it again");
  }
}
