package eu.trama.engines.records.column;

import eu.trama.engines.records.value.FieldCodec;
import eu.trama.engines.records.value.FieldValue;
import eu.trama.engines.records.value.Status;
import java.util.Arrays;

/// Values of a column that are not in order: their status, and the bytes they had. Rows ascend.
final class Exceptions {
  private int[] rows = new int[16];
  private FieldValue[] values = new FieldValue[16];
  private int count;

  void clear() {
    Arrays.fill(values, 0, count, null);
    count = 0;
  }

  void add(int row, FieldValue value) {
    if (count == rows.length) {
      rows = Arrays.copyOf(rows, count * 2);
      values = Arrays.copyOf(values, count * 2);
    }
    rows[count] = row;
    values[count] = value;
    count++;
  }

  /// Puts a value in its place, where it came later than those behind it.
  void insert(int row, FieldValue value) {
    int at = Arrays.binarySearch(rows, 0, count, row);
    if (at >= 0) {
      values[at] = value;
      return;
    }
    add(row, value);
    int place = -at - 1;
    System.arraycopy(rows, place, rows, place + 1, count - 1 - place);
    System.arraycopy(values, place, values, place + 1, count - 1 - place);
    rows[place] = row;
    values[place] = value;
  }

  int count() {
    return count;
  }

  int row(int index) {
    return rows[index];
  }

  FieldValue value(int index) {
    return values[index];
  }

  Status status(int row) {
    int at = count == 0 ? -1 : Arrays.binarySearch(rows, 0, count, row);
    return at < 0 ? Status.OK : values[at].status();
  }

  @org.jspecify.annotations.Nullable
  FieldValue find(int row) {
    int at = count == 0 ? -1 : Arrays.binarySearch(rows, 0, count, row);
    return at < 0 ? null : values[at];
  }

  /// Writes each value where `places` has its row.
  void restore(FieldCodec codec, byte[] bytes, int[] places, int offset) {
    for (int i = 0; i < count; i++) {
      int at = places[rows[i]] + offset;
      if (values[i].raw().isPresent()) {
        values[i].raw().get().copyTo(bytes, at);
      } else {
        codec.write(values[i], bytes, at);
      }
    }
  }
}
