package eu.trama.engines.records.file;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.engines.records.file.Written.Got;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordFileTest {
  private static final List<byte[]> RECORDS = Written.records(20_000, 20, 300, 1);

  private static void assertSame(List<byte[]> got, List<byte[]> wanted) {
    assertThat(got).hasSameSizeAs(wanted);
    for (int i = 0; i < got.size(); i++) {
      assertThat(got.get(i)).isEqualTo(wanted.get(i));
    }
  }

  @Test
  void everyFormatGivesItsRecords() {
    assertSame(
        Written.read(Written.variable(RECORDS), RecordFormat.Variable.any()).records(), RECORDS);
    assertSame(
        Written.read(Written.blocked(RECORDS, 37), RecordFormat.Blocked.any()).records(), RECORDS);
    List<byte[]> large = Written.records(300, 1, 90_000, 2);
    assertSame(
        Written.read(Written.spanned(large, 8_000), new RecordFormat.Spanned()).records(), large);
    List<byte[]> equal = Written.records(5_000, 80, 80, 3);
    Written fixed = new Written();
    equal.forEach(r -> fixed.bytes(r, 0, 80));
    assertSame(Written.read(fixed.file(), new RecordFormat.Fixed(80)).records(), equal);
  }

  @Test
  void linesMayLackTheirLastEnd() {
    Got got =
        Written.read(
            "one\r\ntwo\n\nfour".getBytes(StandardCharsets.US_ASCII),
            new RecordFormat.Lines((byte) '\n', true));
    assertThat(got.records()).extracting(String::new).containsExactly("one", "two", "", "four");
    assertThat(got.sum()).isEqualTo(14);
  }

  @Test
  void lengthMayComeFromTheRecord() {
    byte[] file = {2, 'a', 3, 'b', 'c', 1};
    RecordFormat format =
        new RecordFormat.Computed((bytes, from, end) -> from < end ? bytes[from] : 0);
    assertThat(Written.read(file, format).records())
        .extracting(r -> r.length)
        .containsExactly(2, 3, 1);
  }

  /// Whatever the guess in the middle, the parts together are the whole.
  @Test
  void partsAreTheWhole() {
    // Records that hold RDWs themselves mislead every guess.
    List<byte[]> misleading = new ArrayList<>();
    byte[] inside = Written.variable(Written.records(400, 10, 10, 4));
    for (int i = 0; i < 300; i++) {
      misleading.add(inside);
    }
    for (List<byte[]> records : List.of(RECORDS, misleading)) {
      for (int threads = 1; threads <= 5; threads++) {
        byte[] content = Written.variable(records);
        try (RecordFile file = RecordFile.of(content, RecordFormat.Variable.any())) {
          List<byte[]> got = new ArrayList<>();
          file.parallel(threads, Written::read).forEach(part -> got.addAll(part.records()));
          assertSame(got, records);
        }
      }
    }
  }

  /// One damaged length costs the records it covers, and no other; nothing is lost.
  @Test
  void damagedHeadersAreQuarantinedAndNothingIsLost() {
    Random random = new Random(5);
    byte[] whole = Written.variable(RECORDS);
    for (int round = 0; round < 40; round++) {
      byte[] content = whole.clone();
      int victim = 10 + random.nextInt(RECORDS.size() - 20);
      int at = 0;
      for (int i = 0; i < victim; i++) {
        at += RECORDS.get(i).length + 4;
      }
      content[at] = (byte) random.nextInt(round % 2 == 0 ? 2 : 256);
      content[at + 1] = (byte) random.nextInt(256);
      Got got = Written.read(content, new RecordFormat.Variable(20, 300));
      assertThat(got.sum()).isEqualTo(content.length);
      assertThat(got.records().size()).isBetween(RECORDS.size() - 2, RECORDS.size());
      for (int i = 1; i <= 10; i++) {
        assertThat(got.records().get(got.records().size() - i))
            .isEqualTo(RECORDS.get(RECORDS.size() - i));
      }
    }
  }

  @Test
  void anyDamageOfBlocksLosesNothing() {
    Random random = new Random(6);
    byte[] blocked = Written.blocked(RECORDS, 20);
    byte[] spanned = Written.spanned(RECORDS, 4_000);
    for (int round = 0; round < 30; round++) {
      byte[] one = blocked.clone();
      byte[] other = spanned.clone();
      for (int i = 0; i < 50; i++) {
        one[random.nextInt(one.length)] = (byte) random.nextInt();
        other[random.nextInt(other.length)] = (byte) random.nextInt();
      }
      Got got = Written.read(one, RecordFormat.Blocked.any());
      assertThat(got.sum()).isEqualTo(one.length);
      assertThat(got.records().size()).isGreaterThan(RECORDS.size() - 50 * 20);
      assertThat(Written.read(other, new RecordFormat.Spanned()).sum()).isEqualTo(other.length);
    }
  }

  @Test
  void anEndCutOffIsQuarantined() {
    byte[] whole = Written.variable(RECORDS);
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 7);
    Got got = Written.read(cut, RecordFormat.Variable.any());
    assertThat(got.records()).hasSize(RECORDS.size() - 1);
    assertThat(got.quarantined().getFirst().code()).isEqualTo("file_ends_in_record");
    assertThat(got.sum()).isEqualTo(cut.length);
  }
}
