package eu.trama.engines.records.copybook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Works out the place of every item, slack bytes included.
final class LayoutBuilder {
  private final Copybook copybook;
  private final Dialect dialect;
  private final Complaints complaints;
  private final long mostBytes;
  private final List<Field> fields = new ArrayList<>();
  private boolean tooLong;

  private LayoutBuilder(Copybook copybook, Limits limits, Complaints complaints) {
    this.copybook = copybook;
    this.dialect = copybook.dialect();
    this.mostBytes = limits.recordBytes();
    this.complaints = complaints;
  }

  static Optional<Layout> build(
      Copybook copybook, Item record, Limits limits, Complaints complaints) {
    LayoutBuilder builder = new LayoutBuilder(copybook, limits, complaints);
    long most = builder.place(record, -1, 0, "", 0);
    if (builder.tooLong) {
      complaints.error(
          "record_too_long",
          record.place(),
          record.name(),
          "a record has at most " + limits.recordBytes() + " bytes");
      return Optional.empty();
    }
    if (!builder.resolveCounts()) {
      return Optional.empty();
    }
    int index = copybook.records().indexOf(record);
    List<Layout.Alias> aliases = new ArrayList<>();
    for (Copybook.Renames renames : copybook.renames()) {
      if (renames.record() == index) {
        builder.alias(renames).ifPresent(aliases::add);
      }
    }
    long least = most - builder.shrink(0);
    return Optional.of(
        new Layout(copybook, record, builder.fields, aliases, (int) least, (int) most));
  }

  /// Adds an item and what it holds; returns the bytes of all its occurrences.
  private long place(Item item, int parent, int depth, String prefix, long offset) {
    int number = fields.size();
    String path = depth == 0 ? "" : prefix.isEmpty() ? item.name() : prefix + "." + item.name();
    fields.add(new Field(number, parent, depth, item, path, 0, 0, 0, -1, number));
    long length =
        item.group() ? group(item, number, depth, path, offset) : Storage.bytes(item, dialect);
    long stride = item.occurs().isPresent() ? roundUp(length, widest(item)) : length;
    long span = stride * item.occurs().map(Occurs::most).orElse(1);
    if (offset + span > mostBytes) {
      tooLong = true;
      span = 0;
      length = 0;
    }
    fields.set(
        number,
        new Field(
            number,
            parent,
            depth,
            item,
            path,
            (int) offset,
            (int) length,
            (int) span,
            -1,
            fields.size() - 1));
    return span;
  }

  private long group(Item group, int number, int depth, String path, long offset) {
    Map<String, Long> starts = new HashMap<>();
    long end = offset;
    for (Item child : group.children()) {
      long start = roundUp(end, leading(child));
      if (child.redefines().isPresent()) {
        start = starts.getOrDefault(child.redefines().get(), end);
      }
      starts.put(child.name(), start);
      end = Math.max(end, start + place(child, number, depth + 1, path, start));
    }
    return end - offset;
  }

  private static long roundUp(long value, int multiple) {
    return (value + multiple - 1) / multiple * multiple;
  }

  /// Slack goes before the outermost group that the aligned item begins.
  private int leading(Item item) {
    return item.group() ? leading(item.children().getFirst()) : Storage.alignment(item, dialect);
  }

  /// Occurrences are padded so that each is aligned as the first.
  private int widest(Item item) {
    int widest = Storage.alignment(item, dialect);
    for (Item child : item.children()) {
      widest = Math.max(widest, widest(child));
    }
    return widest;
  }

  private boolean resolveCounts() {
    boolean resolved = true;
    for (Field field : List.copyOf(fields)) {
      Occurs occurs = field.item().occurs().orElse(null);
      if (occurs == null || occurs.dependingOn().isEmpty()) {
        continue;
      }
      int count = find(occurs.dependingOn().get(), field);
      if (count < 0) {
        resolved = false;
        continue;
      }
      fields.set(
          field.number(),
          new Field(
              field.number(),
              field.parent(),
              field.depth(),
              field.item(),
              field.path(),
              field.offset(),
              field.length(),
              field.span(),
              count,
              field.last()));
    }
    return resolved;
  }

  /// Number of the numeric field that a table depends on; the nearest before it where several have
  /// the name.
  private int find(List<String> name, Field table) {
    int found = -1;
    for (Field field : fields) {
      boolean inside = field.number() >= table.number() && field.number() <= table.last();
      if (!inside
          && field.elementary()
          && field.item().picture().map(Picture::numeric).orElse(false)
          && matches(field, name)
          && (found < 0 || field.number() < table.number())) {
        found = field.number();
      }
    }
    if (found < 0) {
      complaints.error(
          "count_not_found",
          table.item().place(),
          String.join(" OF ", name),
          "the table depends on a numeric field of the same record, outside the table");
    }
    return found;
  }

  private boolean matches(Field field, List<String> name) {
    if (!field.item().name().equals(name.getFirst())) {
      return false;
    }
    int above = field.parent();
    for (String group : name.subList(1, name.size())) {
      while (above >= 0 && !fields.get(above).item().name().equals(group)) {
        above = fields.get(above).parent();
      }
      if (above < 0) {
        return false;
      }
      above = fields.get(above).parent();
    }
    return true;
  }

  /// Bytes by which the item shrinks when all tables have their fewest occurrences.
  private long shrink(int number) {
    Field field = fields.get(number);
    Occurs occurs = field.item().occurs().orElse(null);
    long inside = 0;
    if (dialect.tablesSlide()) {
      for (int i = number + 1; i <= field.last(); i = fields.get(i).last() + 1) {
        inside += fields.get(i).item().redefines().isEmpty() ? shrink(i) : 0;
      }
    }
    if (occurs == null) {
      return inside;
    }
    boolean variable = occurs.variable() && dialect.tablesSlide();
    long least = variable ? occurs.least() : occurs.most();
    return field.span() - least * (field.stride() - inside);
  }

  private Optional<Layout.Alias> alias(Copybook.Renames renames) {
    Field from = null;
    Field to = null;
    for (Field field : fields) {
      from = from == null && matches(field, renames.from()) ? field : from;
      to = to == null && matches(field, renames.to()) ? field : to;
    }
    if (from == null || to == null || to.offset() + to.span() < from.offset()) {
      complaints.error(
          "renames_not_found",
          new Place(copybook.name(), 0, 0),
          renames.name(),
          "RENAMES names two fields of the record before it, in order");
      return Optional.empty();
    }
    Optional<Field> same = from.equals(to) ? Optional.of(from) : Optional.empty();
    return Optional.of(
        new Layout.Alias(
            renames.name(), from.offset(), to.offset() + to.span() - from.offset(), same));
  }
}
