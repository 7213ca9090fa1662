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
    if (words == 0) {
      readWord(bytes, places, offset, values, count, column, mask);
      return;
    }
    // The sign's zone counts as F among the digits.
    long last = signed ? 0xF0 : 0;
    for (int row = 0; row < count; row++) {
      int at = places[row] + offset;
      long sign = bytes[at + length - 1] & 0xF0;
      int end = at + first;
      long word = ((long) Kernels.LONG.get(bytes, end - 8) & mask) | (ZEROS & ~mask);
      long odd = Kernels.notZoned(word);
      long value = Kernels.zoned(word);
      for (int i = 1; i <= words; i++) {
        word = (long) Kernels.LONG.get(bytes, end + 8 * i - 8) | (i == words ? last : 0);
        odd |= Kernels.notZoned(word);
        value = value * EIGHT_DIGITS + Kernels.zoned(word);
      }
      values[row] = odd(value, sign, odd) ? column.careful(bytes, at, row) : number(value, sign);
    }
  }

  private void readWord(
      byte[] bytes,
      int[] places,
      int offset,
      long[] values,
      int count,
      LongColumn column,
      long mask) {
    int back = offset + length - 8;
    long last = (ZEROS & ~mask) | (signed ? 0xF0 : 0);
    for (int row = 0; row < count; row++) {
      long found = (long) Kernels.LONG.get(bytes, places[row] + back) & mask;
      long word = found | last;
      long value = Kernels.zoned(word);
      long sign = found & 0xF0;
      values[row] =
          odd(value, sign, Kernels.notZoned(word))
              ? column.careful(bytes, places[row] + offset, row)
              : number(value, sign);
    }
  }

  /// Whether a value asks for care: a digit or zone that is none, another sign, or minus zero.
  private boolean odd(long value, long sign, long notDigits) {
    boolean unusual = signed ? (sign & 0xE0) != 0xC0 : sign != 0xF0;
    return notDigits != 0 || unusual || (value | ~minus(sign)) == 0;
  }

  /// All ones for a minus, else zero; without a branch, since signs come in no order.
  private long minus(long sign) {
    return signed ? -((sign >>> 4) & 1) : 0;
  }

  private long number(long value, long sign) {
    long minus = minus(sign);
    return (value ^ minus) - minus;
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
        bytes[end] = (byte) ((bytes[end] & 0xF) | 0xC0 | (int) ((value >>> 63) << 4));
      }
    }
  }
}
