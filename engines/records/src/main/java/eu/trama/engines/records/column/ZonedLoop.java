package eu.trama.engines.records.column;

/// Zoned decimals of EBCDIC of up to 18 digits, the sign in the zone of the last: eight digits a
/// word.
final class ZonedLoop implements NumberLoop {
  private static final long ZEROS = 0xF0F0F0F0F0F0F0F0L;
  private static final long EIGHT_DIGITS = 100_000_000L;
  private final int length;
  private final boolean signed;

  ZonedLoop(int digits, boolean signed) {
    this.length = digits;
    this.signed = signed;
  }

  @Override
  public void read(
      byte[] bytes, int[] places, int offset, long[] values, int count, LongColumn column) {
    int first = (length - 1) % 8 + 1;
    int words = (length - 1) / 8;
    long mask = first == 8 ? -1L : (1L << (8 * first)) - 1;
    for (int row = 0; row < count; row++) {
      int at = places[row] + offset;
      long sign = bytes[at + length - 1] & 0xF0;
      int end = at + first;
      // The sign's zone counts as F among the digits.
      long last = signed ? 0xF0 : 0;
      long word = ((long) Kernels.LONG.get(bytes, end - 8) & mask) | (ZEROS & ~mask);
      word |= words == 0 ? last : 0;
      long odd = Kernels.notZoned(word);
      long value = Kernels.zoned(word);
      for (int i = 1; i <= words; i++) {
        word = (long) Kernels.LONG.get(bytes, end + 8 * i - 8) | (i == words ? last : 0);
        odd |= Kernels.notZoned(word);
        value = value * EIGHT_DIGITS + Kernels.zoned(word);
      }
      boolean minus = sign == 0xD0;
      boolean usual = signed ? sign == 0xC0 || (minus && value != 0) : sign == 0xF0;
      if (odd != 0 || !usual) {
        values[row] = column.careful(bytes, at, row);
      } else {
        values[row] = minus ? -value : value;
      }
    }
  }

  @Override
  public void write(
      byte[] bytes, int[] places, int offset, long[] values, int count, LongColumn column) {
    int first = (length - 1) % 8 + 1;
    int words = (length - 1) / 8;
    for (int row = 0; row < count; row++) {
      long value = values[row];
      long rest = Math.abs(value) & Long.MAX_VALUE;
      int at = places[row] + offset;
      for (int i = words; i >= 0; i--) {
        long above = rest / EIGHT_DIGITS;
        long word = Kernels.zone(Kernels.pack(rest - above * EIGHT_DIGITS));
        if (i > 0) {
          Kernels.LONG.set(bytes, at + first + 8 * i - 8, word);
        } else {
          Kernels.store(bytes, at, first, word);
        }
        rest = above;
      }
      if (signed) {
        int end = at + length - 1;
        bytes[end] = (byte) ((bytes[end] & 0xF) | (value < 0 ? 0xD0 : 0xC0));
      }
    }
  }
}
