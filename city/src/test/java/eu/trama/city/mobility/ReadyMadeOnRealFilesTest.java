package eu.trama.city.mobility;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.CityServer;
import eu.trama.city.store.TestStore;
import eu.trama.city.twin.Imports;
import eu.trama.city.twin.Imports.Item;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.Provenance;
import eu.trama.city.twin.RealFiles;
import eu.trama.city.twin.Runs;
import eu.trama.city.twin.Scenarios;
import eu.trama.city.twin.Templates;
import eu.trama.city.twin.Twin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/// Each ready-made scenario works after the cities' own timetables, boundaries, streets, statistics
/// and facilities were imported, though these take the place of the lines that the pack had.
@SpringBootTest(classes = CityServer.class, properties = "trama.context=real-files")
@ContextConfiguration(initializers = TestStore.class)
@DirtiesContext
class ReadyMadeOnRealFilesTest {

  @Autowired private Twin twin;
  @Autowired private Imports imports;
  @Autowired private Scenarios scenarios;
  @Autowired private Templates templates;
  @Autowired private Runs runs;

  static Stream<ReadyMade.Expected> expected() {
    return ReadyMade.expected();
  }

  @BeforeEach
  void importRealFiles() {
    if (!twin.features(twin.today("barcelona"), Layers.TIMETABLES.name()).isEmpty()) {
      return;
    }
    take(
        "barcelona",
        item("boundaries", "barcelona/boundaries/districtes.geojson"),
        item("boundaries", "barcelona/boundaries/barris.geojson"),
        item("streets", "barcelona/streets/streets.json"),
        item("statistics", "barcelona/statistics/indicators_bcn.json"),
        item("facilities", "barcelona/facilities/educacio_clean.csv"),
        item("facilities", "barcelona/facilities/serveis_socials.csv"),
        item("gtfs", "barcelona/gtfs/fgc.zip"),
        item("gtfs", "barcelona/gtfs/trambaix.zip"),
        item("gtfs", "barcelona/gtfs/trambesos.zip"));
    take(
        "bologna",
        item("boundaries", "bologna/boundaries/zone_bologna.geojson"),
        item("gtfs", "bologna/gtfs/marconi-express.zip"));
    assertThat(twin.feature(twin.today("barcelona"), "lines", "T4")).isEmpty();
    assertThat(twin.feature(twin.today("bologna"), "lines", "MEX")).isEmpty();
  }

  private static Item item(String kind, String file) {
    return new Item(
        kind, RealFiles.file(file), Map.of(), Provenance.titled(file), Optional.empty());
  }

  private void take(String city, Item... items) {
    imports.run(
        city,
        List.of(items),
        new Imports.Progress() {
          @Override
          public void begin(String name, long bytes) {}

          @Override
          public void read(long bytes) {}

          @Override
          public void end(String how) {}
        });
  }

  @ParameterizedTest
  @MethodSource("expected")
  void changesTheNeighbourhoodThatItIsAbout(ReadyMade.Expected expected) {
    new ReadyMade(twin, scenarios, templates, runs).check(expected);
  }
}
