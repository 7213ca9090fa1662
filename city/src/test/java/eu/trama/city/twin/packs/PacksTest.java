package eu.trama.city.twin.packs;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.LocalMetres;
import eu.trama.city.twin.ScenarioJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Geometry;

/// The tables that come with the product hold together.
class PacksTest {

  static Stream<Pack> packs() {
    return Pack.all().stream();
  }

  @Test
  void thereAreTwoCities() {
    assertThat(packs()).extracting(Pack::id).containsExactly("barcelona", "bologna");
  }

  @ParameterizedTest
  @MethodSource("packs")
  void everyFeatureFitsItsLayer(Pack pack) {
    var findings = new ArrayList<Finding>();
    var ids = new HashSet<String>();
    for (Feature feature : PackFeatures.of(pack)) {
      findings.addAll(Layers.byName(feature.layer()).orElseThrow().check(feature, pack.id(), 0));
      assertThat(ids.add(feature.layer() + "/" + feature.id()))
          .as("id %s of layer %s stands once", feature.id(), feature.layer())
          .isTrue();
    }
    assertThat(findings).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("packs")
  void everyRowNamesASourceThatIsThere(Pack pack) {
    Set<String> sources = column(pack, "sources", "id");
    for (String table :
        List.of("zones", "stops", "lines", "line_stops", "headways", "facilities")) {
      assertThat(sources).as(table).containsAll(column(pack, table, "source"));
    }
  }

  @ParameterizedTest
  @MethodSource("packs")
  void referencesLeadSomewhere(Pack pack) {
    assertThat(column(pack, "stops", "id")).containsAll(column(pack, "line_stops", "stop"));
    assertThat(column(pack, "lines", "id")).isEqualTo(column(pack, "line_stops", "line"));
    assertThat(column(pack, "lines", "id")).isEqualTo(column(pack, "headways", "line"));
    assertThat(column(pack, "agencies", "id")).containsAll(column(pack, "lines", "agency"));
    Set<String> parents = column(pack, "zones", "parent");
    parents.remove("");
    assertThat(column(pack, "zones", "id")).containsAll(parents);
  }

  /// What a traveller would notice: no vehicle faster than 130 km/h or slower than a walk, in a
  /// straight line.
  @ParameterizedTest
  @MethodSource("packs")
  void vehiclesRunAtPlausibleSpeeds(Pack pack) {
    var metres = LocalMetres.of(pack.city());
    Map<String, Geometry> stops = new HashMap<>();
    pack.rows("stops")
        .forEach(row -> stops.put(row.getField("id"), metres.fromDegrees(PackFeatures.point(row))));
    NamedCsvRecord before = null;
    for (NamedCsvRecord row : pack.rows("line_stops")) {
      if (before != null && before.getField("line").equals(row.getField("line"))) {
        double distance = place(stops, before).distance(place(stops, row));
        double kmh = distance / Double.parseDouble(row.getField("run_s")) * 3.6;
        assertThat(kmh)
            .as("%s %s", row.getField("line"), row.getField("stop"))
            .isBetween(3.0, 130.0);
      }
      before = row;
    }
  }

  private static Geometry place(Map<String, Geometry> stops, NamedCsvRecord row) {
    return java.util.Objects.requireNonNull(stops.get(row.getField("stop")));
  }

  @ParameterizedTest
  @MethodSource("packs")
  void theNeighbourhoodsAddUpToTheCity(Pack pack) {
    assertThat(population(pack, "neighbourhood")).isEqualTo(population(pack, "city")).isPositive();
    assertThat(population(pack, "district")).isEqualTo(population(pack, "city"));
  }

  private static long population(Pack pack, String level) {
    return pack.rows("zones").stream()
        .filter(zone -> zone.getField("level").equals(level))
        .mapToLong(zone -> Long.parseLong(zone.getField("population")))
        .sum();
  }

  @Test
  void barcelonaHas73NeighbourhoodsAndBologna18Zones() {
    assertThat(count("barcelona", zone -> zone.getField("level").equals("neighbourhood")))
        .isEqualTo(73);
    assertThat(count("barcelona", zone -> zone.getField("level").equals("district"))).isEqualTo(10);
    assertThat(count("bologna", zone -> zone.getField("level").equals("neighbourhood")))
        .isEqualTo(18);
  }

  private static long count(String city, Predicate<NamedCsvRecord> which) {
    return new Pack(city).rows("zones").stream().filter(which).count();
  }

  /// Stand-in cells of a level do not overlap, and hold their own centre.
  @ParameterizedTest
  @MethodSource("packs")
  void standInCellsPartTheCity(Pack pack) {
    var metres = LocalMetres.of(pack.city());
    Map<String, Geometry> cells = StandInCells.of(pack.rows("zones"), pack.city());
    List<NamedCsvRecord> zones =
        pack.rows("zones").stream()
            .filter(zone -> zone.getField("level").equals("neighbourhood"))
            .toList();
    var inMetres =
        zones.stream()
            .map(zone ->
                metres.fromDegrees(
                    java.util.Objects.requireNonNull(cells.get(zone.getField("id")))))
            .toList();
    for (int i = 0; i < zones.size(); i++) {
      Geometry cell = inMetres.get(i);
      assertThat(cell.isValid()).isTrue();
      assertThat(cell.covers(metres.fromDegrees(PackFeatures.point(zones.get(i))))).isTrue();
      for (int j = 0; j < i; j++) {
        assertThat(cell.intersection(inMetres.get(j)).getArea()).isLessThan(1.0); // square metre
      }
    }
  }

  @ParameterizedTest
  @MethodSource("packs")
  void readyMadeScenariosCanBeReadAndSpeakFourLanguages(Pack pack) {
    for (String json : pack.scenarios()) {
      var content = ScenarioJson.read(json, pack.id());
      assertThat(content.city()).isEqualTo(pack.id());
      assertThat(content.name().keySet()).containsExactlyInAnyOrder("ca", "es", "en", "it");
      assertThat(content.description().keySet()).containsExactlyInAnyOrder("ca", "es", "en", "it");
      assertThat(content.steps()).isNotEmpty();
    }
  }

  private static Set<String> column(Pack pack, String table, String column) {
    return pack.rows(table).stream().map(row -> row.getField(column)).collect(Collectors.toSet());
  }
}
