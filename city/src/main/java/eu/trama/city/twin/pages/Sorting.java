package eu.trama.city.twin.pages;

import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.DataTable.Order;

/// The order of a table, kept in the page's address as `sort` and `order`.
///
/// @param way the page's address with its other parameters
/// @param sort key of the column
/// @param order `up`, `down`, or empty for the column's own: texts up, numbers down
public record Sorting(String way, String sort, String order) {

  public boolean ascending(String textColumn) {
    return order.isEmpty() ? sort.equals(textColumn) : order.equals("up");
  }

  /// The column with the link to its other order.
  public Column column(Column column, String key, String textColumn) {
    boolean current = sort.equals(key);
    boolean up = ascending(textColumn);
    Order now = current ? (up ? Order.ASCENDING : Order.DESCENDING) : Order.NONE;
    String next = current ? (up ? "down" : "up") : (column.number() ? "down" : "up");
    String join = way.indexOf('?') < 0 ? "?" : "&";
    return column.sorted(now, way + join + "sort=" + key + "&order=" + next);
  }
}
