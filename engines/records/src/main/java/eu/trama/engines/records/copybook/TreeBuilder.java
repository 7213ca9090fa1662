package eu.trama.engines.records.copybook;

import eu.trama.engines.records.copybook.Copybook.Renames;
import eu.trama.engines.records.copybook.EntryParser.Renaming;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts entries under one another by their levels, and checks what each may say.
final class TreeBuilder {
  private final String name;
  private final Complaints complaints;
  private final List<Entry> records = new ArrayList<>();
  private final List<Renames> renames = new ArrayList<>();

  private TreeBuilder(String name, Complaints complaints) {
    this.name = name;
    this.complaints = complaints;
  }

  static Optional<Copybook> build(
      String name, EntryParser parser, Complaints complaints, CopybookOptions options) {
    TreeBuilder builder = new TreeBuilder(name, complaints);
    builder.nest(parser);
    if (builder.records.isEmpty()) {
      complaints.error(
          "no_record", new Place(name, 0, 0), "", "no data description with a level was found");
    }
    builder.records.forEach(record -> builder.check(record, null));
    if (complaints.findings().errors() > 0) {
      return Optional.empty();
    }
    List<Item> items = new ArrayList<>();
    for (Entry entry : builder.records) {
      items.add(entry.item(null, null, false));
    }
    Copybook copybook = new Copybook(name, items, builder.renames, parser.dialect());
    for (Item record : items) {
      // A layout is made for its findings: a table whose count is missing, a record too long.
      LayoutBuilder.build(copybook, record, options.limits(), complaints);
    }
    return complaints.findings().errors() > 0 ? Optional.empty() : Optional.of(copybook);
  }

  private void nest(EntryParser parser) {
    Deque<Entry> open = new ArrayDeque<>();
    int renaming = 0;
    for (int i = 0; i <= parser.entries.size(); i++) {
      while (renaming < parser.renamings.size() && parser.renamingAfter.get(renaming) <= i) {
        Renaming found = parser.renamings.get(renaming++);
        renames.add(new Renames(records.size() - 1, found.name(), found.from(), found.to()));
      }
      if (i == parser.entries.size()) {
        return;
      }
      Entry entry = parser.entries.get(i);
      if (entry.level == 1 || entry.level == 77) {
        records.add(entry);
        open.clear();
      } else {
        while (!open.isEmpty() && open.element().level >= entry.level) {
          open.pop();
        }
        if (open.isEmpty()) {
          Entry record = new Entry(1, recordName(), entry.place);
          records.add(record);
          open.push(record);
        }
        open.element().children.add(entry);
      }
      open.push(entry);
    }
  }

  /// The copybook's own name, for a copybook that begins below level 01.
  private String recordName() {
    int dot = name.indexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    return stem.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_-]", "-");
  }

  private void check(Entry entry, @Nullable Usage groupUsage) {
    Usage usage = entry.usage != null ? entry.usage : groupUsage;
    if (entry.elementary()) {
      elementary(entry, usage);
    } else {
      if (entry.picture != null) {
        error("group_with_picture", entry, "remove the picture, or check the levels below");
      }
      if (entry.level == 77) {
        error("group_at_77", entry, "use level 01 for a group");
      }
      redefinitions(entry.children);
      entry.children.forEach(child -> check(child, usage));
    }
    if (entry.occurs != null && (entry.level == 1 || entry.level == 77)) {
      error("occurs_at_01", entry, "put the table into a record of its own");
    }
  }

  private void elementary(Entry entry, @Nullable Usage usage) {
    Picture picture = entry.picture;
    if (picture == null) {
      if (!bare(usage)) {
        error("missing_picture", entry, "add PIC, or items with higher levels below");
      }
      return;
    }
    if (bare(entry.usage)) {
      error("picture_with_usage", entry, "COMP-1, COMP-2, INDEX and POINTER take no picture");
    }
    boolean number =
        usage == Usage.BINARY
            || usage == Usage.NATIVE_BINARY
            || usage == Usage.PACKED
            || usage == Usage.UNSIGNED_PACKED;
    if (number && entry.usage != null && !picture.numeric()) {
      error("usage_without_number", entry, "this usage takes a picture of S, 9, V and P");
    }
    if (usage == Usage.UNSIGNED_PACKED && picture.signed()) {
      error("signed_comp_6", entry, "COMP-6 holds no sign: remove S");
    }
    if ((usage == Usage.BINARY || usage == Usage.NATIVE_BINARY) && picture.digits() > 18) {
      error("binary_too_long", entry, "a binary number has at most 18 digits");
    }
  }

  private static boolean bare(@Nullable Usage usage) {
    return usage == Usage.FLOAT
        || usage == Usage.DOUBLE
        || usage == Usage.INDEX
        || usage == Usage.POINTER;
  }

  /// An item redefines the storage of the item before it; only other redefinitions of the same item
  /// may stand between.
  private void redefinitions(List<Entry> siblings) {
    String base = "";
    Set<String> same = new HashSet<>();
    for (Entry entry : siblings) {
      if (entry.redefines == null) {
        base = entry.name;
        same.clear();
      } else if (base.isEmpty()
          || !(entry.redefines.equals(base) || same.contains(entry.redefines))) {
        error(
            "bad_redefines",
            entry,
            "the item before must be " + entry.redefines + ", or redefine it too");
      }
      same.add(entry.name);
    }
  }

  private void error(String code, Entry entry, String advice) {
    complaints.error(code, entry.place, entry.name, advice);
  }
}
