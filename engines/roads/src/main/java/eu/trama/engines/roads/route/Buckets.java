package eu.trama.engines.roads.route;

import java.util.Arrays;

/// A queue by whole-number cost for searches that grow from a point: buckets of equal width (Dial,
/// *Algorithm 360*, CACM 12, 1969), each a list of what was put into it, newest first. Within a
/// bucket nothing is sorted, so what is taken may have to be looked at again (Meyer and Sanders,
/// *Delta-stepping*, J. Algorithms 49, 2003); with buckets narrower than most streets that is rare.
final class Buckets {
  private static final int NONE = -1;

  private int[] newest = new int[0];
  private int[] item = new int[1 << 10];
  private int[] older = new int[1 << 10];
  private int size;

  /// Empties the queue and makes room for as many buckets.
  void open(int count) {
    if (newest.length < count) {
      newest = new int[count];
      Arrays.fill(newest, NONE);
    }
    size = 0;
  }

  void put(int bucket, int what) {
    int entry = size;
    if (entry == item.length) {
      grow();
    }
    item[entry] = what;
    older[entry] = newest[bucket];
    newest[bucket] = entry;
    size = entry + 1;
  }

  /// Takes one thing out of a bucket; -1 where it is empty.
  int take(int bucket) {
    int entry = newest[bucket];
    if (entry < 0) {
      return NONE;
    }
    newest[bucket] = older[entry];
    return item[entry];
  }

  /// How many things were put since the queue was emptied, those taken included.
  int size() {
    return size;
  }

  /// What was put, in that order.
  int item(int entry) {
    return item[entry];
  }

  private void grow() {
    item = Arrays.copyOf(item, size * 2);
    older = Arrays.copyOf(older, size * 2);
  }
}
