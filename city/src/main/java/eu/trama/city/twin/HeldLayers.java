package eu.trama.city.twin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The small layers, whole in memory: of what a search by place costs for a layer of a few hundred
/// features, nine tenths are the planning of its statements. Kept under the settled snapshot, and
/// therefore for ever right, see [TwinMemory].
final class HeldLayers {

  /// More features than this are left to the store, whose work grows with the answer alone.
  static final int MOST = 2_000;

  /// Of geometries and properties as the store has them.
  private static final int LARGEST_BYTES = 2 << 20;

  private static final int MOST_BYTES = 16 << 20;

  /// What a feature takes in memory beside its texts, and how its geometry grows when it is read.
  private static final int FEATURE_BYTES = 400;

  private static final int GEOMETRY_GROWTH = 4;

  private record Key(String city, Instant valid, Instant known, String layer) {}

  /// @param layer empty for a layer that is too large
  private record Kept(Optional<HeldLayer> layer, int bytes) {}

  private final JdbcClient jdbc;
  private final Function<Snapshot, Settled> settled;
  private final int most;
  private final Cache<Key, Kept> kept =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((Key key, Kept layer) -> layer.bytes())
          .build();

  /// @param most features of a layer that is held
  HeldLayers(JdbcClient jdbc, Function<Snapshot, Settled> settled, int most) {
    this.jdbc = jdbc;
    this.settled = settled;
    this.most = most;
  }

  /// The layer that a query asks for; empty where it is too large, and for what only the store
  /// answers: intervals, values of properties, and snapshots that may still change.
  Optional<HeldLayer> of(LayerQuery query) {
    Instant at = query.when().from();
    if (at == null || !query.when().isInstant() || !query.equal().isEmpty()) {
      return Optional.empty();
    }
    Settled snapshot = settled.apply(new Snapshot(query.city(), new AsOf(at, query.known())));
    if (!snapshot.forEver()) {
      return Optional.empty();
    }
    AsOf asOf = snapshot.snapshot().asOf();
    var key = new Key(query.city(), asOf.valid(), asOf.known(), query.layer());
    return kept.get(key, missing -> read(LayerQuery.all(snapshot.snapshot(), query.layer())))
        .layer();
  }

  private Kept read(LayerQuery all) {
    int bytes = bytes(all);
    if (bytes > LARGEST_BYTES) {
      return new Kept(Optional.empty(), FEATURE_BYTES);
    }
    var sql = SearchSql.select(StoredFeature.COLUMNS, all);
    List<StoredFeature> features =
        jdbc.sql(sql.text()).params(sql.params()).query((row, n) -> StoredFeature.read(row)).list();
    return new Kept(
        Optional.of(new HeldLayer(features)),
        FEATURE_BYTES * (features.size() + 1) + GEOMETRY_GROWTH * bytes);
  }

  /// Bytes of a layer in the store, or more than are held where it has too many features.
  private int bytes(LayerQuery all) {
    String size = "coalesce(octet_length(f.geometry), 0) + pg_column_size(f.properties) as bytes";
    var sql = SearchSql.select(size, all).add(" limit ?", most + 1);
    return jdbc.sql(
            "select case when count(*) > ? then ? else least(coalesce(sum(bytes), 0), ?) end"
                + " from ("
                + sql.text()
                + ") each")
        .params(most, LARGEST_BYTES + 1, LARGEST_BYTES + 1)
        .params(sql.params())
        .query(Integer.class)
        .single();
  }
}
