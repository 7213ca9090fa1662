package eu.trama.city.mobility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.city.CityServer;
import eu.trama.city.store.TestStore;
import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Blobs;
import eu.trama.city.twin.Catalogue;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Imports;
import eu.trama.city.twin.Imports.Item;
import eu.trama.city.twin.Imports.Outcome;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.Provenance;
import eu.trama.city.twin.Twin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/// A feed becomes stops, lines and a timetable, and stands for the pack's lines of its agency.
// A context of its own, so that other tests do not meet a city with its feed.
@SpringBootTest(classes = CityServer.class, properties = "trama.context=gtfs")
@ContextConfiguration(initializers = TestStore.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class GtfsImporterTest {

  private static final Map<String, String> FEED =
      new TreeMap<>(
          Map.of(
              "agency.txt",
                  "agency_name,agency_url,agency_timezone\nTRAMBAIX,http://tram.example,Europe/Madrid\n",
              "stops.txt",
                  """
                  stop_id,stop_name,stop_lat,stop_lon
                  a,Alfa,41.390,2.140
                  b,Beta,41.391,2.150
                  c,Nobody calls here,41.392,2.160
                  """,
              "routes.txt",
                  "route_id,route_short_name,route_long_name,route_type\nr,T9,Alfa – Beta,0\n",
              "calendar.txt",
                  """
                  service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
                  w,1,1,1,1,1,0,0,20260105,20260331
                  """,
              "trips.txt", "route_id,service_id,trip_id\nr,w,t1\nr,w,t2\n",
              "stop_times.txt",
                  """
                  trip_id,arrival_time,departure_time,stop_id,stop_sequence
                  t1,08:00:00,08:00:00,a,1
                  t1,08:05:00,08:05:00,b,2
                  t2,08:30:00,08:30:00,a,1
                  t2,08:35:00,08:35:00,b,2
                  """));

  @Autowired private Imports imports;
  @Autowired private Twin twin;
  @Autowired private Blobs blobs;
  @Autowired private Catalogue catalogue;
  @TempDir private Path folder;

  private List<Outcome> take(Path file) {
    return imports.run(
        "barcelona",
        List.of(
            new Item(
                "gtfs",
                file,
                Map.of("feed", "trial"),
                Provenance.titled("Trial"),
                Optional.empty())),
        new Imports.Progress() {
          @Override
          public void begin(String name, long bytes) {}

          @Override
          public void read(long bytes) {}

          @Override
          public void end(String how) {}
        });
  }

  private Path zip(Map<String, String> files) throws IOException {
    Path zip = folder.resolve("trial.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (var file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return zip;
  }

  private List<Feature> features(String layer) {
    return twin.features(twin.today("barcelona"), layer);
  }

  private void refusedAndUnchanged(Path file, String code) {
    int before = catalogue.datasets("barcelona").size();
    assertThatThrownBy(() -> take(file))
        .isInstanceOfSatisfying(
            BadInput.class,
            e -> assertThat(e.findings()).anyMatch(finding -> finding.code().equals(code)));
    assertThat(catalogue.datasets("barcelona")).hasSize(before);
    assertThat(features(Layers.TIMETABLES.name())).isEmpty();
  }

  @Test
  void aFeedBecomesStopsLinesAndATimetable() throws IOException {
    take(zip(FEED));
    assertThat(features(Layers.STOPS.name()))
        .extracting(Feature::id)
        .contains("trial:a", "trial:b")
        .doesNotContain("trial:c");
    var line =
        features(Layers.LINES.name()).stream()
            .filter(each -> each.id().equals("trial:r"))
            .findFirst();
    assertThat(line.orElseThrow().properties().requireText("mode")).isEqualTo("tram");
    assertThat(line.orElseThrow().properties().texts("stops"))
        .containsExactly("trial:a", "trial:b");
    assertThat(line.orElseThrow().properties().texts("timetable_headways"))
        .containsExactly("weekday 08:00-09:00/1800");
    assertThat(features(Layers.TIMETABLES.name()))
        .singleElement()
        .satisfies(timetable -> {
          assertThat(timetable.properties().requireText("weekday")).isEqualTo("2026-01-06");
          assertThat(timetable.properties().has("sunday")).isFalse();
        });
  }

  @Test
  void theFeedStandsForThePacksLinesOfItsAgency() throws IOException {
    assertThat(features(Layers.LINES.name())).extracting(Feature::id).contains("T1", "L1");
    take(zip(FEED));
    assertThat(features(Layers.LINES.name()))
        .extracting(Feature::id)
        .contains("L1")
        .doesNotContain("T1");
  }

  @Test
  void takingTheSameFeedAgainChangesNothing() throws IOException {
    Path zip = zip(FEED);
    take(zip);
    assertThat(take(zip))
        .singleElement()
        .satisfies(outcome -> assertThat(outcome.isNew()).isFalse());
  }

  @Test
  void aFolderIsTakenAsAZipIs() throws IOException {
    Path feed = Files.createDirectory(folder.resolve("feed"));
    for (var file : FEED.entrySet()) {
      Files.writeString(feed.resolve(file.getKey()), file.getValue());
    }
    take(feed);
    String blob = features(Layers.TIMETABLES.name()).getFirst().properties().requireText("blob");
    Path kept = folder.resolve("kept.zip");
    try (var content = blobs.open(blob)) {
      Files.copy(content, kept);
    }
    try (var zip = new ZipFile(kept.toFile())) {
      assertThat(zip.size()).isEqualTo(FEED.size());
    }
  }

  @Test
  void aTruncatedZipIsRefused() throws IOException {
    Path zip = zip(FEED);
    byte[] bytes = Files.readAllBytes(zip);
    Files.write(zip, Arrays.copyOf(bytes, bytes.length / 2));
    refusedAndUnchanged(zip, "not-a-zip");
  }

  @Test
  void aFeedWithoutStopTimesIsRefused() throws IOException {
    var files = new TreeMap<>(FEED);
    files.remove("stop_times.txt");
    refusedAndUnchanged(zip(files), "missing-file");
  }

  @Test
  void wrongColumnsAreRefused() throws IOException {
    var files = new TreeMap<>(FEED);
    files.put("stops.txt", "id,name,x,y\na,Alfa,1,2\n");
    refusedAndUnchanged(zip(files), "missing-column");
  }

  @Test
  void swappedCoordinatesAndNotANumberAreTold() throws IOException {
    var files = new TreeMap<>(FEED);
    files.put(
        "stops.txt",
        "stop_id,stop_name,stop_lat,stop_lon\na,Alfa,41.390,2.140\nb,Beta,41.391,2.150\nx,X,2.15,41.39\ny,Y,NaN,2\n");
    Outcome outcome = take(zip(files)).getFirst();
    assertThat(outcome.findings().keySet()).hasSize(2);
    assertThat(features(Layers.STOPS.name()))
        .extracting(Feature::id)
        .doesNotContain("trial:x", "trial:y");
  }
}
