package eu.trama.engines.records.copybook;

import java.util.Locale;

/// Prints a layout for people.
final class LayoutListing {
  private LayoutListing() {}

  static String of(Layout layout) {
    StringBuilder text = new StringBuilder();
    line(text, "offset", "length", "usage", "field", "picture, table");
    for (Field field : layout.fields()) {
      Item item = field.item();
      String label = String.format(Locale.ROOT, "%02d %s", item.level(), item.name());
      line(
          text,
          String.valueOf(field.offset()),
          String.valueOf(field.length()),
          item.usage().label(),
          "  ".repeat(field.depth()) + label,
          remarks(layout, field));
    }
    for (Layout.Alias alias : layout.aliases()) {
      line(
          text,
          String.valueOf(alias.offset()),
          String.valueOf(alias.length()),
          "renames",
          "66 " + alias.name(),
          "");
    }
    text.append(
        String.format(Locale.ROOT, "record of %d to %d bytes%n", layout.least(), layout.most()));
    return text.toString().replace("\r\n", "\n");
  }

  private static String remarks(Layout layout, Field field) {
    Item item = field.item();
    StringBuilder remarks = new StringBuilder(item.picture().map(Picture::text).orElse(""));
    item.redefines().ifPresent(base -> remarks.append(" redefines ").append(base));
    if (item.occurs().isPresent()) {
      Occurs occurs = item.occurs().get();
      remarks.append(" occurs ").append(occurs.least());
      if (occurs.variable()) {
        remarks.append(" to ").append(occurs.most());
        remarks.append(" by ").append(layout.fields().get(field.count()).item().name());
      }
    }
    return remarks.toString().strip();
  }

  private static void line(
      StringBuilder text, String offset, String length, String usage, String name, String rest) {
    String line =
        String.format(Locale.ROOT, "%8s %8s %-8s %-40s %s", offset, length, usage, name, rest);
    text.append(line.stripTrailing()).append('\n');
  }
}
