package eu.trama.engines.records.copybook;

import eu.trama.engines.records.findings.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where each field of a record lies.
///
/// @param copybook where the record was described
/// @param record description of the record
/// @param fields all items, each group before what it holds; the first is the record itself
/// @param aliases RENAMES
/// @param least bytes of the shortest record
/// @param most bytes of the longest record
public record Layout(
    Copybook copybook, Item record, List<Field> fields, List<Alias> aliases, int least, int most) {
  /// Bytes that RENAMES gives another name, all tables at their largest.
  public record Alias(String name, int offset, int length, Optional<Field> field) {}

  public Layout {
    fields = List.copyOf(fields);
    aliases = List.copyOf(aliases);
  }

  /// Lays out a record of a copybook that was read without errors.
  ///
  /// @throws IllegalArgumentException where it cannot be laid out
  public static Layout of(Item record, Copybook copybook) {
    Findings findings = new Findings(10);
    return LayoutBuilder.build(copybook, record, Limits.usual(), new Complaints(findings))
        .orElseThrow(() -> new IllegalArgumentException("no layout: " + findings.kept()));
  }

  public Dialect dialect() {
    return copybook.dialect();
  }

  /// The field of that name, where it is the only one, or of that path.
  ///
  /// @throws IllegalArgumentException where there is none, or more than one
  public Field field(String nameOrPath) {
    List<Field> found =
        fields.stream()
            .filter(f ->
                f.item().name().equalsIgnoreCase(nameOrPath)
                    || f.path().equalsIgnoreCase(nameOrPath))
            .toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          (found.isEmpty() ? "no field " : "more than one field ") + nameOrPath);
    }
    return found.getFirst();
  }

  /// Items right below a group, in order.
  public List<Field> children(Field group) {
    List<Field> children = new ArrayList<>();
    for (int i = group.number() + 1; i <= group.last(); i = fields.get(i).last() + 1) {
      children.add(fields.get(i));
    }
    return children;
  }

  /// Whether a group or field may be of different lengths from record to record.
  public boolean variable(Field field) {
    if (!dialect().tablesSlide()) {
      return false;
    }
    for (int i = field.number(); i <= field.last(); i++) {
      if (fields.get(i).count() >= 0) {
        return true;
      }
    }
    return false;
  }

  /// The listing that a compiler would print: offset, length, usage and picture of each field.
  public String listing() {
    return LayoutListing.of(this);
  }
}
