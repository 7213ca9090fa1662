package eu.trama.city.twin;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Reads the twin: cities, and the features of their layers at any point in both times.
@Service
public class Twin {

  private static final String VISIBLE =
      "city = ? and layer = ? and valid @> ?::timestamptz and known @> ?::timestamptz";

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Blobs blobs;
  private final TwinMemory memory;

  Twin(DataSource source, Clock clock, Catalogue catalogue, Blobs blobs) {
    this.jdbc = JdbcClient.create(source);
    this.clock = clock;
    this.blobs = blobs;
    this.memory = new TwinMemory(this::readCities, catalogue);
  }

  @EventListener
  void on(Editions.Published published) {
    memory.forget(published.city());
  }

  public List<City> cities() {
    return memory.cities();
  }

  private List<City> readCities() {
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
    memory.forget(city.id());
  }

  /// The city today, as far as the twin knows. What the twin knew is fixed at its last dataset, so
  /// a snapshot shows the same for ever, whatever is being imported meanwhile. What another server
  /// imports is seen [TwinMemory#FRESH] later at most.
  public Snapshot today(String city) {
    Instant now = clock.instant();
    return new Snapshot(city, new AsOf(now, memory.lastLearned(city).orElse(now)));
  }

  /// The snapshot that shows the same and names the last turns before it in both times: equal for
  /// as long as nothing begins, ends or is learned.
  public Settled settled(Snapshot snapshot) {
    return memory.settled(snapshot);
  }

  /// The city as a model would see it where nothing is changed.
  public CityView view(Snapshot snapshot) {
    return new CityView(this, snapshot, List.of());
  }

  /// The zones of a snapshot with their statistics, by level and then by id.
  List<Zone> zones(Snapshot snapshot) {
    return memory.zones(snapshot, at -> Zones.join(view(at)));
  }

  /// How many features each layer holds.
  public SortedMap<String, Long> layers(Snapshot snapshot) {
    return memory.counts(snapshot, this::count);
  }

  private SortedMap<String, Long> count(Snapshot snapshot) {
    var counts = new TreeMap<String, Long>();
    jdbc.sql(
            """
            select layer, count(*) as features from twin.feature
            where city = ? and valid @> ?::timestamptz and known @> ?::timestamptz group by layer
            """)
        .params(snapshot.city(), Sql.at(snapshot.asOf().valid()), Sql.at(snapshot.asOf().known()))
        .query((RowCallbackHandler) row -> counts.put(row.getString(1), row.getLong(2)));
    return Collections.unmodifiableSortedMap(counts);
  }

  /// What each layer that holds anything holds on the whole, in the order of their names.
  public List<LayerSummary> summaries(Snapshot snapshot) {
    return memory.summaries(snapshot, this::summarise);
  }

  private List<LayerSummary> summarise(Snapshot snapshot) {
    return jdbc.sql(
            """
            select layer, count(*) as features, array_agg(distinct dataset) as datasets,
              min((box[1])[0]) as west, min((box[1])[1]) as south, max((box[0])[0]) as east, max((box[0])[1]) as north
            from twin.feature where city = ? and valid @> ?::timestamptz and known @> ?::timestamptz
            group by layer order by layer
            """)
        .params(snapshot.city(), Sql.at(snapshot.asOf().valid()), Sql.at(snapshot.asOf().known()))
        .query((row, n) -> {
          double west = row.getDouble("west");
          boolean nowhere = row.wasNull();
          return new LayerSummary(
              row.getString("layer"),
              row.getLong("features"),
              nowhere
                  ? null
                  : new Envelope(
                      west, row.getDouble("east"), row.getDouble("south"), row.getDouble("north")),
              List.of((Long[]) row.getArray("datasets").getArray()));
        })
        .list();
  }

  /// What a layer holds, in short.
  public LayerFacts facts(Snapshot snapshot, String layer) {
    return memory.facts(snapshot, layer, at -> LayerFacts.read(jdbc, at, layer));
  }

  /// All features of a layer, in the order of their ids.
  public List<Feature> features(Snapshot snapshot, String layer) {
    return memory.features(snapshot, layer, at -> read(at, layer));
  }

  private List<Feature> read(Snapshot snapshot, String layer) {
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

  /// The features of a layer one after the other, in the order of their ids, for readers that may
  /// be slow: neither the features nor a connection are held.
  ///
  /// @param box only features whose bounding box meets this one, degrees; null for all
  public Iterator<Feature> reading(Snapshot snapshot, String layer, @Nullable Envelope box) {
    return new FeatureReading(this, snapshot, layer, box);
  }

  /// The properties that the features of a layer have beside those that its schema names, each with
  /// the type that all its values share.
  public List<Field> unnamed(Snapshot snapshot, LayerSchema schema) {
    return jdbc
        .sql(UnnamedFields.SQL.formatted(VISIBLE))
        .params(visible(snapshot, schema.name()))
        .query((row, n) -> UnnamedFields.field(row))
        .list()
        .stream()
        .filter(field -> schema.field(field.name()).isEmpty())
        .toList();
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
  ///
  /// It is remembered, which needs no word between servers: what was known until the last dataset
  /// never changes, whoever imports what ([Editions] gives each dataset a later time of learning
  /// than all before it). What a snapshot of later than that shows may still change.
  public String fingerprint(Snapshot snapshot, List<String> layers) {
    var text = new StringBuilder();
    layers.stream()
        .sorted()
        .forEach(layer ->
            text.append(layer).append(' ').append(fingerprint(snapshot, layer)).append('\n'));
    return Digest.hex(text.toString());
  }

  private String fingerprint(Snapshot snapshot, String layer) {
    return memory.fingerprint(
        snapshot,
        layer,
        at ->
            jdbc.sql(
                    "select encode(sha256(coalesce(string_agg(hash, ''::bytea order by id collate \"C\"), ''::bytea)),"
                        + " 'hex') from twin.feature where "
                        + VISIBLE)
                .params(visible(at, layer))
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
