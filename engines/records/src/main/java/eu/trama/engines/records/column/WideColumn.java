package eu.trama.engines.records.column;

import eu.trama.engines.records.value.FieldCodec;
import eu.trama.engines.records.value.FieldValue;
import eu.trama.engines.records.value.Status;
import java.math.BigDecimal;
import java.math.BigInteger;

/// Numbers of 19 to 38 digits, in 128 bits: the unscaled value is `high() * 2^64 + low()`, the low
/// half without sign.
public final class WideColumn extends Column {
  private final int scale;
  private long[] high = new long[0];
  private long[] low = new long[0];

  WideColumn(ColumnPlan plan, FieldCodec codec) {
    super(plan, codec);
    this.scale = plan.field().item().picture().orElseThrow().scale();
  }

  public int scale() {
    return scale;
  }

  public long[] high() {
    return high;
  }

  public long[] low() {
    return low;
  }

  public BigInteger unscaled(int row) {
    BigInteger lower = BigInteger.valueOf(low[row] >>> 1).shiftLeft(1);
    return BigInteger.valueOf(high[row])
        .shiftLeft(64)
        .add(lower)
        .add(BigInteger.valueOf(low[row] & 1));
  }

  @Override
  void read(byte[] bytes, int[] places, int count) {
    if (low.length < count) {
      high = new long[count + count / 4];
      low = new long[count + count / 4];
    }
    for (int row = 0; row < count; row++) {
      FieldValue value = codec.read(bytes, places[row] + plan.offset());
      BigInteger number = BigInteger.ZERO;
      if (value instanceof FieldValue.Decimal(BigDecimal decimal, var status, var raw)) {
        number = decimal.setScale(scale).unscaledValue();
      }
      boolean holds = number.bitLength() < 128;
      high[row] = holds ? number.shiftRight(64).longValue() : 0;
      low[row] = holds ? number.longValue() : 0;
      if (!holds || value.status() != Status.OK) {
        exceptions.add(row, value);
      }
    }
  }

  @Override
  void write(byte[] bytes, int[] places, int count) {
    for (int row = 0; row < count; row++) {
      if (exceptions.find(row) == null) {
        codec.write(usual(row), bytes, places[row] + plan.offset());
      }
    }
  }

  @Override
  FieldValue usual(int row) {
    return FieldValue.of(new BigDecimal(unscaled(row), scale));
  }
}
