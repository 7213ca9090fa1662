package eu.trama.engines.records.column;

import eu.trama.engines.records.column.Body.Choose;
import eu.trama.engines.records.column.Body.Count;
import eu.trama.engines.records.column.Body.Place;
import eu.trama.engines.records.column.Body.Repeat;
import eu.trama.engines.records.column.Body.Step;
import eu.trama.engines.records.column.Body.Test;
import eu.trama.engines.records.copybook.Field;
import eu.trama.engines.records.copybook.Layout;
import eu.trama.engines.records.copybook.Occurs;
import eu.trama.engines.records.value.Coding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Compiles a layout into a plan.
final class PlanBuilder {
  private final Layout layout;
  private final Coding coding;
  private final Segments segments;
  private final List<Table> tables = new ArrayList<>();
  private final Coverage columns = new Coverage();
  private final Map<Field, Place> places = new HashMap<>();
  private final Map<Field, Place> expected = new HashMap<>();

  PlanBuilder(Layout layout, Coding coding, Segments segments) {
    this.layout = layout;
    this.coding = coding;
    this.segments = segments;
    segments.choices().keySet().forEach(layout::field);
  }

  Plan build() {
    Field record = layout.fields().getFirst();
    Body body = rows(record, -1, Table.Kind.RECORDS, record.length());
    expected.forEach((field, place) -> {
      if (!place.equals(places.get(field))) {
        throw new IllegalArgumentException(
            field.path() + " counts a table before it, so it must follow right behind");
      }
    });
    return new Plan(layout, coding, tables, columns.complete(), body);
  }

  /// A table whose rows are the occurrences (or the one description) of a field.
  private Body rows(Field field, int parent, Table.Kind kind, int length) {
    int number = tables.size();
    tables.add(new Table(number, parent, field.path(), kind, 1));
    Rows rows = new Rows(number, field);
    if (field.elementary()) {
      rows.column(field);
    } else {
      rows.group(field);
    }
    int last = rows.finish(field.offset() + length);
    tables.set(number, new Table(number, parent, field.path(), kind, rows.section + 1));
    return new Body(number, List.copyOf(rows.steps), rows.section + 1, last);
  }

  private boolean above(int ancestor, int table) {
    int at = table;
    while (at >= 0 && at != ancestor) {
      at = tables.get(at).parent();
    }
    return at == ancestor;
  }

  /// The rows of one table while it is being compiled.
  private final class Rows {
    private final int table;
    private final Field owner;
    private final List<Step> steps = new ArrayList<>();
    private int section;

    /// Offset in the layout at which the section begins.
    private int begin;

    Rows(int table, Field owner) {
      this.table = table;
      this.owner = owner;
      this.begin = owner.offset();
    }

    void group(Field group) {
      List<Field> children = layout.children(group);
      for (int i = 0; i < children.size(); i++) {
        int next = i + 1;
        while (next < children.size() && children.get(next).item().redefines().isPresent()) {
          next++;
        }
        area(children.subList(i, next));
        i = next - 1;
      }
    }

    /// An item and those that redefine it.
    private void area(List<Field> area) {
      List<Field> options = new ArrayList<>(area.subList(0, 1));
      int end = 0;
      for (Field field : area) {
        end = Math.max(end, field.offset() + field.span());
        if (segments.choices().containsKey(field.item().name())) {
          options.add(field);
        }
      }
      Field base = area.getFirst();
      if (options.size() == 1) {
        field(base);
        return;
      }
      List<Body> bodies = new ArrayList<>();
      List<Test> tests = new ArrayList<>();
      for (int i = 0; i < options.size(); i++) {
        Field field = options.get(i);
        if (layout.variable(field) || field.table()) {
          throw new IllegalArgumentException(
              field.item().name() + " cannot be a segment: it is a table or has variable length");
        }
        if (i > 0) {
          tests.add(test(field));
        }
        bodies.add(rows(field, table, Table.Kind.SEGMENTS, end - base.offset()));
      }
      int offset = base.offset() - begin;
      columns.cover(table, section, offset, end - begin);
      steps.add(new Choose(bodies, tests, section, offset));
    }

    private Test test(Field field) {
      Segments.Choice choice =
          Objects.requireNonNull(segments.choices().get(field.item().name()), "a choice was found");
      Field tells = layout.field(choice.field());
      return new Test(reachable(tells, choice.field()), SegmentValues.of(tells, choice, coding));
    }

    private Place reachable(Field field, String name) {
      Place place = places.get(field);
      if (place == null || !above(place.table(), table)) {
        throw new IllegalArgumentException(
            name + " must lie before what it tells about, and not in another table or segment");
      }
      return place;
    }

    private void field(Field field) {
      if (field.table()) {
        table(field);
      } else if (field.elementary()) {
        column(field);
      } else {
        group(field);
      }
    }

    void column(Field field) {
      int offset = field.offset() - begin;
      places.put(field, new Place(table, section, offset));
      columns.add(table, section, offset, field);
    }

    private void table(Field field) {
      Occurs occurs = field.item().occurs().orElseThrow();
      boolean slides = layout.variable(field);
      int offset = field.offset() - begin;
      Body rows = rows(field, table, Table.Kind.OCCURRENCES, field.stride());
      boolean counted = field.count() >= 0 && layout.dialect().tablesSlide();
      Count count = counted ? count(field) : Count.FIXED;
      int least = counted ? occurs.least() : occurs.most();
      int stride = rows.plain() ? field.stride() : -1;
      steps.add(new Repeat(rows, section, offset, least, occurs.most(), stride, count, slides));
      if (slides) {
        columns.end(table, section, offset, owner);
        section++;
        begin = field.offset() + field.span();
      } else {
        columns.cover(table, section, offset, offset + field.span());
      }
    }

    private Count count(Field field) {
      Field counter = layout.fields().get(field.count());
      CountReader number = CountReader.of(counter, coding);
      if (counter.number() < field.number()) {
        return new Count(reachable(counter, counter.path()), number, false);
      }
      int behind = counter.offset() - field.offset() - field.span();
      Place place = new Place(table, section + 1, behind);
      expected.put(counter, place);
      return new Count(place, number, true);
    }

    /// Bytes of the last section.
    int finish(int end) {
      columns.end(table, section, end - begin, owner);
      return end - begin;
    }
  }
}
