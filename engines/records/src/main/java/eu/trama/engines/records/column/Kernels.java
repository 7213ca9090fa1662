package eu.trama.engines.records.column;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Digits of eight bytes at a time. Half bytes are checked and summed in lanes of one register:
/// tens and units to bytes, bytes to pairs, pairs to fours, as in "SIMD within a register".
final class Kernels {
  static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

  private static final long TOP_BITS = 0x8888888888888888L;
  private static final long ZONES = 0xF0F0F0F0F0F0F0F0L;
  private static final long ONES = 0x0F0F0F0F0F0F0F0FL;
  private static final long PAIRS = 0x00FF00FF00FF00FFL;
  private static final long FOURS = 0x0000FFFF0000FFFFL;
  private static final long EIGHT_DIGITS = 100_000_000L;
  private static final long EIGHTS = 0x00000000FFFFFFFFL;

  /// Packed form of 0 to 9999.
  private static final short[] PACKED = new short[10_000];

  static {
    for (int i = 0; i < PACKED.length; i++) {
      int packed = ((i / 1000) << 12) | ((i / 100 % 10) << 8) | ((i / 10 % 10) << 4) | (i % 10);
      PACKED[i] = (short) packed;
    }
  }

  private Kernels() {}

  /// Bits that are set where a half byte is above 9: eight and (four or two).
  static long notDigits(long halves) {
    return halves & ((halves << 1) | (halves << 2)) & TOP_BITS;
  }

  /// Number of sixteen packed digits.
  static long packed(long halves) {
    long bytes = (halves & ONES) + 10 * ((halves >>> 4) & ONES);
    return bytes(bytes);
  }

  /// Number of eight bytes that hold 0 to 99 each, the first byte the most significant.
  private static long bytes(long bytes) {
    long fours = (bytes & PAIRS) + 100 * ((bytes >>> 8) & PAIRS);
    long eights = (fours & FOURS) + 10_000 * ((fours >>> 16) & FOURS);
    return (eights & EIGHTS) + 100_000_000L * (eights >>> 32);
  }

  /// What is wrong with eight zoned digits: zones other than F, or half bytes above 9.
  static long notZoned(long bytes) {
    return (~bytes & ZONES) | notDigits(bytes & ONES);
  }

  /// Number of eight zoned digits.
  static long zoned(long bytes) {
    long digits = bytes & ONES;
    long pairs = (digits & PAIRS) + 10 * ((digits >>> 8) & PAIRS);
    long fours = (pairs & FOURS) + 100 * ((pairs >>> 16) & FOURS);
    return (fours & EIGHTS) + 10_000 * (fours >>> 32);
  }

  /// Packed form of a number below 10 to 16; of a larger one, which only a row that is restored
  /// from its bytes can hold, its last sixteen digits.
  static long pack(long number) {
    if (number < EIGHT_DIGITS) {
      return pack8((int) number);
    }
    long high = number / EIGHT_DIGITS;
    int low = (int) (number - high * EIGHT_DIGITS);
    return (pack8((int) (high % EIGHT_DIGITS)) << 32) | pack8(low);
  }

  private static long pack8(int number) {
    int high = number / 10_000;
    return ((PACKED[high] & 0xFFFFL) << 16) | (PACKED[number - high * 10_000] & 0xFFFF);
  }

  /// Spreads the last eight packed digits to zoned bytes.
  static long zone(long packed) {
    long spread = packed & EIGHTS;
    spread = (spread | (spread << 16)) & FOURS;
    spread = (spread | (spread << 8)) & PAIRS;
    spread = (spread | (spread << 4)) & ONES;
    return spread | ZONES;
  }

  /// Writes the last `length` bytes of a word, and no other, since its neighbours are written
  /// already.
  static void store(byte[] bytes, int at, int length, long word) {
    if (length == 8) {
      LONG.set(bytes, at, word);
      return;
    }
    long left = word << (64 - 8 * length);
    int to = at;
    if ((length & 4) != 0) {
      INT.set(bytes, to, (int) (left >>> 32));
      left <<= 32;
      to += 4;
    }
    if ((length & 2) != 0) {
      SHORT.set(bytes, to, (short) (left >>> 48));
      left <<= 16;
      to += 2;
    }
    if ((length & 1) != 0) {
      bytes[to] = (byte) (left >>> 56);
    }
  }
}
