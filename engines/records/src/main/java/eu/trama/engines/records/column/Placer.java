package eu.trama.engines.records.column;

import eu.trama.engines.records.column.Body.Choose;
import eu.trama.engines.records.column.Body.Repeat;
import eu.trama.engines.records.column.Body.Step;

/// Finds the places of rows from how many there are: what the locator does, when there are no bytes
/// yet.
final class Placer {
  private final Rows rows;

  /// By table: the next row to be placed.
  private final int[] next;

  Placer(Rows rows) {
    this.rows = rows;
    this.next = new int[rows.counts.length];
  }

  /// Places the next row of a table at `start`, and all that is in it; gives the place behind it.
  int place(Body body, int start) {
    int table = body.table();
    int row = next[table]++;
    rows.places[table][0][row] = start;
    int section = start;
    int number = 0;
    for (Step step : body.steps()) {
      switch (step) {
        case Repeat repeat -> {
          int behind = repeat(repeat, section + repeat.offset(), row);
          if (repeat.slides()) {
            section = behind;
            number++;
            rows.places[table][number][row] = section;
          }
        }
        case Choose choose -> {
          for (Body option : choose.options()) {
            int[] starts = rows.starts[option.table()];
            if (starts[row + 1] > starts[row]) {
              place(option, section + choose.offset());
            }
          }
        }
      }
    }
    return section + body.length();
  }

  private int repeat(Repeat repeat, int start, int row) {
    int table = repeat.rows().table();
    int[] starts = rows.starts[table];
    int at = start;
    if (repeat.stride() < 0) {
      for (int i = starts[row]; i < starts[row + 1]; i++) {
        at = place(repeat.rows(), at);
      }
      return at;
    }
    int[] places = rows.places[table][0];
    for (int i = starts[row]; i < starts[row + 1]; i++) {
      places[i] = at;
      at += repeat.stride();
    }
    next[table] = starts[row + 1];
    return at;
  }
}
