package eu.trama.engines.records.column;

import eu.trama.engines.records.value.FieldCodec;
import eu.trama.engines.records.value.FieldValue;
import eu.trama.engines.records.value.Status;
import java.math.BigDecimal;

/// Floating point. A hexadecimal float of eight bytes has three bits more than a double; where they
/// are in use the row is an exception, whose value is exact.
public final class RealColumn extends Column {
  private double[] values = new double[0];

  RealColumn(ColumnPlan plan, FieldCodec codec) {
    super(plan, codec);
  }

  /// Nearest doubles; more room than rows.
  public double[] values() {
    return values;
  }

  @Override
  void read(byte[] bytes, int[] places, int count) {
    if (values.length < count) {
      values = new double[count + count / 4];
    }
    for (int row = 0; row < count; row++) {
      int at = places[row] + plan.offset();
      FieldValue value = codec.read(bytes, at);
      values[row] = 0;
      boolean exact = false;
      if (value instanceof FieldValue.Decimal(BigDecimal number, var status, var raw)) {
        values[row] = number.doubleValue();
        exact = status == Status.OK && new BigDecimal(values[row]).compareTo(number) == 0;
      }
      if (!exact) {
        exceptions.add(row, value);
      }
    }
  }

  @Override
  void write(byte[] bytes, int[] places, int count) {
    for (int row = 0; row < count; row++) {
      FieldValue exception = exceptions.find(row);
      codec.write(exception == null ? usual(row) : exception, bytes, places[row] + plan.offset());
    }
  }

  @Override
  FieldValue usual(int row) {
    return FieldValue.of(new BigDecimal(values[row]));
  }
}
