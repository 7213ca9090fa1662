package eu.trama.engines.records.column;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.engines.records.RealData;
import eu.trama.engines.records.file.RecordBatch;
import eu.trama.engines.records.file.RecordFile;
import eu.trama.engines.records.file.RecordFormat;
import eu.trama.engines.records.file.RecordReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Compared with what GnuCOBOL itself printed of the same file.
class GnuCobolWitnessTest {
  /// Every field of every record, in the form in which the COBOL program printed it.
  @Test
  void everyFieldIsAsPrinted() throws Exception {
    List<String> printed = Files.readAllLines(RealData.file("mainframe/sample.csv"));
    Plan plan = CitizenFile.plan();
    assertThat(lines(plan, "mainframe/sample.rdw", CitizenFile.FORMAT)).isEqualTo(printed);
    assertThat(lines(plan, "mainframe/sample.fb309", new RecordFormat.Fixed(309)))
        .isEqualTo(printed);
  }

  private static List<String> lines(Plan plan, String file, RecordFormat format) throws Exception {
    List<String> lines = new ArrayList<>();
    Decoder decoder = new Decoder(plan);
    try (RecordFile records = RecordFile.open(RealData.file(file), format)) {
      RecordReader reader = records.reader();
      while (reader.next()) {
        ColumnBatch batch = decoder.decode(reader.batch());
        for (int row = 0; row < batch.rows(0); row++) {
          lines.add(line(batch, row));
        }
      }
    }
    return lines;
  }

  private static String line(ColumnBatch batch, int row) {
    StringBuilder line = new StringBuilder();
    text(batch, "CR-TYPE", row, line);
    number(batch, "CR-ID", row, "%09d", line);
    text(batch, "CR-NAME", row, line);
    text(batch, "CR-STREET", row, line);
    number(batch, "CR-DISTRICT", row, "%02d", line);
    number(batch, "CR-BIRTH", row, "%08d", line);
    number(batch, "CR-BALANCE", row, "%16s", line);
    number(batch, "CR-FEE", row, "%16s", line);
    number(batch, "CR-COUNT", row, "%19s", line);
    number(batch, "CR-BIG", row, "%19s", line);
    int person = table(batch, "CR-PERSON");
    int company = table(batch, "CR-COMPANY");
    if (batch.first(company, row + 1) > batch.first(company, row)) {
      int at = batch.first(company, row);
      text(batch, "CR-CIF", at, line);
      number(batch, "CR-EMPL", at, "%19s", line);
      number(batch, "CR-REVENUE", at, "%16s", line);
    } else {
      int at = batch.first(person, row);
      text(batch, "CR-NIF", at, line);
      number(batch, "CR-PHONE", at, "%012d", line);
      number(batch, "CR-INCOME", at, "%16s", line);
    }
    number(batch, "CR-NPAY", row, "%04d", line);
    int pay = table(batch, "CR-PAY");
    for (int at = batch.first(pay, row); at < batch.first(pay, row + 1); at++) {
      number(batch, "CR-PAY-DATE", at, "%08d", line);
      line.setCharAt(line.length() - 1, ':');
      number(batch, "CR-PAY-AMT", at, "%16s", line);
      line.setCharAt(line.length() - 1, ':');
      text(batch, "CR-PAY-CODE", at, line);
    }
    line.setLength(line.length() - 1);
    // Lines of a LINE SEQUENTIAL file lose their trailing blanks.
    return line.toString().stripTrailing();
  }

  private static int table(ColumnBatch batch, String path) {
    return batch.plan().tables().stream()
        .filter(t -> t.path().equals(path))
        .findFirst()
        .orElseThrow()
        .number();
  }

  private static void text(ColumnBatch batch, String name, int row, StringBuilder line) {
    TextColumn column = (TextColumn) batch.column(batch.plan().column(name));
    String text = column.text(row);
    line.append(text).append(" ".repeat(column.width() - text.length())).append('|');
  }

  private static void number(
      ColumnBatch batch, String name, int row, String format, StringBuilder line) {
    LongColumn column = (LongColumn) batch.column(batch.plan().column(name));
    assertThat(column.status(row).name()).as(name).isEqualTo("OK");
    BigDecimal number = BigDecimal.valueOf(column.unscaled()[row], column.scale());
    Object printed = format.endsWith("d") ? number.unscaledValue() : number.toPlainString();
    line.append(String.format(java.util.Locale.ROOT, format, printed)).append('|');
  }

  @Test
  void totalsAreAsPrinted() throws Exception {
    String printed = Files.readString(RealData.file("mainframe/sample.totals"));
    BigInteger balance = BigInteger.ZERO;
    BigInteger pay = BigInteger.ZERO;
    BigInteger big = BigInteger.ZERO;
    Plan plan = CitizenFile.plan();
    Decoder decoder = new Decoder(plan);
    try (RecordFile records =
        RecordFile.open(RealData.file("mainframe/sample.rdw"), CitizenFile.FORMAT)) {
      RecordReader reader = records.reader();
      while (reader.next()) {
        ColumnBatch batch = decoder.decode(reader.batch());
        balance = balance.add(sum(batch, "CR-BALANCE"));
        pay = pay.add(sum(batch, "CR-PAY-AMT"));
        big = big.add(sum(batch, "CR-BIG"));
      }
    }
    assertThat(printed.replaceAll(" +", ""))
        .contains("sum-balance=" + new BigDecimal(balance, 2))
        .contains("sum-pay=" + new BigDecimal(pay, 2))
        .contains("sum-big=" + big);
  }

  private static BigInteger sum(ColumnBatch batch, String name) {
    LongColumn column = (LongColumn) batch.column(batch.plan().column(name));
    BigInteger sum = BigInteger.ZERO;
    for (int row = 0; row < column.rows(); row++) {
      sum = sum.add(BigInteger.valueOf(column.unscaled()[row]));
    }
    return sum;
  }

  /// The proof of a migration: what is encoded again is what was read, byte for byte.
  @Test
  void encodedAgainItIsTheSameFile() throws Exception {
    Plan plan = CitizenFile.plan();
    for (String name : List.of("mainframe/sample.rdw", "mainframe/sample.fb309")) {
      RecordFormat format = name.endsWith("rdw") ? CitizenFile.FORMAT : new RecordFormat.Fixed(309);
      Decoder decoder = new Decoder(plan);
      Encoder encoder = new Encoder();
      try (RecordFile records = RecordFile.open(RealData.file(name), format)) {
        RecordReader reader = records.reader();
        while (reader.next()) {
          RecordBatch batch = reader.batch();
          encoder.encode(decoder.decode(batch));
          Again.assertSame(batch, encoder);
        }
      }
    }
  }
}
