package eu.trama.engines.lanes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Eight labels in a `long`, since a label leaves its highest bit free: `(a | H) - b` has that bit
/// where `a >= b`, and no borrow leaves a lane (Lamport, *Multiple Byte Processing with Full-Word
/// Instructions*, Communications of the ACM 18, 1975). Times are taken one by one.
final class PlainLanes implements Lanes {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH = 0x8080808080808080L;
  private static final long ONE = 0x0101010101010101L;

  /// Multiplied by it, the lowest bits of eight bytes come to lie side by side in the highest byte.
  private static final long GATHER = 0x0102040810204080L;

  @Override
  public void raise(byte[] rows, int row, byte[] by) {
    int at = row * WIDTH;
    for (int i = 0; i < WIDTH; i += Long.BYTES) {
      WORDS.set(rows, at + i, max((long) WORDS.get(rows, at + i), (long) WORDS.get(by, i)));
    }
  }

  @Override
  public int ride(byte[] on, byte[] waiting, byte[] best, int row, int end) {
    for (int r = row + 1; r <= end; r++) {
      long rose = 0;
      int at = r * WIDTH;
      for (int i = 0; i < WIDTH; i += Long.BYTES) {
        long aboard = max((long) WORDS.get(on, i), (long) WORDS.get(waiting, at - WIDTH + i));
        WORDS.set(on, i, aboard);
        WORDS.set(waiting, at - WIDTH + i, 0L);
        if (r < end) {
          long before = (long) WORDS.get(best, at + i);
          WORDS.set(best, at + i, max(before, aboard));
          rose |= above(aboard, before);
        }
      }
      if (rose != 0) {
        return r;
      }
    }
    return end;
  }

  @Override
  public long rise(byte[] seen, byte[] labels, int row) {
    long lanes = 0;
    int at = row * WIDTH;
    for (int i = 0; i < WIDTH; i += Long.BYTES) {
      long before = (long) WORDS.get(seen, i);
      long label = (long) WORDS.get(labels, at + i);
      long above = above(label, before);
      if (above != 0) {
        WORDS.set(seen, i, max(before, label));
        lanes |= (((above >>> 7) * GATHER) >>> 56) << i;
      }
    }
    return lanes;
  }

  @Override
  public void settle(short[] rows, int first, int count, int step, short[] walks, int limit) {
    short[] run = new short[WIDTH];
    java.util.Arrays.fill(run, NEVER);
    for (int i = count - 1; i >= 0; i--) {
      int at = (first + i) * WIDTH;
      for (int lane = 0; lane < WIDTH; lane++) {
        run[lane] = (short) Math.min(run[lane], rows[at + lane]);
        int seconds = Math.min(run[lane] - i * step, walks[lane]);
        rows[at + lane] = seconds > limit ? NEVER : (short) seconds;
      }
    }
  }

  @Override
  public void sort(short[] rows, int[] network) {
    for (int c = 0; c < network.length; c += 2) {
      int low = network[c] * WIDTH;
      int high = network[c + 1] * WIDTH;
      for (int lane = 0; lane < WIDTH; lane++) {
        short a = rows[low + lane];
        short b = rows[high + lane];
        rows[low + lane] = (short) Math.min(a, b);
        rows[high + lane] = (short) Math.max(a, b);
      }
    }
  }

  /// The highest bit of each lane in which `a` is above `b`.
  private static long above(long a, long b) {
    return ((a | HIGH) - (b + ONE)) & HIGH;
  }

  private static long max(long a, long b) {
    long least = ((a | HIGH) - b) & HIGH;
    long mask = (least << 1) - (least >>> 7);
    return (a & mask) | (b & ~mask);
  }
}
