package eu.trama.engines.lanes;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Eight labels or four times in a `long`, since both leave their highest bit free: `(a | H) - b`
/// has that bit where `a >= b`, and no borrow leaves a lane (Lamport, *Multiple Byte Processing
/// with Full-Word Instructions*, Communications of the ACM 18, 1975).
final class PlainLanes implements Lanes {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH = 0x8080808080808080L;
  private static final long ONE = 0x0101010101010101L;
  private static final long HIGH_OF_TIME = 0x8000800080008000L;
  private static final long ONE_OF_TIME = 0x0001000100010001L;
  private static final long NEVER_IN_ALL = ~HIGH_OF_TIME;

  /// Multiplied by it, the lowest bits of eight bytes come to lie side by side in the highest byte.
  private static final long GATHER = 0x0102040810204080L;

  private final int width;

  PlainLanes(int width) {
    if (width < NARROWEST || width > WIDEST || width % NARROWEST != 0) {
      throw new IllegalArgumentException(width + " lanes");
    }
    this.width = width;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public void raise(byte[] rows, int row, byte[] by, int from) {
    int at = row * width;
    int source = from * width;
    for (int i = 0; i < width; i += Long.BYTES) {
      long higher = max((long) WORDS.get(rows, at + i), (long) WORDS.get(by, source + i));
      WORDS.set(rows, at + i, higher);
    }
  }

  @Override
  public void ride(byte[] waiting, byte[] best, int row, int last, boolean[] rose) {
    for (int i = 0; i < width; i += Long.BYTES) {
      long aboard = 0;
      for (int r = row; r < last; r++) {
        int at = r * width + i;
        aboard = max(aboard, (long) WORDS.get(waiting, at));
        WORDS.set(waiting, at, 0L);
        long before = (long) WORDS.get(best, at + width);
        if (above(aboard, before) != 0) {
          WORDS.set(best, at + width, max(before, aboard));
          rose[r + 1] = true;
        }
      }
    }
  }

  @Override
  public long rise(byte[] seen, byte[] labels, int row) {
    long lanes = 0;
    int at = row * width;
    for (int i = 0; i < width; i += Long.BYTES) {
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
    MemorySegment times = MemorySegment.ofArray(rows);
    MemorySegment feet = MemorySegment.ofArray(walks);
    long beyond = ONE_OF_TIME * (limit + 1L);
    for (int lane = 0; lane < width; lane += Short.BYTES * 2) {
      long run = NEVER_IN_ALL;
      long walk = feet.get(ValueLayout.JAVA_LONG_UNALIGNED, (long) lane * Short.BYTES);
      for (int i = count - 1; i >= 0; i--) {
        long at = ((long) (first + i) * width + lane) * Short.BYTES;
        long time = times.get(ValueLayout.JAVA_LONG_UNALIGNED, at);
        run = pick(atLeast(run, time), time, run);
        long seconds = run - ONE_OF_TIME * ((long) i * step);
        seconds = pick(atLeast(seconds, walk), walk, seconds);
        seconds = pick(atLeast(seconds, beyond), NEVER_IN_ALL, seconds);
        times.set(ValueLayout.JAVA_LONG_UNALIGNED, at, seconds);
      }
    }
  }

  @Override
  public void sort(short[] rows, int[] network) {
    MemorySegment times = MemorySegment.ofArray(rows);
    long bytes = (long) width * Short.BYTES;
    for (int c = 0; c < network.length; c += 2) {
      long low = network[c] * bytes;
      long high = network[c + 1] * bytes;
      for (int i = 0; i < bytes; i += Long.BYTES) {
        long a = times.get(ValueLayout.JAVA_LONG_UNALIGNED, low + i);
        long b = times.get(ValueLayout.JAVA_LONG_UNALIGNED, high + i);
        long swap = atLeast(a, b) & (a ^ b);
        times.set(ValueLayout.JAVA_LONG_UNALIGNED, low + i, a ^ swap);
        times.set(ValueLayout.JAVA_LONG_UNALIGNED, high + i, b ^ swap);
      }
    }
  }

  /// All bits of each lane of times in which `a` is not below `b`.
  private static long atLeast(long a, long b) {
    long least = ((a | HIGH_OF_TIME) - b) & HIGH_OF_TIME;
    return (least << 1) - (least >>> 15);
  }

  private static long pick(long mask, long a, long b) {
    return b ^ (mask & (a ^ b));
  }

  /// The highest bit of each lane in which label `a` is above `b`.
  private static long above(long a, long b) {
    return ((a | HIGH) - (b + ONE)) & HIGH;
  }

  private static long max(long a, long b) {
    long least = ((a | HIGH) - b) & HIGH;
    return pick((least << 1) - (least >>> 7), a, b);
  }
}
