package eu.trama.city.twin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A layer in short.
///
/// @param count features that are so at the snapshot's valid time
/// @param box around all that the twin believes was, is or will be there; empty without a place
/// @param validFrom the earliest time of which the layer speaks; empty where it holds nothing
/// @param validTo the end of the last thing; empty where something has no end
public record LayerFacts(
    long count, Optional<Envelope> box, Optional<Instant> validFrom, Optional<Instant> validTo) {

  static LayerFacts read(JdbcClient jdbc, Snapshot snapshot, String layer) {
    return jdbc.sql(
            """
            select count(*) filter (where valid @> ?::timestamptz) as features,
              min((box[1])[0]) as west, min((box[1])[1]) as south,
              max((box[0])[0]) as east, max((box[0])[1]) as north,
              min(lower(valid)) as valid_from, max(upper(valid)) as valid_to,
              bool_or(upper_inf(valid)) as endless
            from twin.feature where city = ? and layer = ? and known @> ?::timestamptz
            """)
        .params(
            Sql.at(snapshot.asOf().valid()),
            snapshot.city(),
            layer,
            Sql.at(snapshot.asOf().known()))
        .query((row, n) -> read(row))
        .single();
  }

  private static LayerFacts read(ResultSet row) throws SQLException {
    return new LayerFacts(
        row.getLong("features"),
        Optional.ofNullable(box(row)),
        Optional.ofNullable(Sql.instantOrNull(row, "valid_from")),
        row.getBoolean("endless")
            ? Optional.empty()
            : Optional.ofNullable(Sql.instantOrNull(row, "valid_to")));
  }

  private static @Nullable Envelope box(ResultSet row) throws SQLException {
    double west = row.getDouble("west");
    return row.wasNull()
        ? null
        : new Envelope(west, row.getDouble("east"), row.getDouble("south"), row.getDouble("north"));
  }
}
