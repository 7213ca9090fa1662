package eu.trama.city.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.city.store.ModuleSchema;
import eu.trama.city.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Files taken into a small city, Ona, whose two neighbourhoods have cells for boundaries.
class ImportsTest {

  @RegisterExtension
  static final TestDatabase DATABASE = TestDatabase.with(new ModuleSchema("twin"));

  private static final Instant PACK_FROM = Instant.parse("2020-01-01T00:00:00Z");

  @TempDir Path folder;

  private TestTwin twin = new TestTwin(DATABASE.dataSource());
  private Imports imports = imports(twin);

  @BeforeEach
  void newCity() {
    JdbcClient.create(DATABASE.dataSource())
        .sql(
            """
            truncate twin.feature, twin.dataset, twin.staging, twin.staged_feature, twin.replacement cascade
            """)
        .update();
    // Else what the planner knows of these tables would depend on when they were last looked at.
    JdbcClient.create(DATABASE.dataSource())
        .sql(
            """
            alter table twin.feature set (autovacuum_enabled = false);
            alter table twin.staged_feature set (autovacuum_enabled = false)
            """)
        .update();
    twin = new TestTwin(DATABASE.dataSource());
    imports = imports(twin);
    twin.publish(
        Editions.PACK,
        PACK_FROM,
        List.of(
            zone("district:1", "One", 2.10),
            zone("neighbourhood:01", "West", 2.10),
            zone("neighbourhood:02", "East", 2.12),
            facility("school-a", "school"),
            facility("health-b", "health")));
    twin.now = twin.now.plusSeconds(60);
  }

  private static Imports imports(TestTwin twin) {
    try (var context = new AnnotationConfigApplicationContext()) {
      context.registerBean(Blobs.class, () -> twin.blobs);
      context.scan("eu.trama.city.twin.imports");
      context.refresh();
      return new Imports(
          twin.twin,
          twin.catalogue,
          twin.staging,
          twin.editions,
          twin.clock,
          List.copyOf(context.getBeansOfType(Importer.class).values()));
    }
  }

  private static Feature zone(String id, String name, double lon) {
    int colon = id.indexOf(':');
    var properties = new TreeMap<String, Object>();
    properties.put("level", id.substring(0, colon));
    properties.put("code", id.substring(colon + 1));
    properties.put("name", name);
    properties.put("boundary", Zones.STAND_IN);
    var box = new Envelope(new Coordinate(lon, 41.4), new Coordinate(lon + 0.005, 41.405));
    return new Feature("zones", id, GeoJson.WGS84.toGeometry(box), new Properties(properties));
  }

  private static Feature facility(String id, String kind) {
    return new Feature(
        "facilities",
        id,
        GeoJson.WGS84.createPoint(new Coordinate(2.1, 41.4)),
        Properties.of(Map.of("kind", kind, "name", id)));
  }

  private Path boundaries(String east) {
    String text =
        """
        {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"code": "01", "name": "West", "parent": "1"}, "geometry":
         {"type": "Polygon", "coordinates": [[[2.10,41.4],[2.11,41.4],[2.11,41.41],[2.10,41.41],[2.10,41.4]]]}},
        {"type": "Feature", "properties": {"code": "02", "name": "East", "parent": "One"}, "geometry":
         {"type": "Polygon", "coordinates": [EAST]}}]}
        """;
    return write("zones.geojson", text.replace("EAST", east));
  }

  private Path goodBoundaries() {
    return boundaries("[[2.11,41.4],[2.13,41.4],[2.13,41.41],[2.11,41.41],[2.11,41.4]]");
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Imports.Item item(String kind, Path file, Map<String, String> options) {
    return new Imports.Item(
        kind, file, options, Provenance.titled("Test"), Optional.of(LocalDate.of(2026, 1, 1)));
  }

  private static Imports.Item zones(Path file) {
    return item("boundaries", file, Map.of("level", "neighbourhood"));
  }

  private List<Imports.Outcome> run(Imports.Item... items) {
    return imports.run("ona", List.of(items), new Told());
  }

  private String boundaryOf(String zone, Snapshot snapshot) {
    return twin.twin
        .feature(snapshot, "zones", zone)
        .orElseThrow()
        .properties()
        .requireText("boundary");
  }

  @Test
  void officialBoundariesReplaceTheCellsAndTheCellsStayReadableAsOfBefore() {
    Snapshot before = twin.twin.today("ona");
    assertThat(boundaryOf("neighbourhood:01", before)).isEqualTo("stand-in");
    List<Imports.Outcome> outcomes = run(zones(goodBoundaries()));

    assertThat(outcomes).hasSize(1);
    Dataset dataset = outcomes.getFirst().dataset();
    assertThat(dataset.source()).isEqualTo("boundaries:neighbourhood");
    assertThat(dataset.features()).isEqualTo(2);
    Snapshot after = twin.twin.today("ona");
    assertThat(boundaryOf("neighbourhood:01", after)).isEqualTo("official");
    assertThat(boundaryOf("district:1", after)).isEqualTo("stand-in");
    assertThat(boundaryOf("neighbourhood:01", before)).as("known before").isEqualTo("stand-in");
    Instant lastYear = Instant.parse("2025-06-01T00:00:00Z");
    assertThat(boundaryOf("neighbourhood:01", twin.asOf(lastYear, dataset.learnedAt())))
        .as("valid before")
        .isEqualTo("stand-in");
  }

  @Test
  void importingAgainDoesNothing() {
    Path file = goodBoundaries();
    run(zones(file));
    String fingerprint = twin.twin.fingerprint(twin.twin.today("ona"), List.of("zones"));
    int datasets = twin.catalogue.datasets("ona").size();
    List<Imports.Outcome> again = run(zones(file));
    assertThat(again.getFirst().isNew()).isFalse();
    assertThat(twin.catalogue.datasets("ona")).hasSize(datasets);
    assertThat(twin.twin.fingerprint(twin.twin.today("ona"), List.of("zones")))
        .isEqualTo(fingerprint);
  }

  @Test
  void aBadFileAmongGoodOnesChangesNothing() {
    Path bow = boundaries("[[2.11,41.4],[2.13,41.41],[2.13,41.4],[2.11,41.41],[2.11,41.4]]");
    Path facts =
        write("facts.csv", "zone,indicator,year,value\nneighbourhood:1,population,2023,5\n");
    String before = twin.twin.fingerprint(twin.twin.today("ona"), List.of("zones", "statistics"));
    assertThatThrownBy(() -> run(zones(bow), item("statistics", facts, Map.of())))
        .isInstanceOfSatisfying(
            BadInput.class,
            bad ->
                assertThat(bad.findings().stream().map(Finding::code))
                    .containsExactly("polygon-invalid", "zone-unknown"));
    assertThat(twin.twin.fingerprint(twin.twin.today("ona"), List.of("zones", "statistics")))
        .isEqualTo(before);
    assertThat(staged()).isZero();
  }

  @Test
  void statisticsMayNameZonesThatTheSameImportBrings() {
    Path areas =
        write(
            "areas.geojson",
            """
            {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"code": "7"}, "geometry":
             {"type": "Polygon", "coordinates": [[[2.10,41.4],[2.11,41.4],[2.11,41.41],[2.10,41.4]]]}}]}
            """);
    Path facts =
        write("f.csv", "zone,indicator,year,value\nstatistical-area:7,population,2023,5\n");
    List<Imports.Outcome> outcomes =
        run(
            item("statistics", facts, Map.of()),
            item("boundaries", areas, Map.of("level", "statistical-area")));
    assertThat(outcomes.stream().map(outcome -> outcome.dataset().source()))
        .containsExactly("boundaries:statistical-area", "statistics:f");
  }

  @Test
  void aListOfSchoolsEndsThoseOfThePackAndNoOthers() {
    Path list = write("schools.csv", "id,name,lat,lon,kind\n9,Escola,41.4,2.1,school\n");
    run(item("facilities", list, Map.of()));
    assertThat(twin.twin.features(twin.twin.today("ona"), "facilities").stream().map(Feature::id))
        .containsExactly("health-b", "school:9");
  }

  @Test
  void whatWasStagedBeforeAFailureIsNotReadAgain() {
    Path good = goodBoundaries();
    Path bad = write("streets.json", "[{");
    assertThatThrownBy(() -> run(zones(good), item("streets", bad, Map.of())))
        .isInstanceOf(BadInput.class);
    assertThat(staged()).isEqualTo(1);
    write("streets.json", "[{\"name\": \"Via\", \"geometry\": [[[41.4, 2.1], [41.41, 2.1]]]}]");
    var told = new Told();
    imports.run("ona", List.of(zones(good), item("streets", bad, Map.of())), told);
    assertThat(told.ends).containsExactly("zones.geojson read before", "streets.json read");
    assertThat(staged()).isZero();
  }

  @Test
  void unknownKindCityAndFileAreTold() {
    Path none = folder.resolve("none.csv");
    assertThatThrownBy(() -> run(item("gtfs", goodBoundaries(), Map.of())))
        .hasMessageContaining("kind-unknown")
        .hasMessageContaining("[boundaries, buildings, facilities, statistics, streets]");
    assertThatThrownBy(() -> run(item("streets", none, Map.of())))
        .hasMessageContaining("file-missing");
    assertThatThrownBy(() -> run(item("streets", folder, Map.of())))
        .hasMessageContaining("file-folder");
    assertThatThrownBy(() -> imports.run("atlantis", List.of(), new Told()))
        .hasMessageContaining("city-unknown")
        .hasMessageContaining("ona");
  }

  @Test
  void twoFilesOfOneSeriesAreTold() throws IOException {
    Path one = goodBoundaries();
    Path two = Files.copy(one, folder.resolve("copy.geojson"));
    assertThatThrownBy(() -> run(zones(one), zones(two))).hasMessageContaining("series-twice");
  }

  /// A Java of its own imports boundaries and a long list of facts, and is killed while it reads
  /// the facts. Nothing of it is seen; the same import, started again, takes everything, and does
  /// not read the boundaries a second time.
  @Test
  void killedInTheMiddleNothingIsSeenAndStartedAgainEverythingIs() throws Exception {
    Path zones = goodBoundaries();
    Path facts = folder.resolve("facts.csv");
    try (var out = Files.newBufferedWriter(facts)) {
      out.write("zone,indicator,year,value\n");
      for (int i = 0; i < 200_000; i++) {
        out.write("neighbourhood:02,i" + i + ",2023," + i + "\n");
      }
    }
    Snapshot before = twin.twin.today("ona");
    Process java =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                ImportsTest.class.getName(),
                DATABASE.url().jdbc(),
                DATABASE.url().user(),
                DATABASE.url().password(),
                zones.toString(),
                facts.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var said = java.inputReader()) {
      String line = said.readLine();
      while (line != null && !line.equals("half of facts.csv")) {
        line = said.readLine();
      }
      assertThat(line).isEqualTo("half of facts.csv");
      java.destroyForcibly();
      assertThat(java.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }
    assertThat(java.exitValue()).as("killed, not ended").isEqualTo(137);
    assertThat(twin.twin.today("ona"))
        .satisfies(now -> assertThat(now.asOf().known()).isEqualTo(before.asOf().known()));
    assertThat(boundaryOf("neighbourhood:01", twin.twin.today("ona"))).isEqualTo("stand-in");
    assertThat(twin.twin.layers(twin.twin.today("ona"))).doesNotContainKey("statistics");

    // The worst case for the planner: it has looked at the tables while they held a handful of
    // rows.
    JdbcClient.create(DATABASE.dataSource())
        .sql("analyze twin.staged_feature; analyze twin.feature")
        .update();
    var told = new Told();
    imports.run("ona", List.of(zones(zones), item("statistics", facts, Map.of())), told);
    assertThat(told.ends).containsExactly("zones.geojson read before", "facts.csv read");
    assertThat(boundaryOf("neighbourhood:01", twin.twin.today("ona"))).isEqualTo("official");
    assertThat(twin.twin.layers(twin.twin.today("ona"))).containsEntry("statistics", 200_000L);
    assertThat(staged()).isZero();
  }

  /// The import that is to be killed: it says when it has read half of a file, and then waits at
  /// that point for its end.
  static void main(String[] arguments) {
    var source = new DriverManagerDataSource(arguments[0], arguments[1], arguments[2]);
    Path zones = Path.of(arguments[3]);
    Path facts = Path.of(arguments[4]);
    imports(new TestTwin((DataSource) source))
        .run(
            "ona",
            List.of(zones(zones), item("statistics", facts, Map.of())),
            new Told() {
              private long left;

              @Override
              public void begin(String file, long bytes) {
                super.begin(file, bytes);
                left = file.equals("facts.csv") ? bytes / 2 : Long.MAX_VALUE;
              }

              @Override
              public void read(long bytes) {
                left -= bytes;
                if (left <= 0) {
                  System.out.println("half of facts.csv");
                  new java.util.concurrent.Semaphore(0).acquireUninterruptibly();
                }
              }
            });
  }

  private static long staged() {
    return JdbcClient.create(DATABASE.dataSource())
        .sql("select count(*) from twin.staging")
        .query(Long.class)
        .single();
  }

  private static class Told implements Imports.Progress {

    final List<String> ends = new ArrayList<>();
    private String file = "";

    @Override
    public void begin(String name, long bytes) {
      file = name;
    }

    @Override
    public void read(long bytes) {}

    @Override
    public void end(String how) {
      ends.add(file + " " + how);
    }
  }
}
