package eu.trama.engines.roads.graph;

import java.util.Arrays;

/// A growing column of whole numbers.
final class Ints {
  private int[] values;
  private int size;

  Ints(int room) {
    values = new int[Math.max(16, room)];
  }

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + (size >> 1));
    }
    values[size++] = value;
  }

  int get(int index) {
    return values[index];
  }

  void set(int index, int value) {
    values[index] = value;
  }

  int size() {
    return size;
  }

  int[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
