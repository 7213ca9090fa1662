package eu.trama.city.twin.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.trama.city.twin.City;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Importer;
import eu.trama.city.twin.LocalMetres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The cities' own files, where they are at hand.
class RealFilesTest {

  private static Path data = Path.of("");

  @BeforeAll
  static void findData() {
    String told = System.getenv("TRAMA_DATA");
    data =
        told == null
            ? Path.of(System.getProperty("trama.root", ".")).resolve("../shared/data")
            : Path.of(told);
    Assumptions.assumeTrue(
        Files.isDirectory(data),
        "no folder " + data + " with the cities' files (set TRAMA_DATA); real files not tested");
  }

  private static Trial read(
      Importer importer, City city, String file, List<Feature> zones, Map<String, String> options) {
    return Trial.of(importer, city, data.resolve(file), zones, options);
  }

  private static Trial boundaries(City city, String file, List<Feature> zones) {
    return read(new BoundaryImporter(), city, file, zones, Map.of());
  }

  @Test
  void allLevelsOfBarcelonaNestInOneAnother() {
    var zones = new ArrayList<Feature>();
    String folder = "barcelona/boundaries/";
    for (var level :
        List.of(
            Map.entry("terme-municipal", 1),
            Map.entry("districtes", 10),
            Map.entry("barris", 73),
            Map.entry("area-estadistica-basica", 233),
            Map.entry("seccio-censal", 1068))) {
      Trial trial = boundaries(Trial.BARCELONA, folder + level.getKey() + ".geojson", zones);
      assertThat(trial.findings()).as(level.getKey()).isEmpty();
      assertThat(trial.features()).as(level.getKey()).hasSize(level.getValue());
      zones.addAll(trial.features());
    }
    var index = new ZoneIndex(zones);
    assertThat(zones).allMatch(zone -> Objects.requireNonNull(zone.geometry()).isValid());
    Feature city = index.byId("city:08019").orElseThrow();
    assertThat(city.properties().text("name")).hasValue("Barcelona");
    Feature raval = index.byId("neighbourhood:01").orElseThrow();
    assertThat(raval.properties().text("name")).hasValue("el Raval");
    assertThat(raval.properties().text("parent")).hasValue("district:01");
    assertThat(index.byId("section:01-001").orElseThrow().properties().text("parent"))
        .hasValue("statistical-area:001");
    for (Feature zone : zones) {
      zone.properties()
          .text("parent")
          .ifPresent(parent -> {
            var around = index.byId(parent).orElseThrow().geometry();
            var inside = Objects.requireNonNull(zone.geometry()).getInteriorPoint();
            assertThat(Objects.requireNonNull(around).covers(inside)).as(zone.id()).isTrue();
          });
    }
  }

  @Test
  void theNumbersOfOpenDataBcnAreThoseOfTheNeighbourhoods() {
    List<Feature> zones =
        boundaries(Trial.BARCELONA, "barcelona/boundaries/barris.geojson", List.of()).features();
    Trial trial =
        read(
            new StatisticsImporter(),
            Trial.BARCELONA,
            "barcelona/statistics/indicators_bcn.json",
            zones,
            Map.of());
    assertThat(trial.findings()).isEmpty();
    assertThat(trial.features()).hasSize(1095);
    var metres = LocalMetres.of(Trial.BARCELONA);
    for (Feature zone : zones) {
      double drawn = metres.fromDegrees(Objects.requireNonNull(zone.geometry())).getArea() / 1e4;
      double told =
          trial.feature(zone.id() + "/area/2021").properties().number("value").orElseThrow();
      assertThat(drawn).as(zone.id()).isCloseTo(told, within(told * 0.02 + 0.5));
    }
  }

  @Test
  void zonesAndAreasOfBologna() {
    Trial zones = boundaries(Trial.BOLOGNA, "bologna/boundaries/zone_bologna.geojson", List.of());
    assertThat(zones.features()).hasSize(18);
    assertThat(zones.feature("neighbourhood:8").properties().text("name")).hasValue("Irnerio");
    Trial areas =
        boundaries(Trial.BOLOGNA, "bologna/boundaries/statistical_areas.csv", zones.features());
    assertThat(areas.findings()).isEmpty();
    assertThat(areas.features()).hasSize(90);
    assertThat(areas.feature("statistical-area:62").properties().text("parent"))
        .as("Cirenaica lies in S. Vitale")
        .hasValue("neighbourhood:18");

    var both = new ArrayList<>(zones.features());
    both.addAll(areas.features());
    Trial residents =
        read(
            new StatisticsImporter(),
            Trial.BOLOGNA,
            "bologna/boundaries/censimento_n_residenti.csv",
            both,
            Map.of("year", "2017"));
    assertThat(residents.findings()).isEmpty();
    assertThat(residents.features()).hasSize(18);
    Trial incomes =
        read(
            new StatisticsImporter(),
            Trial.BOLOGNA,
            "bologna/boundaries/redditi2016_areastat.csv",
            both,
            Map.of());
    assertThat(incomes.codes()).containsOnly("row-without-zone", "taxpayers-few");
    assertThat(incomes.features()).hasSize(84);
    assertThat(
            incomes
                .feature("statistical-area:12/income/2016")
                .properties()
                .number("value")
                .orElseThrow())
        .as("Caserme Rosse-Manifattura, whose name the register cuts: 30169723 / 1550")
        .isCloseTo(19464, within(1.0));
  }

  @Test
  void streetsOfBarcelona() {
    Trial trial =
        read(
            new StreetImporter(),
            Trial.BARCELONA,
            "barcelona/streets/streets.json",
            List.of(),
            Map.of());
    assertThat(trial.codes()).doesNotContain("name-missing");
    assertThat(trial.features()).hasSize(3798);
    assertThat(trial.ids()).doesNotHaveDuplicates();
    int lines =
        trial.features().stream()
            .mapToInt(street -> Objects.requireNonNull(street.geometry()).getNumGeometries())
            .sum();
    assertThat(lines).isEqualTo(14958);
  }

  @Test
  void facilitiesOfBarcelona() {
    Trial schools =
        read(
            new FacilityImporter(),
            Trial.BARCELONA,
            "barcelona/facilities/educacio_clean.csv",
            List.of(),
            Map.of());
    assertThat(schools.findings()).allMatch(each -> each.code().equals("kind-unknown"));
    assertThat(schools.ids()).doesNotHaveDuplicates();
    assertThat(schools.ids().stream().filter(id -> id.startsWith("school:"))).hasSize(557);
    assertThat(schools.description().texts(Importer.ENDS_KINDS)).containsExactly("school");
    Trial all =
        read(
            new FacilityImporter(),
            Trial.BARCELONA,
            "barcelona/facilities/educacio_clean.csv",
            List.of(),
            Map.of("kind", "school"));
    assertThat(all.features()).hasSize(2075);
    Trial social =
        read(
            new FacilityImporter(),
            Trial.BARCELONA,
            "barcelona/facilities/serveis_socials.csv",
            List.of(),
            Map.of());
    assertThat(social.findings()).allMatch(each -> each.code().equals("kind-unknown"));
    assertThat(social.ids().stream().filter(id -> id.startsWith("social:"))).hasSize(42);
    assertThat(social.description().texts(Importer.ENDS_KINDS)).containsExactly("social");
  }
}
