package eu.trama.engines.records.column;

import eu.trama.engines.records.value.FieldCodec;
import eu.trama.engines.records.value.FieldValue;
import eu.trama.engines.records.value.Status;
import java.math.BigDecimal;
import java.util.Arrays;

/// Numbers of up to 18 digits: the value is `unscaled() / 10^scale()`. Rows whose status is neither
/// OK nor one with a value hold 0 there.
public final class LongColumn extends Column {
  private final int scale;
  private final NumberLoop loop;
  private long[] unscaled = new long[0];

  LongColumn(ColumnPlan plan, FieldCodec codec, NumberLoop loop) {
    super(plan, codec);
    this.scale = plan.field().item().picture().orElseThrow().scale();
    this.loop = loop;
  }

  /// Values without their decimal point; more room than rows.
  public long[] unscaled() {
    return unscaled;
  }

  public int scale() {
    return scale;
  }

  @Override
  void read(byte[] bytes, int[] places, int count) {
    if (unscaled.length < count) {
      unscaled = new long[count + count / 4];
    }
    loop.read(bytes, places, plan.offset(), unscaled, count, this);
  }

  @Override
  void write(byte[] bytes, int[] places, int count) {
    loop.write(bytes, places, plan.offset(), unscaled, count, this);
  }

  /// Reads a value that its loop could not, with all care; gives what the column holds for it.
  long careful(byte[] bytes, int at, int row) {
    FieldValue value = codec.read(bytes, at);
    long number = 0;
    boolean holds = false;
    if (value instanceof FieldValue.Decimal(BigDecimal decimal, var status, var raw)) {
      holds = decimal.unscaledValue().bitLength() < 64;
      number = holds ? decimal.setScale(scale).unscaledValue().longValue() : 0;
    }
    if (!holds || value.status() != Status.OK) {
      exceptions.add(row, value);
    }
    return number;
  }

  /// Writes a value by the field's codec.
  void write(byte[] bytes, int at, int row) {
    if (exceptions.find(row) == null) {
      codec.write(FieldValue.of(BigDecimal.valueOf(unscaled[row], scale)), bytes, at);
    }
  }

  @Override
  FieldValue usual(int row) {
    return FieldValue.of(BigDecimal.valueOf(unscaled[row], scale));
  }

  @Override
  public String toString() {
    return plan.name() + Arrays.toString(Arrays.copyOf(unscaled, Math.min(rows, 10)));
  }
}
