package eu.trama.engines.records.column;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Translates bytes by table, two at a time: one look-up of 65,536 entries instead of two of 256,
/// which halves the loads that bound a translation. Text has few pairs, so the used part of the
/// table stays in the first-level cache.
final class PairTable {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private final byte[] single;
  private final char[] pairs = new char[65_536];

  PairTable(byte[] single) {
    this.single = single;
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = (char) ((single[i & 0xFF] & 0xFF) | ((single[i >> 8] & 0xFF) << 8));
    }
  }

  private static long eight(char[] table, long from) {
    return table[(int) from & 0xFFFF]
        | ((long) table[(int) (from >>> 16) & 0xFFFF] << 16)
        | ((long) table[(int) (from >>> 32) & 0xFFFF] << 32)
        | ((long) table[(int) (from >>> 48)] << 48);
  }

  /// Translates `width` bytes of each row into one array, row after row.
  void gather(byte[] from, int[] places, int offset, byte[] to, int width, int count) {
    char[] table = pairs;
    int words = width & ~7;
    int target = 0;
    for (int row = 0; row < count; row++) {
      int at = places[row] + offset;
      for (int i = 0; i < words; i += 8) {
        LONG.set(to, target + i, eight(table, (long) LONG.get(from, at + i)));
      }
      for (int i = words; i < width; i++) {
        to[target + i] = single[from[at + i] & 0xFF];
      }
      target += width;
    }
  }

  /// Translates each row of `width` bytes and puts it into its place.
  void scatter(byte[] from, int width, byte[] to, int[] places, int offset, int count) {
    char[] table = pairs;
    int words = width & ~7;
    int source = 0;
    for (int row = 0; row < count; row++) {
      int at = places[row] + offset;
      for (int i = 0; i < words; i += 8) {
        LONG.set(to, at + i, eight(table, (long) LONG.get(from, source + i)));
      }
      for (int i = words; i < width; i++) {
        to[at + i] = single[from[source + i] & 0xFF];
      }
      source += width;
    }
  }

  void scatter(byte[] from, int source, int width, byte[] to) {
    for (int i = 0; i < width; i++) {
      to[i] = single[from[source + i] & 0xFF];
    }
  }
}
