package eu.trama.city.web.part;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A table with a caption, headings that sort by link, and a name for each row. Drawn by
/// `web/part/table.jte`.
///
/// @param id stands in the page's addresses; a map names its table by it
/// @param tall whether a long table scrolls in a box of its own
public record DataTable(
    String id, String caption, List<Column> columns, List<Row> rows, boolean tall) {

  public DataTable {
    for (Row row : rows) {
      if (row.cells().size() != columns.size()) {
        throw new IllegalArgumentException(
            "row %s of table %s has %d cells for %d columns"
                .formatted(row.id(), id, row.cells().size(), columns.size()));
      }
    }
  }

  /// A column of cells.
  ///
  /// @param number whether its cells are numbers, which stand at the right
  public record Column(String label, boolean number, Optional<Sort> sort) {

    public static Column text(String label) {
      return new Column(label, false, Optional.empty());
    }

    public static Column number(String label) {
      return new Column(label, true, Optional.empty());
    }

    /// The same column, sortable: the link leads to the page in the other order.
    public Column sorted(Order order, String href) {
      return new Column(label, number, Optional.of(new Sort(order, href)));
    }
  }

  public record Sort(Order order, String href) {}

  /// How the rows stand by a column now.
  public enum Order {
    NONE,
    ASCENDING,
    DESCENDING;

    /// The word of `aria-sort`.
    public String aria() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// One thing and what is said of it.
  ///
  /// @param id of the thing in the row, the same as its feature's id on a map; may be empty
  /// @param href where the row's heading leads; empty for nowhere
  /// @param cells as they are shown; the first is the row's heading
  public record Row(String id, String href, List<String> cells) {

    public static Row of(String id, String... cells) {
      return new Row(id, "", List.of(cells));
    }
  }
}
