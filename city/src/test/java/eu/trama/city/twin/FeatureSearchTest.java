package eu.trama.city.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.city.store.ModuleSchema;
import eu.trama.city.store.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/// What is found is what a look at every feature finds.
class FeatureSearchTest {

  @RegisterExtension
  static final TestDatabase DATABASE = TestDatabase.with(new ModuleSchema("twin"));

  private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
  private static final int FEATURES = 3_000;
  private static final List<Feature> STREETS = streets(new Random(7));
  private static TestTwin world;

  @BeforeAll
  static void publish() {
    world = new TestTwin(DATABASE.dataSource());
    world.publish("streets", MARCH, STREETS);
  }

  /// Streets of all lengths, all around the world, the antimeridian included.
  private static List<Feature> streets(Random random) {
    var streets = new ArrayList<Feature>();
    for (int i = 0; i < FEATURES; i++) {
      double x = random.nextDouble(-179, 179);
      double y = random.nextDouble(-80, 80);
      double length = Math.pow(10, random.nextDouble(-4, 0));
      double turn = random.nextDouble(2 * Math.PI);
      Geometry line =
          GeoJson.WGS84.createLineString(
              new Coordinate[] {
                new Coordinate(x, y),
                new Coordinate(x + length * Math.cos(turn), y + length * Math.sin(turn))
              });
      var properties =
          Properties.of(Map.of("name", "Street " + random.nextInt(20), "lanes", i % 4));
      streets.add(
          new Feature("streets", "s" + random.nextInt(1 << 30) + "-" + i, line, properties));
    }
    return streets;
  }

  private static FeatureSearch search(int mostHeld, long mostSorted) {
    return new FeatureSearch(DATABASE.dataSource(), world.twin, mostHeld, mostSorted);
  }

  private static Snapshot now() {
    return world.twin.today(TestTwin.CITY.id());
  }

  private static LayerQuery all() {
    return LayerQuery.all(now(), "streets");
  }

  /// @return ids, page by page
  private static List<String> read(FeatureSearch search, LayerQuery query, int limit) {
    var ids = new ArrayList<String>();
    Optional<String> next = Optional.of("");
    while (next.isPresent()) {
      var page = search.page(query, next.get(), limit);
      assertThat(page.features().size()).isLessThanOrEqualTo(limit);
      page.features().forEach(feature -> ids.add(feature.id()));
      next = page.next();
    }
    return ids;
  }

  private static List<String> expected(Area area) {
    return STREETS.stream()
        .filter(street -> area.meets(street.geometry()))
        .map(Feature::id)
        .toList();
  }

  /// @param mostHeld 0 searches in the store
  /// @param mostSorted 0 reads every low tier in the order of ids, many sorts every one
  @ParameterizedTest
  @CsvSource({"0, 0", "0, 20000", "3000, 0"})
  void everyPageOfAnAreaTogetherIsWhatMeetsIt(int mostHeld, long mostSorted) {
    var search = search(mostHeld, mostSorted);
    var random = new Random(11);
    for (int i = 0; i < 25; i++) {
      double width = Math.pow(10, random.nextDouble(-1, 2.4));
      double x = random.nextDouble(-180, 180 - Math.min(350, width));
      double y = random.nextDouble(-85, 60);
      Area area =
          Area.of(new Envelope(x, Math.min(180, x + width), y, Math.min(85, y + width / 2)));
      List<String> found = read(search, all().in(area), 1 + random.nextInt(700));
      assertThat(found).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected(area));
      assertThat(search.count(all().in(area), FEATURES)).hasValue(found.size());
      assertThat(search.count(all().in(area), Math.max(0, found.size() - 1)).isPresent())
          .isEqualTo(found.isEmpty());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, FEATURES})
  void anAreaMayBeTwoBoxesOrNoBoxAtAll(int mostHeld) {
    var search = search(mostHeld, 20_000);
    Area pacific = Area.of(new Envelope(150, 180, -60, 60), new Envelope(-180, -120, -60, 60));
    assertThat(read(search, all().in(pacific), 100))
        .containsExactlyInAnyOrderElementsOf(expected(pacific));
    Geometry triangle =
        GeoJson.WGS84.createPolygon(
            new Coordinate[] {
              new Coordinate(-50, -50),
              new Coordinate(60, -40),
              new Coordinate(0, 70),
              new Coordinate(-50, -50)
            });
    Area slanted = Area.within(triangle);
    List<String> found = read(search, all().in(slanted), 50);
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected(slanted));
    assertThat(search.count(all().in(slanted), FEATURES)).hasValue(found.size());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, FEATURES})
  void withoutAnAreaPagesAreInTheOrderOfIds(int mostHeld) {
    List<String> ids = read(search(mostHeld, 20_000), all(), 999);
    assertThat(ids).hasSize(FEATURES).isSorted();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, FEATURES})
  void propertiesSelect(int mostHeld) {
    var search = search(mostHeld, 20_000);
    var equal = new TreeMap<String, Object>(Map.of("name", "Street 3", "lanes", 2L));
    LayerQuery all = all();
    var query = new LayerQuery(all.city(), all.layer(), all.known(), all.when(), all.area(), equal);
    List<String> wanted =
        STREETS.stream()
            .filter(each -> each.properties().requireText("name").equals("Street 3"))
            .filter(each -> each.properties().number("lanes").orElse(0) == 2)
            .map(Feature::id)
            .toList();
    assertThat(wanted).isNotEmpty();
    assertThat(read(search, query, 7)).containsExactlyInAnyOrderElementsOf(wanted);
    assertThat(search.count(query, FEATURES)).hasValue(wanted.size());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, FEATURES})
  void aMapWithoutRoomShowsWholeTiersAndTheLargeFirst(int mostHeld) {
    var search = search(mostHeld, 20_000);
    var world = new Envelope(-180, 180, -90, 90);
    List<StoredFeature> every = search.thinned(all(), world, FEATURES);
    assertThat(every).hasSize(FEATURES);
    for (int most : List.of(1, 50, 300, 1_000, 2_999)) {
      List<StoredFeature> some = search.thinned(all(), world, most);
      assertThat(some).hasSizeBetween(1, most);
      int lowest = some.stream().mapToInt(StoredFeature::tier).min().orElse(0);
      if (lowest < FeatureSearch.TOP) {
        long fromThereUp = every.stream().filter(each -> each.tier() >= lowest).count();
        assertThat(some).hasSize((int) fromThereUp);
      }
    }
    for (StoredFeature each : every) {
      var box = require(each).getEnvelopeInternal();
      double size = Math.max(box.getWidth(), box.getHeight());
      assertThat(each.tier()).isGreaterThanOrEqualTo(size >= 0.32 ? 6 : size >= 0.02 ? 2 : 0);
    }
  }

  private static Geometry require(StoredFeature feature) {
    return Objects.requireNonNull(feature.geometry());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, FEATURES})
  void aReadingThatBeganGoesOnAsItBegan(int mostHeld) {
    var search = search(mostHeld, 20_000);
    world.publish("stops", MARCH, List.of(TestTwin.stop("a", "A"), TestTwin.stop("b", "B")));
    LayerQuery before = LayerQuery.all(world.twin.settled(now()).snapshot(), "stops");
    var first = search.page(before, "", 1);
    world.publish("stops", APRIL, List.of(TestTwin.stop("a", "A"), TestTwin.stop("aa", "Between")));
    world.now = Instant.parse("2026-05-01T00:00:00Z");
    var second = search.page(before, first.next().orElseThrow(), 10);
    assertThat(second.features()).extracting(StoredFeature::id).containsExactly("b");
    LayerQuery after = LayerQuery.all(world.twin.settled(now()).snapshot(), "stops");
    assertThat(read(search, after, 10)).containsExactly("a", "aa");
    assertThat(world.twin.facts(now(), "stops").count()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, FEATURES})
  void anIntervalShowsTheLatestVersionWithinIt(int mostHeld) {
    var search = search(mostHeld, 20_000);
    world.publish("facilities", MARCH, List.of(facility("f", "Old"), facility("gone", "Gone")));
    world.publish("facilities", APRIL, List.of(facility("f", "New")));
    Instant known = now().asOf().known();
    assertThat(names(search, known, new Validity(null, MARCH))).containsExactly("Old", "Gone");
    assertThat(names(search, known, new Validity(MARCH, APRIL))).containsExactly("New", "Gone");
    assertThat(names(search, known, new Validity(APRIL, null))).containsExactly("New");
    assertThat(names(search, known, Validity.at(MARCH))).containsExactly("Old", "Gone");
    assertThat(names(search, known, new Validity(null, MARCH.minusMillis(1)))).isEmpty();
    var facts = world.twin.facts(new Snapshot("ona", new AsOf(APRIL, known)), "facilities");
    assertThat(facts.count()).isEqualTo(1);
    assertThat(facts.validFrom()).hasValue(MARCH);
    assertThat(facts.validTo()).isEmpty();
  }

  private static List<String> names(FeatureSearch search, Instant known, Validity when) {
    var query = new LayerQuery("ona", "facilities", known, when, null, new TreeMap<>());
    return search.page(query, "", 10).features().stream()
        .map(each -> each.properties().requireText("name"))
        .toList();
  }

  private static Feature facility(String id, String name) {
    return new Feature(
        "facilities",
        id,
        GeoJson.WGS84.createPoint(new Coordinate(2.1, 41.4)),
        Properties.of(Map.of("name", name, "kind", "school")));
  }

  @Test
  void settledSnapshotsAreEqualUntilSomethingChanges() {
    Instant known = now().asOf().known();
    Instant mid = Instant.parse("2026-03-15T00:00:00Z");
    var one = world.twin.settled(new Snapshot("ona", new AsOf(mid, known)));
    var other = world.twin.settled(new Snapshot("ona", new AsOf(mid.plusSeconds(3_600), known)));
    assertThat(one).isEqualTo(other);
    assertThat(one.forEver()).isTrue();
    assertThat(one.snapshot().asOf().valid()).isEqualTo(MARCH);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, FEATURES})
  void aStartThatNoPageGaveIsRefused(int mostHeld) {
    var search = search(mostHeld, 20_000);
    var query = all().in(Area.of(new Envelope(0, 1, 0, 1)));
    assertThatThrownBy(() -> search.page(query, "nonsense", 1)).isInstanceOf(BadInput.class);
  }

  /// Where a reading goes on in memory is where it would in the store, page by page.
  @Test
  void aReadingMayChangeBetweenMemoryAndStore() {
    var memory = search(FEATURES, 20_000);
    var store = search(0, 20_000);
    Area area = Area.of(new Envelope(-90, 100, -50, 60));
    for (LayerQuery query : List.of(all(), all().in(area))) {
      Optional<String> next = Optional.of("");
      while (next.isPresent()) {
        var one = memory.page(query, next.get(), 250);
        var other = store.page(query, next.get(), 250);
        assertThat(one.features())
            .extracting(StoredFeature::id)
            .isEqualTo(other.features().stream().map(StoredFeature::id).toList());
        assertThat(one.next()).isEqualTo(other.next());
        next = one.next();
      }
    }
  }
}
