package eu.trama.city.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;

/// A statement over `twin.feature f`, put together with its parameters.
final class SearchSql {

  private final StringBuilder text = new StringBuilder();
  private final List<Object> params = new ArrayList<>();

  /// @param columns what to select
  static SearchSql select(String columns, LayerQuery query) {
    var sql = new SearchSql();
    sql.text.append("select ").append(columns).append(" from twin.feature f where ");
    sql.add("f.city = ? and f.layer = ?", query.city(), query.layer());
    sql.add(" and f.known @> ?::timestamptz", Sql.at(query.known()));
    sql.valid(query);
    sql.equal(query);
    return sql;
  }

  SearchSql add(String more, Object... values) {
    text.append(more);
    params.addAll(List.of(values));
    return this;
  }

  String text() {
    return text.toString();
  }

  List<Object> params() {
    return params;
  }

  private void valid(LayerQuery query) {
    var when = query.when();
    if (when.isInstant() && when.from() != null) {
      add(" and f.valid @> ?::timestamptz", Sql.at(when.from()));
      return;
    }
    String range = range(when);
    add(" and f.valid && " + range, ends(when));
    add(
        " and not exists (select 1 from twin.feature g where g.city = f.city and g.layer = f.layer"
            + " and g.id = f.id and g.known @> ?::timestamptz",
        Sql.at(query.known()));
    add(" and g.valid && " + range + " and lower(g.valid) > lower(f.valid))", ends(when));
  }

  private static String range(Validity when) {
    String from = when.from() == null ? "null" : "?::timestamptz";
    String to = when.to() == null ? "null" : "?::timestamptz";
    return "tstzrange(" + from + ", " + to + ", '[]')";
  }

  private static Object[] ends(Validity when) {
    var ends = new ArrayList<Object>();
    if (when.from() != null) {
      ends.add(Sql.at(when.from()));
    }
    if (when.to() != null) {
      ends.add(Sql.at(when.to()));
    }
    return ends.toArray();
  }

  private void equal(LayerQuery query) {
    for (Map.Entry<String, Object> each : query.equal().entrySet()) {
      add(" and f.properties -> ? = ?::jsonb", each.getKey(), Json.write(each.getValue()));
    }
  }

  /// Those of a tier whose box meets one of these, found by the index of places.
  SearchSql places(LayerQuery query, int tier, List<Envelope> boxes) {
    add(" and (");
    for (int i = 0; i < boxes.size(); i++) {
      add(
          (i == 0 ? "" : " or ") + "f.place && twin.place(?, ?, ?::smallint, ?::box)",
          query.city(),
          query.layer(),
          tier,
          text(boxes.get(i)));
    }
    return add(")");
  }

  /// Those whose box meets one of these, of rows that another index gives.
  SearchSql boxes(List<Envelope> boxes) {
    add(" and (");
    for (int i = 0; i < boxes.size(); i++) {
      add((i == 0 ? "" : " or ") + "f.box && ?::box", text(boxes.get(i)));
    }
    return add(")");
  }

  static String text(Envelope box) {
    return "(%s,%s),(%s,%s)".formatted(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
  }
}
