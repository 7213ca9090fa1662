package eu.trama.city.twin.imports;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Findings;
import eu.trama.city.twin.ImportFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// A table in a text file (CSV, RFC 4180), read row by row: the mark between the columns is found
/// out, the first row names them, upper and lower case being the same.
final class Table implements AutoCloseable {

  /// Takes a row; says whether to go on.
  @FunctionalInterface
  interface Reader {
    boolean take(Row row) throws IOException;
  }

  private static final int HEAD = 1 << 16;
  private static final char[] MARKS = {',', ';', '\t', '|'};

  private final String file;
  private final Limits limits;
  private final Utf8Input bytes;
  private final char mark;
  private final CloseableIterator<CsvRecord> rows;
  private final Map<String, Integer> columns = new HashMap<>();
  private List<String> header = List.of();

  private Table(ImportFile file, Limits limits) throws IOException {
    this.file = file.name();
    this.limits = limits;
    this.bytes = Utf8Input.open(file, limits);
    var in = new BufferedInputStream(bytes, HEAD);
    try {
      this.mark = mark(in);
      this.rows =
          CsvReader.builder()
              .fieldSeparator(mark)
              .allowExtraFields(true)
              .allowMissingFields(true)
              .maxBufferSize(limits.text())
              .build(
                  CsvRecordHandler.of(handler ->
                      handler
                          .maxFields(limits.columns())
                          .maxFieldSize(limits.text())
                          .maxRecordSize(limits.text())),
                  new InputStreamReader(in, StandardCharsets.UTF_8))
              .iterator();
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  /// Opens a table and reads the names of its columns.
  static Table open(ImportFile file, Limits limits) throws IOException {
    var table = new Table(file, limits);
    try {
      table.readHeader();
      return table;
    } catch (RuntimeException e) {
      table.close();
      throw e;
    }
  }

  /// The columns' names as they are written.
  List<String> columns() {
    return header;
  }

  boolean has(String... names) {
    for (String name : names) {
      if (!columns.containsKey(name.toLowerCase(Locale.ROOT))) {
        return false;
      }
    }
    return true;
  }

  /// That one of several sets of columns should have been there.
  BadInput unknownColumns(String expected) {
    return new BadInput(
        Finding.error(
            "columns-unknown",
            file,
            1,
            "",
            String.join(" ", header),
            "Expected columns: " + expected + "."));
  }

  /// Whether numbers have a comma before their decimals.
  boolean commaDecimals() {
    return mark != ',';
  }

  /// Reads the rows after the header, to the end or until the reader has enough. A row with too few
  /// or too many fields is an error and is not handed over.
  void each(Findings findings, Reader reader) throws IOException {
    long count = 0;
    long last = 1;
    while (true) {
      CsvRecord record = next();
      if (record == null) {
        break;
      }
      last = record.getStartingLineNumber();
      if (++count > limits.rows()) {
        throw new BadInput(
            Finding.error(
                "file-too-large", file, last, "", limits.rows() + " rows", "Split the file."));
      }
      if (record.getFieldCount() != header.size()) {
        findings.accept(
            Finding.error(
                "columns-count",
                file,
                last,
                "",
                record.getFieldCount() + " fields",
                "The header names " + header.size() + "; mend the row or get the file again."));
      } else if (!reader.take(new Row(record))) {
        return;
      }
    }
    if (bytes.quoteOpen()) {
      findings.accept(
          Finding.error(
              "quote-open",
              file,
              last,
              "",
              "\"",
              "A quotation mark is not closed, or the file is cut short; get it again."));
    }
    if (count == 0) {
      findings.accept(
          Finding.error("file-empty", file, 1, "", "", "There is no row below the header."));
    }
  }

  /// A row of the table.
  final class Row {

    private final CsvRecord record;

    private Row(CsvRecord record) {
      this.record = record;
    }

    long line() {
      return record.getStartingLineNumber();
    }

    /// The text of a column without blanks around it; empty where the table has no such column.
    String get(String column) {
      Integer index = columns.get(column.toLowerCase(Locale.ROOT));
      return index == null ? "" : record.getField(index).strip();
    }

    String get(int column) {
      return record.getField(column).strip();
    }

    /// The number in a column; nothing, and an error, where there is none.
    OptionalDouble number(String column, Findings findings) {
      String text = get(column);
      OptionalDouble number = Decimals.parse(text, commaDecimals());
      if (number.isEmpty()) {
        findings.accept(
            Finding.error(
                "number-unreadable",
                file,
                line(),
                column,
                text,
                "Write a number such as 1234.5, without unit or NaN."));
      }
      return number;
    }
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }

  private void readHeader() {
    CsvRecord first = next();
    if (first == null) {
      throw new BadInput(
          Finding.error("file-empty", file, 0, "", "", "The first row must name the columns."));
    }
    header = first.getFields().stream().map(String::strip).toList();
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i);
      if (columns.put(name.toLowerCase(Locale.ROOT), i) != null && !name.isEmpty()) {
        throw new BadInput(
            Finding.error(
                "columns-duplicate", file, 1, name, "", "Give each column its own name."));
      }
    }
  }

  private @Nullable CsvRecord next() {
    try {
      return rows.hasNext() ? rows.next() : null;
    } catch (CsvParseException e) {
      if (e.getCause() instanceof BadInput told) {
        throw told;
      }
      throw new BadInput(
          Finding.error(
              "csv-syntax",
              file,
              0,
              "",
              String.valueOf(e.getMessage()),
              "Give a table with one row to a line and texts in quotation marks (RFC 4180)."));
    }
  }

  /// The mark that stands most often in the first line outside quotation marks.
  private static char mark(BufferedInputStream in) throws IOException {
    in.mark(HEAD);
    int[] counts = new int[MARKS.length];
    boolean quoted = false;
    for (int read = 0; read < HEAD - 1; read++) {
      int octet = in.read();
      if (octet < 0 || octet == '\n') {
        break;
      }
      quoted ^= octet == '"';
      for (int i = 0; i < MARKS.length && !quoted; i++) {
        counts[i] += octet == MARKS[i] ? 1 : 0;
      }
    }
    in.reset();
    int most = 0;
    for (int i = 1; i < MARKS.length; i++) {
      most = counts[i] > counts[most] ? i : most;
    }
    return MARKS[most];
  }
}
