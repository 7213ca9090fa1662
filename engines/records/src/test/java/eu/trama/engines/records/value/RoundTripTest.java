package eu.trama.engines.records.value;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.engines.records.copybook.Dialect;
import eu.trama.engines.records.value.FieldValue.Decimal;
import eu.trama.engines.records.value.FieldValue.Unread;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `write(read(bytes))` gives the bytes again, whatever they are.
class RoundTripTest {
  /// Hexadecimal floats below have no normalised form.
  private static final BigDecimal SMALLEST_NORMAL = new BigDecimal("5.4E-79");

  static Stream<String> everyUsage() {
    return Pictures.EVERY_USAGE.stream();
  }

  @ParameterizedTest
  @MethodSource("everyUsage")
  void anyBytesComeBack(String clauses) {
    Dialect swapped = new Dialect(false, '$', false, true, true, 8, 8, false, true);
    for (FieldCodec codec :
        List.of(
            Pictures.codec(clauses),
            Pictures.codec(clauses, "1145", Dialect.zos()),
            Pictures.codec(clauses, "ISO-8859-15", swapped))) {
      Random random = new Random(6);
      byte[] bytes = new byte[codec.length() + 4];
      byte[] written = new byte[bytes.length];
      for (int i = 0; i < 20_000; i++) {
        fill(bytes, random, i % 5);
        FieldValue value = codec.read(bytes, 2);
        System.arraycopy(bytes, 0, written, 0, 2);
        System.arraycopy(bytes, codec.length() + 2, written, codec.length() + 2, 2);
        codec.write(value, written, 2);
        assertThat(written).as("%s of %s", clauses, value).isEqualTo(bytes);
        if (value instanceof Unread unread) {
          assertThat(unread.raw()).isPresent();
        }
      }
    }
  }

  /// Bytes of all kinds: any, half bytes of digits, digits of both worlds, one byte throughout, and
  /// nearly right.
  private static void fill(byte[] bytes, Random random, int kind) {
    random.nextBytes(bytes);
    int same = random.nextInt(8) * 0x20;
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] =
          switch (kind) {
            case 1 -> (byte) ((random.nextInt(10) << 4) | random.nextInt(i % 5 == 0 ? 16 : 10));
            case 2 -> (byte) (0xF0 | random.nextInt(10));
            case 3 -> (byte) same;
            case 4 -> (byte) (0x30 | random.nextInt(10));
            default -> bytes[i];
          };
    }
  }

  /// A number that was read is written again in one form, and reads as the same.
  @ParameterizedTest
  @MethodSource("everyUsage")
  void usualFormsReadAsTheyWereWritten(String clauses) {
    FieldCodec codec = Pictures.codec(clauses);
    Random random = new Random(7);
    byte[] bytes = new byte[codec.length()];
    for (int i = 0; i < 5_000; i++) {
      fill(bytes, random, i % 5);
      if (codec.read(bytes, 0) instanceof Decimal(var number, var status, var raw)
          && status != Status.OVERFLOW
          && (number.signum() == 0 || number.abs().compareTo(SMALLEST_NORMAL) > 0)
          && !(status == Status.NON_CANONICAL_SIGN && number.signum() < 0)) {
        byte[] again = new byte[codec.length()];
        codec.write(new Decimal(number, Status.OK, Optional.empty()), again, 0);
        FieldValue value = codec.read(again, 0);
        assertThat(value.status()).as(clauses).isEqualTo(Status.OK);
        assertThat(((Decimal) value).number()).as(clauses).isEqualByComparingTo(number);
      }
    }
  }
}
