package eu.trama.city.twin.exports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;

/// A table as CSV (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe
/// before it (OWASP, "CSV Injection"); numbers, negative ones too, stay as they are.
public final class Csv {

  private static final String FORMULA_STARTS = "=+-@\t\r";

  private Csv() {}

  /// @param rows cells that are texts, numbers, or empty strings where nothing is known
  public static void write(Writer out, List<String> header, Stream<List<Object>> rows) {
    // Not closed: where a row fails, the file must break off and not look complete.
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
    try {
      csv.writeRecord(header.stream().map(Csv::text).toList());
      rows.forEach(row -> csv.writeRecord(row.stream().map(Csv::cell).toList()));
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String cell(Object value) {
    return value instanceof Number number ? plain(number) : text(value.toString());
  }

  private static String text(String value) {
    return !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
  }

  private static String plain(Number number) {
    double value = number.doubleValue();
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
