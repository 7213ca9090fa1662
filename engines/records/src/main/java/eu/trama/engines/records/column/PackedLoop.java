package eu.trama.engines.records.column;

/// Packed decimals of up to 18 digits: the last eight bytes as one word, and one or two before it.
final class PackedLoop implements NumberLoop {
  private static final long WORD_DIGITS = 1_000_000_000_000_000L;
  private final int length;
  private final boolean signed;

  /// Half bytes of the word that no digit of the picture fills.
  private final long mask;

  private final long pad;
  private final long wordLimit;

  PackedLoop(int length, int digits, boolean signed) {
    this.length = length;
    this.signed = signed;
    this.mask = length >= 8 ? -1L : (1L << (8 * length)) - 1;
    this.pad = digits >= 15 ? 0 : -1L << (4 * digits);
    this.wordLimit = digits <= 15 ? 1 : digits == 16 ? 10 : digits == 17 ? 100 : 1000;
  }

  @Override
  public void read(
      byte[] bytes, int[] places, int offset, long[] values, int count, LongColumn column) {
    if (length > 8) {
      readLong(bytes, places, offset, values, count, column);
      return;
    }
    int back = offset + length - 8;
    int usual = signed ? 0xC : 0xF;
    int signBits = signed ? 0xE : 0xF;
    for (int row = 0; row < count; row++) {
      long word = (long) Kernels.LONG.get(bytes, places[row] + back) & mask;
      long digits = word >>> 4;
      int sign = (int) word & 0xF;
      long value = Kernels.packed(digits);
      long minus = signed ? -(sign & 1) : 0;
      long odd = Kernels.notDigits(digits) | (digits & pad);
      // Signs come in no order, so that no branch may depend on one: minus zero is 0 | ~-1.
      if (odd != 0 || (sign & signBits) != usual || (value | ~minus) == 0) {
        values[row] = column.careful(bytes, places[row] + offset, row);
      } else {
        values[row] = (value ^ minus) - minus;
      }
    }
  }

  private void readLong(
      byte[] bytes, int[] places, int offset, long[] values, int count, LongColumn column) {
    for (int row = 0; row < count; row++) {
      int at = places[row] + offset;
      long word = (long) Kernels.LONG.get(bytes, at + length - 8);
      long high = length == 9 ? bytes[at] & 0xFF : (short) Kernels.SHORT.get(bytes, at) & 0xFFFF;
      long digits = word >>> 4;
      int sign = (int) word & 0xF;
      long above = Kernels.packed(high);
      long value = Kernels.packed(digits) + above * WORD_DIGITS;
      boolean minus = signed && sign == 0xD;
      boolean usual = signed ? (sign & 0xE) == 0xC : sign == 0xF;
      boolean digitsOnly = (Kernels.notDigits(digits) | Kernels.notDigits(high)) == 0;
      if (!digitsOnly || !usual || above >= wordLimit || (minus && value == 0)) {
        values[row] = column.careful(bytes, at, row);
      } else {
        values[row] = minus ? -value : value;
      }
    }
  }

  @Override
  public void write(
      byte[] bytes, int[] places, int offset, long[] values, int count, LongColumn column) {
    int plus = signed ? 0xC : 0xF;
    for (int row = 0; row < count; row++) {
      long value = values[row];
      long size = Math.abs(value) & Long.MAX_VALUE;
      long sign = plus | (value >>> 63);
      int at = places[row] + offset;
      if (length <= 8) {
        Kernels.store(bytes, at, length, (Kernels.pack(size) << 4) | sign);
      } else {
        long above = size / WORD_DIGITS;
        Kernels.store(bytes, at, length - 8, Kernels.pack(above));
        Kernels.LONG.set(
            bytes, at + length - 8, (Kernels.pack(size - above * WORD_DIGITS) << 4) | sign);
      }
    }
  }
}
