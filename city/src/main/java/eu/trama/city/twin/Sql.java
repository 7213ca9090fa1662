package eu.trama.city.twin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/// How the twin's values travel to and from the store.
final class Sql {

  private Sql() {}

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  static Feature feature(ResultSet row) throws SQLException {
    return new Feature(
        row.getString("layer"),
        row.getString("id"),
        geometry(row.getBytes("geometry")),
        Json.properties(Json.read(row.getString("properties"))));
  }

  static @Nullable Geometry geometry(byte @Nullable [] wkb) {
    if (wkb == null) {
      return null;
    }
    try {
      return new WKBReader(GeoJson.WGS84).read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException("the store holds a broken geometry", e);
    }
  }
}
