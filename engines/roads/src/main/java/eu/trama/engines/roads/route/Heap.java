package eu.trama.engines.roads.route;

import java.util.Arrays;

/// A binary heap of whole numbers by whole-number key, both in one long.
final class Heap {
  private long[] entries = new long[1 << 10];
  private int size;

  void clear() {
    size = 0;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int leastKey() {
    return (int) (entries[0] >> Integer.SIZE);
  }

  void put(int key, int what) {
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, size * 2);
    }
    long entry = (long) key << Integer.SIZE | what;
    int at = size++;
    while (at > 0 && entries[(at - 1) / 2] > entry) {
      entries[at] = entries[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    entries[at] = entry;
  }

  /// Takes what has the least key; of equal keys the least number.
  int take() {
    int least = (int) entries[0];
    long entry = entries[--size];
    int at = 0;
    for (int child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && entries[child + 1] < entries[child]) {
        child++;
      }
      if (entries[child] >= entry) {
        break;
      }
      entries[at] = entries[child];
      at = child;
    }
    entries[at] = entry;
    return least;
  }
}
