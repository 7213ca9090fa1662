package eu.trama.city.twin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// A feature as the store has it: geometry and properties are read only when they are asked for.
public final class StoredFeature {

  static final String COLUMNS =
      "f.id, f.tier, f.geometry, f.properties::text as properties, lower(f.valid) as valid_from,"
          + " upper(f.valid) as valid_to";

  private final String id;
  private final int tier;
  private final byte @Nullable [] wkb;
  private final String properties;
  private final Instant validFrom;
  private final @Nullable Instant validTo;
  private @Nullable Geometry geometry;

  private StoredFeature(
      String id,
      int tier,
      byte @Nullable [] wkb,
      String properties,
      Instant validFrom,
      @Nullable Instant validTo) {
    this.id = id;
    this.tier = tier;
    this.wkb = wkb;
    this.properties = properties;
    this.validFrom = validFrom;
    this.validTo = validTo;
  }

  static StoredFeature read(ResultSet row) throws SQLException {
    OffsetDateTime from = row.getObject("valid_from", OffsetDateTime.class);
    return new StoredFeature(
        row.getString("id"),
        row.getInt("tier"),
        row.getBytes("geometry"),
        row.getString("properties"),
        from == null ? Instant.MIN : from.toInstant(),
        Sql.instantOrNull(row, "valid_to"));
  }

  public String id() {
    return id;
  }

  /// 6 for the few that are always shown, down to 0, see `V2__places.sql`.
  public int tier() {
    return tier;
  }

  public @Nullable Geometry geometry() {
    if (geometry == null) {
      geometry = Sql.geometry(wkb);
    }
    return geometry;
  }

  /// The properties as a JSON object.
  public String propertiesJson() {
    return properties;
  }

  public Properties properties() {
    return Json.properties(Json.read(properties));
  }

  public Instant validFrom() {
    return validFrom;
  }

  /// Until when it is so, that instant excluded; empty for as long as is known.
  public Optional<Instant> validTo() {
    return Optional.ofNullable(validTo);
  }
}
