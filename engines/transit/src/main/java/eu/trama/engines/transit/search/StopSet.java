package eu.trama.engines.transit.search;

/// A set of small numbers that remembers the order in which they came. Clearing costs its size.
final class StopSet {
  private final int[] members;
  private final boolean[] member;
  private int size;

  StopSet(int capacity) {
    this.members = new int[capacity];
    this.member = new boolean[capacity];
  }

  void add(int stop) {
    if (!member[stop]) {
      member[stop] = true;
      members[size++] = stop;
    }
  }

  int size() {
    return size;
  }

  int get(int index) {
    return members[index];
  }

  void clear() {
    for (int i = 0; i < size; i++) {
      member[members[i]] = false;
    }
    size = 0;
  }
}
