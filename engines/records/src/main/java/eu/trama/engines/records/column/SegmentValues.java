package eu.trama.engines.records.column;

import eu.trama.engines.records.copybook.Field;
import eu.trama.engines.records.value.Coding;
import eu.trama.engines.records.value.FieldCodec;
import eu.trama.engines.records.value.FieldValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Values of a rule as the bytes that a field holds for them.
final class SegmentValues {
  private SegmentValues() {}

  static List<byte[]> of(Field field, Segments.Choice choice, Coding coding) {
    FieldCodec codec = FieldCodec.of(field, coding);
    List<byte[]> values = new ArrayList<>();
    for (String value : choice.values()) {
      byte[] bytes = new byte[field.length()];
      FieldValue wanted =
          codec.numeric() ? FieldValue.of(new BigDecimal(value)) : FieldValue.of(value);
      codec.write(wanted, bytes, 0);
      values.add(bytes);
    }
    return List.copyOf(values);
  }
}
