package eu.trama.city.twin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;

/// A statement over `twin.feature f`, put together with its parameters.
final class SearchSql {

  private static final double SLOT_WIDTH = 1_000;
  private static final double TIER_HEIGHT = 400;

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
      String place = place(query.city(), query.layer(), tier, boxes.get(i));
      add((i == 0 ? "" : " or ") + "f.place && ?::box", place);
    }
    return add(")");
  }

  /// The rows of all these, one statement after the other, until there are enough.
  static SearchSql inTurn(String columns, List<SearchSql> parts, long most) {
    var all = new SearchSql();
    all.text.append("select ").append(columns).append(" from (");
    for (int i = 0; i < parts.size(); i++) {
      all.text.append(i == 0 ? "(" : " union all (").append(parts.get(i).text).append(')');
      all.params.addAll(parts.get(i).params);
    }
    return all.add(") found where twin.in_turn() limit ?", most);
  }

  /// Where `twin.place` of `V2__places.sql` puts a box; worked out here, so that it is not for
  /// every row.
  static String place(String city, String layer, int tier, Envelope box) {
    byte[] hash = md5(city + "/" + layer);
    int slot = ((hash[0] & 0xff) << 12) | ((hash[1] & 0xff) << 4) | ((hash[2] & 0xff) >> 4);
    double east = SLOT_WIDTH * slot;
    double north = TIER_HEIGHT * tier;
    return "(%s,%s),(%s,%s)"
        .formatted(
            box.getMinX() + east,
            box.getMinY() + north,
            box.getMaxX() + east,
            box.getMaxY() + north);
  }

  private static byte[] md5(String text) {
    try {
      return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }

  /// Those whose box meets one of these, of rows that another index gives.
  SearchSql boxes(List<Envelope> boxes) {
    add(" and (");
    for (int i = 0; i < boxes.size(); i++) {
      add((i == 0 ? "" : " or ") + "f.box && ?::box", text(boxes.get(i)));
    }
    return add(")");
  }

  /// Those whose box lies within one of the area's.
  SearchSql inside(Area area) {
    add(" and (");
    for (int i = 0; i < area.boxes().size(); i++) {
      add((i == 0 ? "" : " or ") + "f.box <@ ?::box", text(area.boxes().get(i)));
    }
    return add(")");
  }

  static String text(Envelope box) {
    return "(%s,%s),(%s,%s)".formatted(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
  }
}
