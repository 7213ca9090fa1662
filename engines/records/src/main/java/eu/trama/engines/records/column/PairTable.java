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
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
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

  private static int four(char[] table, int from) {
    return table[from & 0xFFFF] | (table[from >>> 16] << 16);
  }

  /// Translates `width` bytes of each row into one array, row after row.
  void gather(byte[] from, int[] places, int offset, byte[] to, int width, int count) {
    if (width >= 8) {
      for (int row = 0; row < count; row++) {
        words(from, places[row] + offset, to, row * width, width);
      }
    } else {
      for (int row = 0; row < count; row++) {
        few(from, places[row] + offset, to, row * width, width);
      }
    }
  }

  /// Translates each row of `width` bytes and puts it into its place.
  void scatter(byte[] from, int width, byte[] to, int[] places, int offset, int count) {
    if (width >= 8) {
      for (int row = 0; row < count; row++) {
        words(from, row * width, to, places[row] + offset, width);
      }
    } else {
      for (int row = 0; row < count; row++) {
        few(from, row * width, to, places[row] + offset, width);
      }
    }
  }

  /// Whole words, the last one over the end of the one before.
  private void words(byte[] from, int source, byte[] to, int target, int width) {
    char[] table = pairs;
    int last = width - 8;
    for (int i = 0; i < last; i += 8) {
      LONG.set(to, target + i, eight(table, (long) LONG.get(from, source + i)));
    }
    LONG.set(to, target + last, eight(table, (long) LONG.get(from, source + last)));
  }

  private void few(byte[] from, int source, byte[] to, int target, int width) {
    if (width >= 4) {
      int last = width - 4;
      INT.set(to, target, four(pairs, (int) INT.get(from, source)));
      INT.set(to, target + last, four(pairs, (int) INT.get(from, source + last)));
      return;
    }
    for (int i = 0; i < width; i++) {
      to[target + i] = single[from[source + i] & 0xFF];
    }
  }

  void scatter(byte[] from, int source, int width, byte[] to) {
    for (int i = 0; i < width; i++) {
      to[i] = single[from[source + i] & 0xFF];
    }
  }
}
