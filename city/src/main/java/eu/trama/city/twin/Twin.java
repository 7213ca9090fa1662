package eu.trama.city.twin;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads the twin: cities, and the features of their layers at any point in both times.
@Service
public class Twin {

  private static final int FETCH = 2_000;
  private static final int FINGERPRINTS_KEPT = 10_000;

  private static final String VISIBLE =
      "city = ? and layer = ? and valid @> ?::timestamptz and known @> ?::timestamptz";

  private final JdbcClient jdbc;
  private final JdbcTemplate streaming;
  private final TransactionTemplate reading;
  private final Clock clock;
  private final Catalogue catalogue;
  private final Blobs blobs;
  private final ConcurrentMap<String, String> fingerprints = new ConcurrentHashMap<>();

  Twin(
      DataSource source,
      PlatformTransactionManager transactions,
      Clock clock,
      Catalogue catalogue,
      Blobs blobs) {
    this.jdbc = JdbcClient.create(source);
    this.streaming = new JdbcTemplate(source);
    this.streaming.setFetchSize(FETCH);
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
    this.clock = clock;
    this.catalogue = catalogue;
    this.blobs = blobs;
  }

  public List<City> cities() {
    return jdbc.sql("select * from twin.city order by name")
        .query((row, n) ->
            new City(
                row.getString("id"),
                row.getString("name"),
                row.getString("country"),
                ZoneId.of(row.getString("timezone")),
                row.getInt("utm_epsg"),
                row.getDouble("lat"),
                row.getDouble("lon"),
                row.getDouble("zoom"),
                Arrays.asList((String[]) row.getArray("languages").getArray()),
                row.getString("currency")))
        .list();
  }

  public Optional<City> city(String id) {
    return cities().stream().filter(city -> city.id().equals(id)).findFirst();
  }

  /// Makes a city known, or changes how it is described.
  public void settle(City city) {
    jdbc.sql(
            """
            insert into twin.city values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set name = excluded.name, country = excluded.country,
              timezone = excluded.timezone, utm_epsg = excluded.utm_epsg, lat = excluded.lat, lon = excluded.lon,
              zoom = excluded.zoom, languages = excluded.languages, currency = excluded.currency
            """)
        .params(
            city.id(),
            city.name(),
            city.country(),
            city.timezone().getId(),
            city.utmEpsg(),
            city.lat(),
            city.lon(),
            city.zoom(),
            city.languages().toArray(String[]::new),
            city.currency())
        .update();
  }

  /// The city today, as far as the twin knows. What the twin knew is fixed at its last dataset, so
  /// a snapshot shows the same for ever, whatever is being imported meanwhile.
  public Snapshot today(String city) {
    Instant now = clock.instant();
    return new Snapshot(city, new AsOf(now, catalogue.lastLearned(city).orElse(now)));
  }

  /// The city as a model would see it where nothing is changed.
  public CityView view(Snapshot snapshot) {
    return new CityView(this, snapshot, List.of());
  }

  /// How many features each layer holds.
  public SortedMap<String, Long> layers(Snapshot snapshot) {
    var counts = new TreeMap<String, Long>();
    jdbc.sql(
            """
            select layer, count(*) as features from twin.feature
            where city = ? and valid @> ?::timestamptz and known @> ?::timestamptz group by layer
            """)
        .params(snapshot.city(), Sql.at(snapshot.asOf().valid()), Sql.at(snapshot.asOf().known()))
        .query((RowCallbackHandler) row -> counts.put(row.getString(1), row.getLong(2)));
    return counts;
  }

  /// All features of a layer, in the order of their ids.
  public List<Feature> features(Snapshot snapshot, String layer) {
    return jdbc.sql("select * from twin.feature where " + VISIBLE + " order by id collate \"C\"")
        .params(visible(snapshot, layer))
        .query((row, n) -> Sql.feature(row))
        .list();
  }

  /// A page of a layer, in the order of ids.
  ///
  /// @param after the last id of the page before; empty for the first
  /// @param box only features whose bounding box meets this one, degrees; null for all
  public List<Feature> page(
      Snapshot snapshot, String layer, String after, int limit, @Nullable Envelope box) {
    var params = new ArrayList<Object>(visible(snapshot, layer));
    String within = box == null ? "" : within(snapshot.city(), layer, box, params);
    params.add(after);
    params.add(limit);
    return jdbc.sql(
            "select * from twin.feature where "
                + VISIBLE
                + within
                + " and id collate \"C\" > ? order by id collate \"C\" limit ?")
        .params(params)
        .query((row, n) -> Sql.feature(row))
        .list();
  }

  /// Every tier has its own place in the index, see `V2__places.sql`.
  private static String within(String city, String layer, Envelope box, List<Object> params) {
    var places = new ArrayList<String>();
    for (int tier = 0; tier <= FeatureSearch.TOP; tier++) {
      places.add("place && ?::box");
      params.add(SearchSql.place(city, layer, tier, box));
    }
    return " and (" + String.join(" or ", places) + ")";
  }

  /// Hands over the features of a layer one after the other, without holding them all.
  public void each(Snapshot snapshot, String layer, Consumer<Feature> reader) {
    reading.executeWithoutResult(status ->
        streaming.query(
            "select * from twin.feature where " + VISIBLE + " order by id collate \"C\"",
            (RowCallbackHandler) row -> reader.accept(Sql.feature(row)),
            visible(snapshot, layer).toArray()));
  }

  public Optional<Feature> feature(Snapshot snapshot, String layer, String id) {
    return jdbc.sql("select * from twin.feature where " + VISIBLE + " and id = ?")
        .params(visible(snapshot, layer))
        .param(id)
        .query((row, n) -> Sql.feature(row))
        .optional();
  }

  /// Everything that was ever believed of a feature, the latest belief first.
  public List<FeatureVersion> history(String city, String layer, String id) {
    return jdbc.sql(
            """
            select *, lower(valid) as valid_from, upper(valid) as valid_to,
              lower(known) as known_from, upper(known) as known_to
            from twin.feature where city = ? and layer = ? and id = ?
            order by lower(known) desc, lower(valid) desc
            """)
        .params(city, layer, id)
        .query((row, n) ->
            new FeatureVersion(
                Sql.feature(row),
                row.getLong("dataset"),
                Sql.instant(row, "valid_from"),
                Sql.instantOrNull(row, "valid_to"),
                Sql.instant(row, "known_from"),
                Sql.instantOrNull(row, "known_to")))
        .list();
  }

  /// Hash of what some layers hold: equal exactly when every id, shape and property is.
  public String fingerprint(Snapshot snapshot, List<String> layers) {
    var text = new StringBuilder();
    layers.stream()
        .sorted()
        .forEach(layer ->
            text.append(layer).append(' ').append(fingerprint(snapshot, layer)).append('\n'));
    return Digest.hex(text.toString());
  }

  private String fingerprint(Snapshot snapshot, String layer) {
    if (fingerprints.size() > FINGERPRINTS_KEPT) {
      fingerprints.clear();
    }
    String key =
        String.join(
            "|",
            snapshot.city(),
            layer,
            snapshot.asOf().valid().toString(),
            snapshot.asOf().known().toString());
    return fingerprints.computeIfAbsent(
        key,
        k ->
            jdbc.sql(
                    "select encode(sha256(coalesce(string_agg(hash, ''::bytea order by id collate \"C\"), ''::bytea)),"
                        + " 'hex') from twin.feature where "
                        + VISIBLE)
                .params(visible(snapshot, layer))
                .query(String.class)
                .single());
  }

  InputStream blob(String sha256) {
    return blobs.open(sha256);
  }

  private static List<Object> visible(Snapshot snapshot, String layer) {
    return List.of(
        snapshot.city(), layer, Sql.at(snapshot.asOf().valid()), Sql.at(snapshot.asOf().known()));
  }
}
