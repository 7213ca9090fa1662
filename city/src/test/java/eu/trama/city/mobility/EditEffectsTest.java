package eu.trama.city.mobility;

import static eu.trama.city.mobility.DrawnTown.facility;
import static eu.trama.city.mobility.DrawnTown.headway;
import static eu.trama.city.mobility.DrawnTown.line;
import static eu.trama.city.mobility.DrawnTown.stop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.city.CityServer;
import eu.trama.city.store.TestStore;
import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Edit;
import eu.trama.city.twin.Editions;
import eu.trama.city.twin.Editions.Edition;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Imports;
import eu.trama.city.twin.Imports.Item;
import eu.trama.city.twin.Properties;
import eu.trama.city.twin.Provenance;
import eu.trama.city.twin.Results;
import eu.trama.city.twin.Run;
import eu.trama.city.twin.Runs;
import eu.trama.city.twin.Scenarios;
import eu.trama.city.twin.Staging;
import eu.trama.city.twin.Twin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/// Each edit of a line, a headway, a stop, a facility and a street changes what the reach model
/// computes, or is refused and says why; and it does so alike for what is from tables (as packs
/// are) and for what was imported.
///
/// ```
///   A ── 4 min ── B ── 4 min ── C          D     a line every 10 min, both ways, no dwell
/// 1,000         2,000         4,000      8,000   people; a school at C; nothing runs to D
///   └─── 3 km ────┴─── 3 km ────┴── 3 km ──┘     too far to walk in 20 min
/// ```
///
/// In `tables` the line runs by a headway; in `imported` by a GTFS feed that leaves A and C at each
/// full ten minutes. A wait is one of ten, each equally often: w, w + 1 … w + 9 min, w below 1 min.
/// So half of the departures wait at most 4 + w, nine of ten at most 8 + w.
///
/// ```
///      ┌── north ──┐       P and Q have 1,000 and 2,000 people; straight is 600 m,
/// west │           │ east  451 s at 1.33 m/s; round the north 1,400 m, 1,053 s
///      P ─ straight ─ Q
/// ```
@SpringBootTest(classes = CityServer.class)
@ContextConfiguration(initializers = TestStore.class)
class EditEffectsTest {

  private static final DrawnTown TABLES = DrawnTown.named("tables");
  private static final DrawnTown IMPORTED = DrawnTown.named("imported");
  private static final DrawnTown STREETS = DrawnTown.named("streets");
  private static final Offset<Double> EXACT = Offset.offset(1e-6);
  private static final List<Integer> PEOPLE = List.of(1_000, 2_000, 4_000, 8_000);

  @Autowired private Twin twin;
  @Autowired private Staging staging;
  @Autowired private Editions editions;
  @Autowired private Imports imports;
  @Autowired private Scenarios scenarios;
  @Autowired private Runs runs;
  @TempDir private Path folder;

  /// A city, edits, and the value of an indicator in a zone that they lead to.
  record Effect(
      DrawnTown town, String what, List<Edit> edits, String indicator, String zone, double value) {
    @Override
    public String toString() {
      return town.city().id() + ": " + what;
    }
  }

  record Refusal(DrawnTown town, String what, List<Edit> edits, String code) {
    @Override
    public String toString() {
      return town.city().id() + ": " + what;
    }
  }

  @BeforeEach
  void buildTheTowns() throws IOException {
    if (twin.city(TABLES.city().id()).isEmpty()) {
      var tables = onOneLine(TABLES);
      tables.add(stop("a", zone(TABLES, 0)));
      tables.add(stop("b", zone(TABLES, 1)));
      tables.add(stop("c", zone(TABLES, 2)));
      tables.add(line("line", 600, List.of("a", "b", "c"), List.of(240, 240)));
      tables.add(facility("school", "school", zone(TABLES, 2)));
      publish(TABLES, tables);

      publish(IMPORTED, onOneLine(IMPORTED));
      take(IMPORTED, "gtfs", feed(), Map.of("feed", "f"));
      take(IMPORTED, "facilities", schools(), Map.of("series", "s"));

      var streets = new ArrayList<Feature>();
      streets.addAll(STREETS.zone("P", STREETS.place(0, 0), 1_000));
      streets.addAll(STREETS.zone("Q", STREETS.place(600, 0), 2_000));
      publish(STREETS, streets);
      take(STREETS, "streets", streets(), Map.of());
    }
  }

  private static List<Feature> onOneLine(DrawnTown town) {
    var features = new ArrayList<Feature>();
    for (int i = 0; i < PEOPLE.size(); i++) {
      features.addAll(town.zone(String.valueOf((char) ('A' + i)), zone(town, i), PEOPLE.get(i)));
    }
    return features;
  }

  private static Geometry zone(DrawnTown town, int number) {
    return town.place(3_000.0 * number, 0);
  }

  private Path feed() throws IOException {
    Path feed = Files.createDirectory(folder.resolve("feed"));
    var stops = new StringBuilder("stop_id,stop_name,stop_lat,stop_lon\n");
    for (int i = 0; i < 3; i++) {
      Coordinate at = zone(IMPORTED, i).getCoordinate();
      stops.append((char) ('a' + i) + ",Stop," + at.y + "," + at.x + "\n");
    }
    var trips = new StringBuilder("route_id,service_id,trip_id\n");
    var times = new StringBuilder("trip_id,arrival_time,departure_time,stop_id,stop_sequence\n");
    for (int minute = 6 * 60; minute < 12 * 60; minute += 10) {
      for (String way : List.of("abc", "cba")) {
        trips.append("r,w,%s%d\n".formatted(way, minute));
        for (int i = 0; i < 3; i++) {
          int at = minute + 4 * i;
          String time = "%02d:%02d:00".formatted(at / 60, at % 60);
          times.append("%s%d,%s,%s,%s,%d\n".formatted(way, minute, time, time, way.charAt(i), i));
        }
      }
    }
    Files.writeString(
        feed.resolve("agency.txt"),
        "agency_name,agency_url,agency_timezone\nTown,http://town.example,UTC\n");
    Files.writeString(feed.resolve("stops.txt"), stops);
    Files.writeString(
        feed.resolve("routes.txt"),
        "route_id,route_short_name,route_long_name,route_type\nr,R,Line,0\n");
    Files.writeString(
        feed.resolve("calendar.txt"),
        """
        service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
        w,1,1,1,1,1,0,0,20260105,20260331
        """);
    Files.writeString(feed.resolve("trips.txt"), trips);
    Files.writeString(feed.resolve("stop_times.txt"), times);
    return feed;
  }

  private Path schools() throws IOException {
    Coordinate at = zone(IMPORTED, 2).getCoordinate();
    return Files.writeString(
        folder.resolve("schools.csv"),
        "id,name,lat,lon,kind\n1,School," + at.y + "," + at.x + ",school\n");
  }

  private Path streets() throws IOException {
    return Files.writeString(
        folder.resolve("streets.json"),
        "["
            + street("straight", 0, 0, 600, 0)
            + ","
            + street("west", 0, 0, 0, 400)
            + ","
            + street("north", 0, 400, 600, 400)
            + ","
            + street("east", 600, 400, 600, 0)
            + "]");
  }

  private static String street(String name, double... points) {
    var along = new ArrayList<String>();
    for (Coordinate each : STREETS.way(points).getCoordinates()) {
      along.add("[" + each.y + "," + each.x + "]");
    }
    return "{\"name\":\"" + name + "\",\"geometry\":[[" + String.join(",", along) + "]]}";
  }

  private void publish(DrawnTown town, List<Feature> features) {
    twin.settle(town.city());
    var staged =
        staging.stage(
            new Staging.Key(town.city().id(), "test", "0", "test", "1"),
            sink -> {
              for (Feature feature : features) {
                sink.add(feature);
              }
              return Properties.NONE;
            });
    editions.publish(
        town.city().id(),
        List.of(
            new Edition(
                staged, Provenance.titled("Town"), "", 0, Instant.EPOCH, Map.of(), List.of())));
  }

  private void take(DrawnTown town, String kind, Path file, Map<String, String> options) {
    imports.run(
        town.city().id(),
        List.of(new Item(kind, file, options, Provenance.titled("Town"), Optional.empty())),
        new Imports.Progress() {
          @Override
          public void begin(String name, long bytes) {}

          @Override
          public void read(long bytes) {}

          @Override
          public void end(String how) {}
        });
  }

  private Results reach(DrawnTown town, List<Edit> edits) {
    var scenario = scenarios.create(twin.today(town.city().id()), "Trial", "", edits);
    var parameters = Map.of("spacing", String.valueOf(DrawnTown.GRID_METRES));
    Run run = runs.of(scenario, "reach", new TreeMap<>(parameters));
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (!run.state().ended()) {
      assertThat(Instant.now()).isBefore(end);
      run = runs.find(run.id()).orElseThrow();
    }
    assertThat(run.failure()).isEmpty();
    return runs.results(run).orElseThrow();
  }

  private double value(DrawnTown town, List<Edit> edits, String indicator, String zone) {
    return Objects.requireNonNull(
        Objects.requireNonNull(reach(town, edits).values().get(indicator))
            .get("neighbourhood:" + zone));
  }

  private static Edit change(String layer, String id, String property, Object value) {
    return new Edit.Change(layer, id, null, Properties.of(Map.of(property, value)));
  }

  private static Edit move(String layer, String id, Geometry place) {
    return new Edit.Change(layer, id, place, Properties.NONE);
  }

  static Stream<Effect> effects() {
    return Stream.of(
            onALine(TABLES, "line", List.of("a", "b", "c"), "school"),
            onALine(IMPORTED, "f:r", List.of("f:a", "f:b", "f:c"), "school:1"),
            ofTheTables(),
            ofTheStreets())
        .flatMap(List::stream);
  }

  private static List<Effect> onALine(
      DrawnTown town, String line, List<String> stops, String school) {
    String a = stops.get(0);
    String b = stops.get(1);
    String c = stops.get(2);
    Geometry placeD = zone(town, 3);
    return List.of(
        // 8 + 4 min at most for nine of ten to B; to C 8 + 8 and more than 15.
        new Effect(town, "nothing", List.of(), "people-15-p90", "A", 3_000),
        new Effect(town, "nothing, the half", List.of(), "people-15-p50", "A", 7_000),
        // At most 2 + 4 min to C.
        new Effect(
            town,
            "a line added",
            List.of(new Edit.Add(line("express", 120, List.of(a, c), List.of(240)))),
            "people-15-p90",
            "A",
            7_000),
        new Effect(
            town,
            "the line removed",
            List.of(new Edit.Remove("lines", line)),
            "people-45-p10",
            "A",
            1_000),
        // Half of the departures wait 9 min: 13 to B, 17 to C.
        new Effect(
            town,
            "the headway doubled",
            List.of(change("lines", line, "headways", List.of(headway(1_200)))),
            "people-15-p50",
            "A",
            3_000),
        // No more than a minute's wait and 8 min to C.
        new Effect(
            town,
            "the headway of a minute",
            List.of(change("lines", line, "headways", List.of(headway(60)))),
            "people-15-p90",
            "A",
            7_000),
        // C: B as before; D within 2 + 4 min.
        new Effect(
            town,
            "a stop added, and a line to it",
            List.of(
                new Edit.Add(stop("d", placeD)),
                new Edit.Add(line("to-d", 120, List.of(c, "d"), List.of(240)))),
            "people-15-p90",
            "C",
            14_000),
        new Effect(
            town,
            "a stop moved away from its people",
            List.of(move("stops", c, placeD)),
            "people-45-p10",
            "C",
            4_000),
        new Effect(
            town,
            "a stop moved to other people",
            List.of(move("stops", c, placeD)),
            "people-45-p10",
            "D",
            11_000),
        new Effect(
            town,
            "a stop taken away and another of its id put elsewhere",
            List.of(new Edit.Remove("stops", c), new Edit.Add(stop(c, placeD))),
            "people-45-p10",
            "D",
            11_000),
        // C after 12 min for half of the departures, as vehicles keep their times.
        new Effect(
            town,
            "a stop removed, seen from before it",
            List.of(new Edit.Remove("stops", b)),
            "people-15-p50",
            "A",
            5_000),
        new Effect(
            town,
            "a stop removed, seen from it",
            List.of(new Edit.Remove("stops", b)),
            "people-45-p10",
            "B",
            2_000),
        new Effect(
            town,
            "a facility added",
            List.of(new Edit.Add(facility("centre", "health", zone(town, 0)))),
            "health-15-p90",
            "A",
            1),
        new Effect(
            town,
            "a facility moved",
            List.of(move("facilities", school, zone(town, 0))),
            "school-15-p90",
            "A",
            1),
        new Effect(
            town,
            "a facility of another kind",
            List.of(change("facilities", school, "kind", "social")),
            "social-15-p90",
            "C",
            1),
        new Effect(
            town,
            "a facility removed",
            List.of(new Edit.Remove("facilities", school)),
            "school-45-p10",
            "C",
            0));
  }

  private static List<Effect> ofTheTables() {
    return List.of(
        // From A it is 12 min and more to C, so at p50 more than 15 with the wait.
        new Effect(
            TABLES,
            "slower runs",
            List.of(change("lines", "line", "run_seconds", List.of(240, 480))),
            "people-15-p50",
            "A",
            3_000),
        new Effect(
            TABLES,
            "long halts",
            List.of(change("lines", "line", "dwell_seconds", 240)),
            "people-15-p50",
            "A",
            3_000),
        new Effect(
            TABLES,
            "one way only",
            List.of(change("lines", "line", "both_directions", false)),
            "people-45-p10",
            "C",
            4_000),
        new Effect(
            TABLES,
            "other stops",
            List.of(
                new Edit.Change(
                    "lines",
                    "line",
                    null,
                    Properties.of(
                        Map.of("stops", List.of("a", "c"), "run_seconds", List.of(480))))),
            "people-45-p10",
            "B",
            2_000));
  }

  private static List<Effect> ofTheStreets() {
    var away = new Edit.Remove("streets", "straight");
    return List.of(
        new Effect(STREETS, "nothing", List.of(), "people-15-p50", "P", 3_000),
        new Effect(STREETS, "a street closed", List.of(away), "people-15-p50", "P", 1_000),
        new Effect(
            STREETS, "a street closed, half an hour", List.of(away), "people-30-p50", "P", 3_000),
        // 350 + 600 + 350 m take 977 s.
        new Effect(
            STREETS,
            "a street led round the south",
            List.of(move("streets", "straight", STREETS.way(0, 0, 0, -350, 600, -350, 600, 0))),
            "people-15-p50",
            "P",
            1_000),
        new Effect(
            STREETS,
            "a street drawn in place of another",
            List.of(
                away,
                new Edit.Add(
                    new Feature(
                        "streets",
                        "new",
                        STREETS.way(0, 0, 600, 0),
                        Properties.of(Map.of("name", "New street"))))),
            "people-15-p50",
            "P",
            3_000));
  }

  @ParameterizedTest
  @MethodSource("effects")
  void anEditHasTheEffectThatPaperSays(Effect effect) {
    assertThat(value(effect.town(), effect.edits(), effect.indicator(), effect.zone()))
        .isEqualTo(effect.value(), EXACT);
  }

  static Stream<Refusal> refusals() {
    var street =
        new Feature(
            "streets", "new", TABLES.way(0, 0, 600, 0), Properties.of(Map.of("name", "New")));
    var apart =
        new Feature(
            "streets",
            "new",
            STREETS.way(100, 100, 500, 300),
            Properties.of(Map.of("name", "New")));
    var ofAFeed = line("own", 600, List.of("f:a", "f:b"), List.of(240));
    var named = new Feature("lines", "own", null, ofAFeed.properties().with("feed", "f"));
    return Stream.of(
        refusal(
            IMPORTED,
            "stops of a feed's line",
            "line-of-feed",
            change("lines", "f:r", "stops", List.of("f:a", "f:c"))),
        refusal(
            IMPORTED,
            "run times of a feed's line",
            "line-of-feed",
            change("lines", "f:r", "run_seconds", List.of(60, 60))),
        refusal(
            IMPORTED,
            "halts of a feed's line",
            "line-of-feed",
            change("lines", "f:r", "dwell_seconds", 60)),
        refusal(
            IMPORTED,
            "one way of a feed's line",
            "line-of-feed",
            change("lines", "f:r", "both_directions", false)),
        refusal(
            IMPORTED,
            "another feed for a line",
            "line-of-feed",
            change("lines", "f:r", "feed", "g")),
        refusal(
            IMPORTED,
            "a line under the id of a feed's",
            "line-of-feed",
            new Edit.Remove("lines", "f:r"),
            new Edit.Add(line("f:r", 600, List.of("f:a", "f:b"), List.of(240)))),
        refusal(
            IMPORTED,
            "no headway for a feed's line",
            "line-headways",
            change("lines", "f:r", "headways", List.of())),
        refusal(IMPORTED, "a new line of a feed", "line-own", new Edit.Add(named)),
        refusal(IMPORTED, "a timetable", "timetable-imported", new Edit.Remove("timetables", "f")),
        refusal(TABLES, "a line given to a feed", "line-own", change("lines", "line", "feed", "f")),
        refusal(
            TABLES,
            "periods that overlap",
            "line-headways-overlap",
            change(
                "lines",
                "line",
                "headways",
                List.of("weekday 06:00-09:00/300", "weekday 08:00-12:00/600"))),
        refusal(
            TABLES,
            "a halt before arrival",
            "line-dwell",
            change("lines", "line", "dwell_seconds", -1)),
        refusal(
            TABLES,
            "an unknown kind of facility",
            "facility-kind",
            change("facilities", "school", "kind", "shop")),
        refusal(
            TABLES,
            "a stop with exchanged coordinates",
            "place-far",
            move(
                "stops",
                "a",
                eu.trama.city.twin.GeoJson.WGS84.createPoint(new Coordinate(41.4, 2.15)))),
        refusal(TABLES, "a street where none is known", "streets-none", new Edit.Add(street)),
        refusal(STREETS, "a street without access", "street-apart", new Edit.Add(apart)));
  }

  private static Refusal refusal(DrawnTown town, String what, String code, Edit... edits) {
    return new Refusal(town, what, List.of(edits), code);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void anEditThatCouldHaveNoEffectIsRefused(Refusal refusal) {
    assertThatThrownBy(() ->
            scenarios.create(twin.today(refusal.town().city().id()), "Trial", "", refusal.edits()))
        .isInstanceOfSatisfying(
            BadInput.class,
            refused ->
                assertThat(refused.findings())
                    .anySatisfy(finding -> assertThat(finding.code()).isEqualTo(refusal.code())));
  }

  /// A stop comes before the line to it, so it cannot be refused; the result says that it has no
  /// use.
  @Test
  void aStopWithoutALineIsTold() {
    var edits = List.<Edit>of(new Edit.Add(stop("d", zone(TABLES, 3))));
    assertThat(reach(TABLES, edits).notes().get("findings")).isEqualTo(List.of("stop-unserved d"));
  }
}
