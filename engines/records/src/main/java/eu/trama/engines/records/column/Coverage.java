package eu.trama.engines.records.column;

import eu.trama.engines.records.column.ColumnPlan.Kind;
import eu.trama.engines.records.copybook.Field;
import eu.trama.engines.records.copybook.Picture;
import eu.trama.engines.records.copybook.Picture.Category;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Columns of a plan, and which bytes of each section they cover; bytes that no field describes get
/// columns of their own, so that nothing is lost.
final class Coverage {
  private static final int LONG_DIGITS = 18;

  private record Stretch(int table, int section, int from, int to) {}

  private record End(int table, int section, int length, Field owner) {}

  private final List<ColumnPlan> columns = new ArrayList<>();
  private final List<Stretch> stretches = new ArrayList<>();
  private final List<End> ends = new ArrayList<>();

  void add(int table, int section, int offset, Field field) {
    columns.add(
        new ColumnPlan(
            columns.size(),
            table,
            section,
            offset,
            field.length(),
            field.path(),
            field,
            kind(field)));
    cover(table, section, offset, offset + field.length());
  }

  void cover(int table, int section, int from, int to) {
    stretches.add(new Stretch(table, section, from, to));
  }

  void end(int table, int section, int length, Field owner) {
    ends.add(new End(table, section, length, owner));
  }

  List<ColumnPlan> complete() {
    for (End end : ends) {
      List<Stretch> covered =
          stretches.stream()
              .filter(s -> s.table == end.table && s.section == end.section)
              .sorted(Comparator.comparingInt(Stretch::from))
              .toList();
      int at = 0;
      for (Stretch stretch : covered) {
        gap(end, at, stretch.from);
        at = Math.max(at, stretch.to);
      }
      gap(end, at, end.length);
    }
    return columns;
  }

  private void gap(End end, int from, int to) {
    if (to > from) {
      String name = end.owner.path() + "+" + from;
      columns.add(
          new ColumnPlan(
              columns.size(),
              end.table,
              end.section,
              from,
              to - from,
              name,
              end.owner,
              Kind.BYTES));
    }
  }

  private static Kind kind(Field field) {
    Picture picture = field.item().picture().orElse(null);
    if (field.item().filler()) {
      return Kind.BYTES;
    }
    return switch (field.item().usage()) {
      case FLOAT, DOUBLE -> Kind.REAL;
      case INDEX, POINTER, DBCS -> Kind.BYTES;
      case NATIONAL -> picture != null && picture.numeric() ? number(picture) : Kind.BYTES;
      default -> {
        if (picture == null) {
          yield Kind.BYTES;
        }
        yield picture.numeric() || picture.category() == Category.NUMERIC_EDITED
            ? number(picture)
            : picture.category() == Category.FLOATING ? Kind.REAL : Kind.TEXT;
      }
    };
  }

  private static Kind number(Picture picture) {
    return picture.digits() <= LONG_DIGITS ? Kind.LONG : Kind.WIDE;
  }
}
