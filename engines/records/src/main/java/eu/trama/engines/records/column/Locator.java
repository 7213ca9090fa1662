package eu.trama.engines.records.column;

import eu.trama.engines.records.column.Body.Choose;
import eu.trama.engines.records.column.Body.Count;
import eu.trama.engines.records.column.Body.Place;
import eu.trama.engines.records.column.Body.Repeat;
import eu.trama.engines.records.column.Body.Step;
import eu.trama.engines.records.column.Body.Test;
import java.util.List;

/// Finds the places of rows, record by record, from the bytes: the one pass that has to look at
/// records one after the other.
final class Locator {
  /// A count is no number, or outside its bounds: the places behind it are unknown.
  static final int LOST = -1;

  private final Plan plan;
  private final Rows rows;
  private final int[] before;
  private byte[] bytes = new byte[0];
  private int end;

  Locator(Plan plan, Rows rows) {
    this.plan = plan;
    this.rows = rows;
    this.before = new int[rows.counts.length];
  }

  /// Adds the rows of one record; gives the place behind it as its layout has it, or {@link #LOST}.
  int record(byte[] from, int start, int length) {
    bytes = from;
    end = start + length;
    System.arraycopy(rows.counts, 0, before, 0, before.length);
    int found = body(plan.body(), start);
    if (found == LOST) {
      takeBack();
    }
    return found;
  }

  /// Takes back the rows of the last record.
  void takeBack() {
    System.arraycopy(before, 0, rows.counts, 0, before.length);
  }

  private int body(Body body, int start) {
    int row = rows.add(body.table(), start);
    List<Step> steps = body.steps();
    int section = start;
    int number = 0;
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i) instanceof Repeat repeat) {
        int behind = repeat(repeat, section + repeat.offset(), row);
        if (behind == LOST) {
          return LOST;
        }
        if (repeat.slides()) {
          section = behind;
          number++;
          rows.places[body.table()][number][row] = section;
        }
      } else if (steps.get(i) instanceof Choose choose) {
        choose(choose, section + choose.offset(), row);
      }
    }
    return section + body.length();
  }

  private int repeat(Repeat repeat, int start, int row) {
    int count = repeat.most();
    if (!repeat.count().fixed()) {
      count = repeat.count().later() ? solve(repeat, start) : count(repeat.count());
      if (count < repeat.least() || count > repeat.most()) {
        return LOST;
      }
    }
    rows.open(repeat.rows().table(), row);
    if (repeat.stride() >= 0) {
      rows.add(repeat.rows().table(), start, repeat.stride(), count);
      return start + count * repeat.stride();
    }
    int at = start;
    for (int i = 0; i < count; i++) {
      at = body(repeat.rows(), at);
      if (at == LOST) {
        return LOST;
      }
    }
    return at;
  }

  private int count(Count count) {
    int at = at(count.place());
    // Whole words are read, so a count in the record's last bytes needs the margin behind it.
    return at + 8 > bytes.length ? LOST : count.number().read(bytes, at);
  }

  private int at(Place place) {
    int row = rows.counts[place.table()] - 1;
    return rows.places[place.table()][place.section()][row] + place.offset();
  }

  /// The count lies behind its table: the number of occurrences that puts it where it says that
  /// number.
  private int solve(Repeat repeat, int start) {
    for (int n = repeat.least(); n <= repeat.most() && repeat.stride() >= 0; n++) {
      int place = start + n * repeat.stride() + repeat.count().place().offset();
      if (place + 1 > end) {
        break;
      }
      if (repeat.count().number().read(bytes, place) == n) {
        return n;
      }
    }
    return LOST;
  }

  private void choose(Choose choose, int start, int row) {
    int chosen = chosen(choose.tests());
    List<Body> options = choose.options();
    for (int i = 0; i < options.size(); i++) {
      Body option = options.get(i);
      rows.open(option.table(), row);
      if (i == chosen) {
        if (option.plain()) {
          rows.add(option.table(), start);
        } else {
          body(option, start);
        }
      }
    }
  }

  private int chosen(List<Test> tests) {
    for (int i = 0; i < tests.size(); i++) {
      if (matches(tests.get(i))) {
        return i + 1;
      }
    }
    return 0;
  }

  private boolean matches(Test test) {
    int at = at(test.place());
    List<byte[]> values = test.values();
    for (int i = 0; i < values.size(); i++) {
      byte[] value = values.get(i);
      int same = 0;
      while (same < value.length && at + same < bytes.length && bytes[at + same] == value[same]) {
        same++;
      }
      if (same == value.length) {
        return true;
      }
    }
    return false;
  }
}
