package eu.trama.city.mobility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.city.CityServer;
import eu.trama.city.store.TestStore;
import eu.trama.city.twin.City;
import eu.trama.city.twin.Edit;
import eu.trama.city.twin.Editions;
import eu.trama.city.twin.Editions.Edition;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.GeoJson;
import eu.trama.city.twin.LocalMetres;
import eu.trama.city.twin.Properties;
import eu.trama.city.twin.Provenance;
import eu.trama.city.twin.Results;
import eu.trama.city.twin.Run;
import eu.trama.city.twin.Runs;
import eu.trama.city.twin.Scenarios;
import eu.trama.city.twin.Staging;
import eu.trama.city.twin.Twin;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/// A town whose right answers can be worked out on paper.
///
/// ```
///   A ─── 4 min ─── B ─── 4 min ─── C      a line every 10 min, both ways, no dwell
/// 1,000           2,000           4,000    people; a school at C
///   └──── 3 km ─────┴──── 3 km ─────┘      too far to walk in 20 min
/// ```
///
/// Waits over the minutes of the window are w, w + 1 min, … w + 9 min with w below one minute, each
/// equally often. So from A to B half of the departures take at most 4 + 4 min and w, nine of ten
/// at most 4 + 8 min and w.
@SpringBootTest(classes = CityServer.class)
@ContextConfiguration(initializers = TestStore.class)
class ReachModelTest {

  private static final City TOWN =
      new City(
          "onaline",
          "Onaline",
          "ES",
          ZoneId.of("UTC"),
          25831,
          41.4,
          2.15,
          12,
          List.of("en"),
          "EUR");
  private static final Offset<Double> EXACT = Offset.offset(1e-6);

  @Autowired private Twin twin;
  @Autowired private Staging staging;
  @Autowired private Editions editions;
  @Autowired private Scenarios scenarios;
  @Autowired private Runs runs;

  @BeforeEach
  void buildTheTown() {
    if (twin.city(TOWN.id()).isPresent()) {
      return;
    }
    twin.settle(TOWN);
    var features = new ArrayList<Feature>();
    int[] people = {1_000, 2_000, 4_000};
    for (int i = 0; i < 3; i++) {
      String name = String.valueOf((char) ('A' + i));
      features.add(zone(i, name));
      features.add(
          new Feature(
              "statistics",
              name,
              null,
              Properties.of(
                  Map.of(
                      "zone",
                      "neighbourhood:" + name,
                      "indicator",
                      "population",
                      "year",
                      2026,
                      "value",
                      people[i]))));
      features.add(new Feature("stops", name, place(i), Properties.of(Map.of("name", name))));
    }
    features.add(
        new Feature(
            "facilities",
            "school",
            place(2),
            Properties.of(Map.of("kind", "school", "name", "School"))));
    features.add(line("weekday 06:00-12:00/600"));
    var staged =
        staging.stage(
            new Staging.Key(TOWN.id(), "test", "0", "test", "1"),
            sink -> {
              for (Feature feature : features) {
                sink.add(feature);
              }
              return Properties.NONE;
            });
    editions.publish(
        TOWN.id(),
        List.of(
            new Edition(
                staged, Provenance.titled("Town"), "", 0, Instant.EPOCH, Map.of(), List.of())));
  }

  private static Feature line(String headway) {
    var properties = new TreeMap<String, Object>();
    properties.put("name", "Line");
    properties.put("mode", "tram");
    properties.put("stops", List.of("A", "B", "C"));
    properties.put("run_seconds", List.of(240, 240));
    properties.put("both_directions", true);
    properties.put("headways", List.of(headway));
    return new Feature("lines", "line", null, new Properties(properties));
  }

  private static Feature zone(int number, String name) {
    var metres = LocalMetres.of(TOWN);
    Coordinate centre = metres.fromDegrees(place(number)).getCoordinate();
    var square = new Envelope(centre.x - 200, centre.x + 200, centre.y - 200, centre.y + 200);
    return new Feature(
        "zones",
        "neighbourhood:" + name,
        metres.toDegrees(metres.geometries().toGeometry(square)),
        Properties.of(
            Map.of(
                "level",
                "neighbourhood",
                "code",
                name,
                "name",
                name,
                "boundary",
                "official",
                "lat",
                place(number).getCoordinate().y,
                "lon",
                place(number).getCoordinate().x)));
  }

  /// Three kilometres apart, clear of the grid of two kilometres on which people are placed.
  private static Geometry place(int number) {
    var metres = LocalMetres.of(TOWN);
    var at = new Coordinate(430_600 + 3_000.0 * number, 4_581_000);
    Coordinate degrees = metres.toDegrees(metres.geometries().createPoint(at)).getCoordinate();
    return GeoJson.WGS84.createPoint(degrees);
  }

  private Results reach(Edit... edits) {
    return reach(Map.of(), edits);
  }

  private Results reach(Map<String, String> chosen, Edit... edits) {
    var scenario = scenarios.create(twin.today(TOWN.id()), "Trial", "", List.of(edits));
    var parameters = new TreeMap<>(chosen);
    parameters.put("spacing", "2000");
    Run run = runs.of(scenario, "reach", parameters);
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (!run.state().ended()) {
      assertThat(Instant.now()).isBefore(end);
      run = runs.find(run.id()).orElseThrow();
    }
    assertThat(run.failure()).isEmpty();
    return runs.results(run).orElseThrow();
  }

  private static double value(Results results, String indicator, String zone) {
    return Objects.requireNonNull(
        Objects.requireNonNull(results.values().get(indicator)).get("neighbourhood:" + zone));
  }

  @Test
  void halfOfTheDeparturesReachTheWholeTownInAQuarterOfAnHour() {
    Results results = reach();
    assertThat(value(results, "people-15-p50", "A")).isEqualTo(7_000, EXACT);
    assertThat(value(results, "school-15-p50", "A")).isEqualTo(1, EXACT);
  }

  @Test
  void nineOfTenDeparturesReachTheNextStopOnly() {
    Results results = reach();
    assertThat(value(results, "people-15-p90", "A")).isEqualTo(3_000, EXACT);
    assertThat(value(results, "school-15-p90", "A")).isEqualTo(0, EXACT);
    assertThat(value(results, "people-15-p90", "B")).isEqualTo(7_000, EXACT);
    assertThat(value(results, "people-30-p90", "A")).isEqualTo(7_000, EXACT);
  }

  @Test
  void halfAsManyVehiclesReachHalfAsFar() {
    Results results =
        reach(
            new Edit.Change(
                "lines",
                "line",
                null,
                Properties.of(Map.of("headways", List.of("weekday 06:00-12:00/1200")))));
    assertThat(value(results, "people-15-p50", "A")).isEqualTo(3_000, EXACT);
  }

  @Test
  void vehiclesPassAClosedStop() {
    Results results = reach(new Edit.Remove("stops", "B"));
    assertThat(value(results, "people-15-p50", "A")).isEqualTo(5_000, EXACT);
    assertThat(value(results, "people-45-p10", "B")).isEqualTo(2_000, EXACT);
  }

  @Test
  void withoutTheLineEverybodyStaysAtHome() {
    Results results = reach(new Edit.Remove("lines", "line"));
    assertThat(value(results, "people-45-p10", "A")).isEqualTo(1_000, EXACT);
  }

  @Test
  void onSundayTheLineDoesNotRun() {
    Results results = reach(Map.of("day", "sunday"));
    assertThat(value(results, "people-45-p10", "A")).isEqualTo(1_000, EXACT);
  }

  @Test
  void aStreetInACityWithoutStreetsIsRefusedSinceItWouldBeTheWholeMap() {
    var places = new Coordinate[] {place(0).getCoordinate(), place(1).getCoordinate()};
    var street =
        new Feature(
            "streets",
            "new",
            GeoJson.WGS84.createLineString(places),
            Properties.of(Map.of("name", "New")));
    assertThatThrownBy(() -> reach(new Edit.Add(street))).hasMessageContaining("streets-none");
  }
}
