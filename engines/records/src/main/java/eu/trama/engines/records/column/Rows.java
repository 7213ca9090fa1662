package eu.trama.engines.records.column;

import java.util.Arrays;
import java.util.List;

/// Where the rows of each table begin in a batch's bytes, and which rows belong to which row of the
/// table above. Reused from batch to batch.
final class Rows {
  final int[] counts;

  /// By table and section: where each row begins.
  final int[][][] places;

  /// By table: first row of each row of the parent; one entry more than the parent has rows.
  final int[][] starts;

  private final int[] parents;

  Rows(List<Table> tables) {
    counts = new int[tables.size()];
    places = new int[tables.size()][][];
    starts = new int[tables.size()][];
    parents = new int[tables.size()];
    for (Table table : tables) {
      places[table.number()] = new int[table.sections()][256];
      starts[table.number()] = new int[257];
      parents[table.number()] = table.parent();
    }
  }

  void clear() {
    Arrays.fill(counts, 0);
  }

  /// Adds a row; its sections are placed as they are found.
  int add(int table, int place) {
    int row = counts[table];
    if (row == places[table][0].length) {
      for (int i = 0; i < places[table].length; i++) {
        places[table][i] = Arrays.copyOf(places[table][i], row * 2);
      }
    }
    places[table][0][row] = place;
    counts[table] = row + 1;
    return row;
  }

  /// Adds rows that follow one another.
  void add(int table, int place, int stride, int count) {
    int row = counts[table];
    int[] first = places[table][0];
    if (row + count > first.length) {
      int room = Math.max(row + count, first.length * 2);
      for (int i = 0; i < places[table].length; i++) {
        places[table][i] = Arrays.copyOf(places[table][i], room);
      }
      first = places[table][0];
    }
    int at = place;
    for (int i = 0; i < count; i++) {
      first[row + i] = at;
      at += stride;
    }
    counts[table] = row + count;
  }

  /// Notes that the rows of a table for a row of its parent begin here.
  void open(int table, int parentRow) {
    if (parentRow + 1 >= starts[table].length) {
      starts[table] = Arrays.copyOf(starts[table], parentRow * 2 + 2);
    }
    starts[table][parentRow] = counts[table];
  }

  /// Closes the last parent row of every table.
  void close() {
    for (int table = 1; table < counts.length; table++) {
      open(table, counts[parents[table]]);
    }
  }
}
