package eu.trama.engines.roads.graph;

import java.util.Arrays;

/// Numbers ids in the order in which they are first met: a hash table with open addressing and
/// Fibonacci hashing (Knuth, *The Art of Computer Programming* 3, 6.4), 24 bytes an id at most.
final class LongIndex {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long[] keys;
  private int[] values;
  private int size;
  private int shift;

  LongIndex(int room) {
    int capacity = Integer.highestOneBit(Math.max(16, room)) * 2;
    keys = new long[capacity];
    values = new int[capacity];
    Arrays.fill(values, -1);
    shift = Long.numberOfLeadingZeros(capacity) + 1;
  }

  /// The number of the id, a new one where it has none.
  int add(long id) {
    int slot = slot(id);
    if (values[slot] >= 0) {
      return values[slot];
    }
    keys[slot] = id;
    values[slot] = size++;
    // At three quarters full, probing stays at two to three steps.
    if (size * 4L > values.length * 3L) {
      grow();
    }
    return size - 1;
  }

  /// The number of the id, or -1.
  int find(long id) {
    return values[slot(id)];
  }

  int size() {
    return size;
  }

  /// Ids in the order of their numbers.
  long[] ids() {
    long[] ids = new long[size];
    for (int slot = 0; slot < values.length; slot++) {
      if (values[slot] >= 0) {
        ids[values[slot]] = keys[slot];
      }
    }
    return ids;
  }

  private int slot(long id) {
    int slot = (int) ((id * GOLDEN) >>> shift);
    while (values[slot] >= 0 && keys[slot] != id) {
      slot = (slot + 1) & (values.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new int[oldValues.length * 2];
    Arrays.fill(values, -1);
    shift--;
    for (int old = 0; old < oldValues.length; old++) {
      if (oldValues[old] >= 0) {
        int slot = slot(oldKeys[old]);
        keys[slot] = oldKeys[old];
        values[slot] = oldValues[old];
      }
    }
  }
}
