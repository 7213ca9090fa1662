package eu.trama.engines.records.column;

import eu.trama.engines.records.copybook.Field;
import eu.trama.engines.records.copybook.Usage;
import eu.trama.engines.records.value.Coding;
import eu.trama.engines.records.value.FieldCodec;
import eu.trama.engines.records.value.FieldValue;
import java.math.BigDecimal;

/// Reads the count that a table depends on; -1 where the bytes are no whole number.
@FunctionalInterface
interface CountReader {
  CountReader NONE = (bytes, offset) -> -1;

  int read(byte[] bytes, int offset);

  static CountReader of(Field field, Coding coding) {
    if (field.item().usage() == Usage.BINARY && field.length() == 2 && integer(field)) {
      return (bytes, offset) -> (short) Kernels.SHORT.get(bytes, offset);
    }
    FieldCodec codec = FieldCodec.of(field, coding);
    return (bytes, offset) ->
        codec.read(bytes, offset) instanceof FieldValue.Decimal(BigDecimal n, var status, var raw)
            ? whole(n)
            : -1;
  }

  private static boolean integer(Field field) {
    return field.item().picture().orElseThrow().scale() == 0;
  }

  private static int whole(BigDecimal number) {
    boolean fits = number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(1 << 30)) < 0;
    return fits && number.stripTrailingZeros().scale() <= 0 ? number.intValue() : -1;
  }
}
