package eu.trama.engines.records.column;

/// Big-endian two's complement of two, four or eight bytes.
///
/// @param limit the value's size must be below; the largest long for no limit
record BinaryLoop(int length, boolean signed, long limit) implements NumberLoop {
  @Override
  public void read(
      byte[] bytes, int[] places, int offset, long[] values, int count, LongColumn column) {
    int unused = 64 - 8 * length;
    for (int row = 0; row < count; row++) {
      int at = places[row] + offset;
      long word = (long) Kernels.LONG.get(bytes, at + length - 8) << unused;
      long value = signed ? word >> unused : word >>> unused;
      // An unsigned number beyond a long is negative here.
      boolean odd = signed ? value >= limit || value <= -limit : value < 0 || value >= limit;
      values[row] = odd ? column.careful(bytes, at, row) : value;
    }
  }

  @Override
  public void write(
      byte[] bytes, int[] places, int offset, long[] values, int count, LongColumn column) {
    for (int row = 0; row < count; row++) {
      Kernels.store(bytes, places[row] + offset, length, values[row]);
    }
  }
}
