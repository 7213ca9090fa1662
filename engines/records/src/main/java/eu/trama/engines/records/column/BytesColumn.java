package eu.trama.engines.records.column;

import eu.trama.engines.records.value.FieldCodec;
import eu.trama.engines.records.value.FieldValue;

/// Bytes of one width as they are.
public final class BytesColumn extends Column {
  private final int width;
  private byte[] bytes = new byte[0];

  BytesColumn(ColumnPlan plan, FieldCodec codec) {
    super(plan, codec);
    this.width = plan.length();
  }

  public int width() {
    return width;
  }

  /// Row r has the bytes from `r * width()` on; more room than rows.
  public byte[] bytes() {
    return bytes;
  }

  @Override
  void read(byte[] from, int[] places, int count) {
    if (bytes.length < count * width) {
      bytes = new byte[(count + count / 4) * width];
    }
    for (int row = 0; row < count; row++) {
      System.arraycopy(from, places[row] + plan.offset(), bytes, row * width, width);
    }
  }

  @Override
  void write(byte[] to, int[] places, int count) {
    for (int row = 0; row < count; row++) {
      System.arraycopy(bytes, row * width, to, places[row] + plan.offset(), width);
    }
  }

  @Override
  public eu.trama.engines.records.value.Status status(int row) {
    return plan.named() ? value(row).status() : exceptions.status(row);
  }

  @Override
  FieldValue usual(int row) {
    return codec.read(bytes, row * width);
  }
}
