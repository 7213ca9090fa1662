package eu.trama.city.twin.imports;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Boundary files drawn by hand: squares in and around Barcelona.
class BoundaryImporterTest {

  private static final String SQUARE =
      "[[[2.10,41.40],[2.11,41.40],[2.11,41.41],[2.10,41.41],[2.10,41.40]]]";

  @TempDir Path folder;

  private Trial read(String text, List<Feature> zones, Map<String, String> options) {
    return Trial.of(
        new BoundaryImporter(),
        Trial.BARCELONA,
        Trial.write(folder, "zones.geojson", text),
        zones,
        options);
  }

  private Trial read(String text) {
    return read(text, List.of(), Map.of("level", "neighbourhood"));
  }

  private static String collection(String... features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[\n" + String.join(",\n", features) + "]}";
  }

  private static String polygon(String properties, String rings) {
    return "{\"type\":\"Feature\",\"properties\":{"
        + properties
        + "},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
        + rings
        + "}}";
  }

  private static String square(String code) {
    return polygon("\"code\":\"" + code + "\",\"name\":\"Zone " + code + "\"", SQUARE);
  }

  @Test
  void cartoBcnTellsLevelCodeNameAndParent() {
    String barri =
        "\"TIPUS_UA\":\"BARRI\",\"TERME\":\"080193\",\"DISTRICTE\":\"01\",\"BARRI\":\"02\","
            + "\"AEB\":\"-\",\"NOM\":\"el Barri Gòtic\",\"WEB3\":null";
    var zones = List.of(Trial.zone("district:01", "Ciutat Vella", 2.0, 41.0, "stand-in"));
    Trial trial = read(collection(polygon(barri, SQUARE)), zones, Map.of());

    assertThat(trial.findings()).isEmpty();
    assertThat(trial.source()).isEqualTo("boundaries:neighbourhood");
    var properties = trial.feature("neighbourhood:02").properties();
    assertThat(properties.text("name")).hasValue("el Barri Gòtic");
    assertThat(properties.text("parent")).hasValue("district:01");
    assertThat(properties.text("boundary")).hasValue("official");
    assertThat(properties.number("lat").orElseThrow()).isBetween(41.40, 41.41);
  }

  @Test
  void aSectionIsNamedWithItsDistrictSinceEachDistrictCountsAnew() {
    String section =
        "\"TIPUS_UA\":\"SEC_CENS\",\"DISTRICTE\":\"07\",\"BARRI\":\"35\",\"AEB\":\"101\","
            + "\"SEC_CENS\":\"012\",\"NOM\":null";
    var zones = List.of(Trial.zone("neighbourhood:35", "el Guinardó", 2.1, 41.4, "official"));
    Trial trial = read(collection(polygon(section, SQUARE)), zones, Map.of());
    assertThat(trial.ids()).containsExactly("section:07-012");
    assertThat(trial.features().getFirst().properties().text("parent"))
        .hasValue("neighbourhood:35");
  }

  @Test
  void aParentThatTheFileDoesNotNameIsTheZoneAround() {
    var zones =
        List.of(
            Trial.zone("district:1", "West", 2.10, 41.40, "official"),
            Trial.zone("district:2", "East", 2.12, 41.40, "official"),
            Trial.zone("district:3", "Cell", 2.10, 41.40, "stand-in"));
    Trial trial = read(collection(square("9")), zones, Map.of("level", "neighbourhood"));
    assertThat(trial.feature("neighbourhood:9").properties().text("parent")).hasValue("district:1");
  }

  @Test
  void aStandInTellsNoParent() {
    var zones = List.of(Trial.zone("district:3", "Cell", 2.10, 41.40, "stand-in"));
    Trial trial = read(collection(square("9")), zones, Map.of("level", "neighbourhood"));
    assertThat(trial.codes()).containsExactly("parent-unknown");
    assertThat(trial.feature("neighbourhood:9").properties().has("parent")).isFalse();
  }

  @Test
  void theKnownCentreOfTheZonesPeopleIsKeptWhenItLiesInside() {
    Feature known = Trial.zone("neighbourhood:9", "Zone 9", 2.10, 41.40, "stand-in");
    Feature inside = known.with(known.properties().with("lat", 41.4012).with("lon", 2.1012));
    Feature outside = known.with(known.properties().with("lat", 41.5).with("lon", 2.1));
    var options = Map.of("level", "neighbourhood");
    assertThat(lat(read(collection(square("9")), List.of(inside), options))).isEqualTo(41.4012);
    assertThat(lat(read(collection(square("9")), List.of(outside), options)))
        .isBetween(41.401, 41.41);
  }

  private static double lat(Trial trial) {
    return trial.feature("neighbourhood:9").properties().number("lat").orElseThrow();
  }

  @Test
  void utmMetresBecomeDegrees() {
    String crs =
        "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::25831\"}},";
    String rings =
        "[[[430000,4583000],[431000,4583000],[431000,4584000],[430000,4584000],[430000,4583000]]]";
    Trial trial = read("{" + crs + collection(polygon("\"code\":\"1\"", rings)).substring(1));
    assertThat(trial.codes()).containsExactly("parent-unknown");
    var box = java.util.Objects.requireNonNull(trial.features().getFirst().geometry());
    // 430000, 4583000 in ETRS89 / UTM 31N is 41.3949 N, 2.1630 E.
    assertThat(box.getEnvelopeInternal().getMinX()).isBetween(2.1625, 2.1635);
    assertThat(box.getEnvelopeInternal().getMinY()).isBetween(41.3940, 41.3955);
  }

  @Test
  void aHairOfASelfCrossingIsMendedAndTold() {
    String hair =
        "[[[2.10,41.40],[2.11,41.40],[2.1100001,41.4050001],[2.1100001,41.4049999],[2.11,41.405],"
            + "[2.1099999,41.4050002],[2.11,41.41],[2.10,41.41],[2.10,41.40]]]";
    Trial trial = read(collection(polygon("\"code\":\"1\"", hair)));
    assertThat(trial.codes()).contains("polygon-mended");
    assertThat(trial.findings()).allMatch(each -> each.severity() == Finding.Severity.WARNING);
    assertThat(java.util.Objects.requireNonNull(trial.features().getFirst().geometry()).isValid())
        .isTrue();
  }

  @Test
  void aHoleStaysAHole() {
    String ring =
        "[[[2.10,41.40],[2.11,41.40],[2.11,41.41],[2.10,41.41],[2.10,41.40]],"
            + "[[2.104,41.404],[2.106,41.404],[2.106,41.406],[2.104,41.406],[2.104,41.404]]]";
    var shape =
        java.util.Objects.requireNonNull(
            read(collection(polygon("\"code\":\"1\"", ring))).features().getFirst().geometry());
    assertThat(shape.getArea()).isEqualTo(1e-4 - 4e-6, org.assertj.core.data.Offset.offset(1e-9));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "polygon-invalid | [[[2.10,41.40],[2.11,41.41],[2.11,41.40],[2.10,41.41],[2.10,41.40]]]",
        "polygon-invalid | [[[2.10,41.40],[2.11,41.40],[2.11,41.41],[2.10,41.41],[2.10,41.40]],[[2.2,41.4],[2.3,41.4],[2.3,41.5],[2.2,41.4]]]",
        "coordinates-swapped | [[[41.40,2.10],[41.40,2.11],[41.41,2.11],[41.41,2.10],[41.40,2.10]]]",
        "coordinates-far | [[[11.3,44.4],[11.4,44.4],[11.4,44.5],[11.3,44.4]]]",
        "coordinates-range | [[[430000,4583000],[431000,4583000],[431000,4584000],[430000,4583000]]]",
        "coordinate-not-a-number | [[[2.10,41.40],[NaN,41.40],[2.11,41.41],[2.10,41.40]]]",
        "coordinate-not-a-number | [[[2.10,41.40],[\"x\",41.40],[2.11,41.41],[2.10,41.40]]]",
        "coordinate-not-a-number | [[[2.10,41.40],[2.11],[2.11,41.41],[2.10,41.40]]]",
        "ring-open | [[[2.10,41.40],[2.11,41.40],[2.11,41.41],[2.10,41.41]]]",
        "ring-short | [[[2.10,41.40],[2.11,41.40],[2.10,41.40]]]",
        "geometry-empty | []",
        "geometry-empty | [[]]",
        "geometry-nesting | [2.10,41.40]",
      })
  void aBadBoundaryIsToldWithItsPlaceAndLeavesNothing(String code, String rings) {
    Trial trial = read(collection(square("1"), polygon("\"code\":\"2\"", rings)));
    assertThat(trial.ids()).containsExactly("neighbourhood:1");
    Finding fault =
        trial.findings().stream()
            .filter(each -> each.severity() == Finding.Severity.ERROR)
            .findFirst()
            .orElseThrow();
    assertThat(fault.code()).isEqualTo(code);
    assertThat(fault.line()).isEqualTo(3);
    assertThat(fault.field()).isEqualTo("geometry");
    assertThat(fault.advice()).isNotEmpty();
  }

  @Test
  void selfCrossingSaysWhere() {
    String bow = "[[[2.10,41.40],[2.11,41.41],[2.11,41.40],[2.10,41.41],[2.10,41.40]]]";
    Trial trial = read(collection(polygon("\"code\":\"2\"", bow)));
    assertThat(trial.findings().getFirst().value()).startsWith("Self-intersection at 41.405");
  }

  @Test
  void twoZonesOfOneCodeAreToldWithBothLines() {
    Trial trial = read(collection(square("1"), square("1")));
    assertThat(trial.codes()).contains("id-duplicate");
    assertThat(trial.findings().getLast().advice()).contains("line 2");
  }

  @Test
  void aZoneWithoutItsCodeIsTold() {
    assertThat(read(collection(polygon("\"name\":\"x\"", SQUARE))).codes())
        .containsExactly("code-missing");
  }

  @Test
  void propertiesThatNobodyKnowsAreListed() {
    Trial trial = read(collection(polygon("\"foo\":1,\"bar\":2", SQUARE)), List.of(), Map.of());
    assertThat(trial.codes()).containsExactly("zone-unrecognised");
    assertThat(trial.findings().getFirst().value()).isEqualTo("bar, foo");
  }

  @Test
  void levelsAreNotMixedInAFile() {
    String district = "\"TIPUS_UA\":\"DISTRICTE\",\"DISTRICTE\":\"01\",\"NOM\":\"A\"";
    String barri = "\"TIPUS_UA\":\"BARRI\",\"DISTRICTE\":\"01\",\"BARRI\":\"02\",\"NOM\":\"B\"";
    Trial trial =
        read(collection(polygon(district, SQUARE), polygon(barri, SQUARE)), List.of(), Map.of());
    assertThat(trial.codes()).contains("level-mixed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "file-empty | ''",
        "file-empty | {\"type\":\"FeatureCollection\",\"features\":[]}",
        "file-truncated | {\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geome",
        "json-syntax | {\"type\":\"FeatureCollection\",\"features\":[}",
        "json-shape | {\"type\":\"Topology\",\"features\":[]}",
        "json-shape | {\"features\":7}",
        "crs-unknown | {\"crs\":{\"properties\":{\"name\":\"EPSG:3857\"}},\"features\":[]}",
        "columns-unknown | 'id,name\n1,x\n'",
      })
  void aFileThatIsNoneIsTold(String code, String text) {
    Trial trial = read(text == null ? "" : text);
    assertThat(trial.features()).isEmpty();
    assertThat(trial.codes()).containsExactly(code);
  }

  @Test
  void aTableWithAColumnOfGeoJsonIsReadToo() {
    String shape = "{\"\"coordinates\"\": " + SQUARE + ", \"\"type\"\": \"\"Polygon\"\"}";
    String table =
        "\uFEFFCodice Area Statistica;Geo Point;Geo Shape;AREA STATISTICA;ZONA\n"
            + "7;41.4, 2.1;\""
            + shape
            + "\";DUCATI-VILLAGGIO INA;S. Vitale\n";
    var zones =
        List.of(
            Trial.zone("neighbourhood:18", "San Vitale", 2.0, 41.0, "stand-in"),
            Trial.zone("statistical-area:7", "Ducati-Villaggio Ina", 2.1, 41.4, "stand-in"));
    Trial trial = read(table, zones, Map.of());
    assertThat(trial.findings()).isEmpty();
    var properties = trial.feature("statistical-area:7").properties();
    assertThat(properties.text("parent")).hasValue("neighbourhood:18");
    assertThat(properties.text("name")).hasValue("Ducati-Villaggio Ina");
  }
}
