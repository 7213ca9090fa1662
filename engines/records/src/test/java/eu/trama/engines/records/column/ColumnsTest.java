package eu.trama.engines.records.column;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.engines.records.copybook.Copybooks;
import eu.trama.engines.records.copybook.Dialect;
import eu.trama.engines.records.copybook.Field;
import eu.trama.engines.records.copybook.Layout;
import eu.trama.engines.records.copybook.RandomCopybook;
import eu.trama.engines.records.file.RecordBatch;
import eu.trama.engines.records.value.Coding;
import eu.trama.engines.records.value.FieldCodec;
import eu.trama.engines.records.value.FieldValue;
import eu.trama.engines.records.value.Status;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ColumnsTest {
  private static final Charset EBCDIC = Charset.forName("IBM037");

  /// For random layouts and any bytes: columns hold what the careful reading of each field gives,
  /// and encode to the same bytes.
  @Test
  void columnsAgreeWithFieldsAndComeBack() {
    int rejected = 0;
    int ragged = 0;
    for (long seed = 0; seed < 300; seed++) {
      Layout layout = Copybooks.zos(RandomCopybook.text(seed, false, true));
      Plan plan = Plan.of(layout, Coding.of("037", Dialect.zos()));
      Random random = new Random(seed);
      List<byte[]> records = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        records.add(record(layout, random, i));
      }
      RecordBatch batch = RecordBatch.of(records);
      Decoder decoder = new Decoder(plan);
      ColumnBatch columns = decoder.decode(batch);
      rejected += columns.rejected().size();
      ragged += columns.ragged().size();
      if (columns.ragged().stream().noneMatch(r -> r.rest().length() == 0)) {
        agree(plan, columns, batch.bytes());
      }
      Encoder encoder = new Encoder();
      encoder.encode(columns);
      Again.assertSame(batch, encoder);
    }
    assertThat(rejected).isPositive();
    assertThat(ragged).isPositive();
  }

  private static byte[] record(Layout layout, Random random, int kind) {
    int spread = kind % 4 == 0 ? random.nextInt(9) - 4 : 0;
    byte[] record = new byte[Math.max(1, layout.most() + spread)];
    random.nextBytes(record);
    for (int i = 0; i < record.length && kind % 3 > 0; i++) {
      record[i] =
          (byte)
              (kind % 3 == 1
                  ? 0xF0 | random.nextInt(10)
                  : (random.nextInt(10) << 4) | (i % 3 == 0 ? 12 + random.nextInt(4) : 5));
    }
    int at = layout.most();
    for (Field field : layout.fields()) {
      if (field.count() >= 0) {
        Field count = layout.fields().get(field.count());
        if (count.offset() <= at && count.offset() + 1 < record.length) {
          record[count.offset()] = 0;
          record[count.offset() + 1] = (byte) random.nextInt(kind % 7 == 0 ? 6 : 5);
        }
        at = Math.min(at, field.offset());
      }
    }
    return record;
  }

  private static void agree(Plan plan, ColumnBatch columns, byte[] bytes) {
    for (ColumnPlan column : plan.columns()) {
      if (!column.named()) {
        continue;
      }
      FieldCodec codec = FieldCodec.of(column.field(), plan.coding());
      for (int row = 0; row < columns.rows(column.table()); row++) {
        int place = columns.rows.places[column.table()][column.section()][row] + column.offset();
        FieldValue expected = codec.read(bytes, place);
        FieldValue found = columns.column(column).value(row);
        String about = column.name() + " " + column.field().item();
        assertThat(found.status()).as(about).isEqualTo(expected.status());
        assertThat(found.raw()).as(about).isEqualTo(expected.raw());
        if (expected instanceof FieldValue.Decimal decimal) {
          assertThat(((FieldValue.Decimal) found).number())
              .as(about)
              .isEqualByComparingTo(decimal.number());
        } else {
          assertThat(found).as(about).isEqualTo(expected);
        }
      }
    }
  }

  /// Every loop against the codec on every picture of up to 18 digits, damaged and whole.
  @Test
  void loopsReadWhatTheCodecReads() {
    Random random = new Random(3);
    for (String usage : List.of("", " COMP-3", " COMP", " COMP-5", " COMP-6")) {
      for (int digits = 1; digits <= 18; digits++) {
        for (String sign : usage.equals(" COMP-6") ? List.of("") : List.of("", "S")) {
          Layout layout =
              Copybooks.zos("01 R. 05 F PIC " + sign + "9(" + digits + ")" + usage + ".");
          Plan plan = Plan.of(layout, Coding.of("037", Dialect.zos()));
          List<byte[]> records = new ArrayList<>();
          for (int i = 0; i < 3_000; i++) {
            records.add(number(layout.most(), usage, random));
          }
          RecordBatch batch = RecordBatch.of(records);
          ColumnBatch columns = new Decoder(plan).decode(batch);
          agree(plan, columns, batch.bytes());
          Encoder encoder = new Encoder();
          encoder.encode(columns);
          Again.assertSame(batch, encoder);
        }
      }
    }
  }

  private static byte[] number(int length, String usage, Random random) {
    byte[] bytes = new byte[length];
    int last = length - 1;
    int zeros = random.nextInt(length + 1);
    for (int i = 0; i < length; i++) {
      int tens = i < zeros ? 0 : random.nextInt(10);
      int units = i < zeros ? 0 : random.nextInt(10);
      bytes[i] = (byte) (usage.isEmpty() ? 0xF0 | units : (tens << 4) | units);
    }
    if (usage.isEmpty()) {
      bytes[last] = (byte) ((bytes[last] & 0xF) | ((0xC + random.nextInt(4)) << 4));
    } else if (usage.equals(" COMP-3")) {
      bytes[last] = (byte) ((bytes[last] & 0xF0) | (0xC + random.nextInt(4)));
    }
    if (random.nextInt(8) == 0) {
      bytes[random.nextInt(length)] = (byte) random.nextInt();
    }
    return bytes;
  }

  @Test
  void shortRecordsKeepWhatTheyHave() {
    Layout layout = Copybooks.zos("01 R. 05 A PIC X(3). 05 B PIC 9(4). 05 C PIC X(2).");
    Plan plan = Plan.of(layout, Coding.of("037", Dialect.zos()));
    RecordBatch batch =
        RecordBatch.of(List.of("abc1234de".getBytes(EBCDIC), "abc12".getBytes(EBCDIC)));
    ColumnBatch columns = new Decoder(plan).decode(batch);
    assertThat(columns.column(plan.column("A")).status(1)).isEqualTo(Status.OK);
    assertThat(columns.column(plan.column("B")).status(0)).isEqualTo(Status.OK);
    assertThat(columns.column(plan.column("B")).status(1)).isEqualTo(Status.MISSING);
    assertThat(columns.column(plan.column("C")).status(1)).isEqualTo(Status.MISSING);
    Encoder encoder = new Encoder();
    encoder.encode(columns);
    Again.assertSame(batch, encoder);
  }

  @Test
  void aCountBehindItsTableIsSolvedFor() {
    Layout layout =
        Copybooks.zos(
            "01 R. 05 T OCCURS 0 TO 5 DEPENDING ON N. 10 V PIC X(2). 05 N PIC 9. 05 Z PIC X.");
    Plan plan = Plan.of(layout, Coding.of("037", Dialect.zos()));
    RecordBatch batch = RecordBatch.of(List.of("aabbcc3z".getBytes(EBCDIC), "0z".getBytes(EBCDIC)));
    ColumnBatch columns = new Decoder(plan).decode(batch);
    assertThat(columns.rows(1)).isEqualTo(3);
    TextColumn z = (TextColumn) columns.column(plan.column("Z"));
    assertThat(z.text(0) + z.text(1)).isEqualTo("zz");
    Encoder encoder = new Encoder();
    encoder.encode(columns);
    Again.assertSame(batch, encoder);
  }
}
