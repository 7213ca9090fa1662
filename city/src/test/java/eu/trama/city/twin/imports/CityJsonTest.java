package eu.trama.city.twin.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import eu.trama.city.store.ModuleSchema;
import eu.trama.city.store.TestDatabase;
import eu.trama.city.twin.AsOf;
import eu.trama.city.twin.City;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.GeoJson;
import eu.trama.city.twin.Kept;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.LocalMetres;
import eu.trama.city.twin.Properties;
import eu.trama.city.twin.Snapshot;
import eu.trama.city.twin.exports.LayerContent;
import eu.trama.city.twin.exports.LayerFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/// Buildings from CityJSON and back.
class CityJsonTest {

  @RegisterExtension
  static final TestDatabase DATABASE = TestDatabase.with(new ModuleSchema("twin"));

  @TempDir Path folder;

  /// A block of 10 m by 20 m on ground 12 m high, 9 m high, somewhere in Barcelona.
  private static final String BLOCK =
      """
      {"type":"CityJSON","version":"%s",
       "transform":{"scale":[0.001,0.001,0.001],"translate":[430000,4582000,0]},
       "metadata":{"referenceSystem":"https://www.opengis.net/def/crs/EPSG/0/25831"},
       "CityObjects":{
        "b1":{"type":"Building","attributes":{"storeysAboveGround":3,"yearOfConstruction":1926,"function":["school"]},
         "geometry":[{"type":"Solid","lod":"1","boundaries":[[[[3,2,1,0]],[[4,5,6,7]],[[0,1,5,4]],[[1,2,6,5]],
           [[2,3,7,6]],[[3,0,4,7]]]]}]}},
       "vertices":[[0,0,12000],[10000,0,12000],[10000,20000,12000],[0,20000,12000],
         [0,0,21000],[10000,0,21000],[10000,20000,21000],[0,20000,21000]]}
      """;

  private Trial read(City city, byte[] bytes) {
    return Trial.of(
        new CityJsonImporter(Kept.in(DATABASE.dataSource())),
        city,
        Trial.write(folder, "b.city.json", bytes),
        List.of());
  }

  private Trial read(String text) {
    return read(Trial.BARCELONA, text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1", "2.0"})
  void aBlockHasItsOutlineAndItsFacts(String version) {
    Trial trial = read(BLOCK.formatted(version));
    assertThat(trial.findings()).isEmpty();
    assertThat(trial.source()).isEqualTo("buildings:b-city");
    Feature block = trial.feature("b1");
    assertThat(Layers.BUILDINGS.check(block, "f", 0)).isEmpty();
    assertThat(block.properties().number("height")).hasValue(9);
    assertThat(block.properties().number("ground")).hasValue(12);
    assertThat(block.properties().number("storeys")).hasValue(3);
    assertThat(block.properties().number("year")).hasValue(1926);
    assertThat(block.properties().text("use")).hasValue("school");
    assertThat(block.properties().texts("lods")).containsExactly("1");
    assertThat(metres(block).getArea()).isCloseTo(200, offset(0.01));
    assertThat(metres(block).getEnvelopeInternal().getMinX()).isCloseTo(430_000, offset(0.001));
  }

  private static Geometry metres(Feature building) {
    return LocalMetres.utm(25831)
        .fromDegrees(java.util.Objects.requireNonNull(building.geometry()));
  }

  /// Whichever axis stands first; EPSG:5554 is EPSG:25831 with heights.
  @ParameterizedTest
  @CsvSource({
    "EPSG/0/25831, 430000, 4582000",
    "EPSG/0/32631, 430000, 4582000",
    "EPSG/0/25831, 4582000, 430000",
    "EPSG/0/5554, 430000, 4582000"
  })
  void theAxesStandAsTheyLieNearTheCity(String crs, String first, String second) {
    String text =
        BLOCK
            .formatted("2.0")
            .replace("EPSG/0/25831", crs)
            .replace("[430000,4582000,0]", "[" + first + "," + second + ",0]");
    Trial trial = read(text);
    assertThat(trial.findings()).isEmpty();
    assertThat(
            metres(trial.feature("b1"))
                .getCentroid()
                .distance(new GeometryFactory().createPoint(new Coordinate(430_005, 4_582_010))))
        .isLessThan(8);
  }

  @Test
  void aBuildingIsAsWideAndHighAsItsParts() {
    String text =
        BLOCK
            .formatted("2.0")
            .replace(
                "\"b1\":{\"type\":\"Building\",",
                "\"w\":{\"type\":\"Building\",\"children\":[\"b1\",\"p2\"]},"
                    + "\"p2\":{\"type\":\"BuildingPart\",\"parents\":[\"w\"],\"geometry\":[{\"type\":\"MultiSurface\","
                    + "\"lod\":\"0\",\"boundaries\":[[[1,8,9,2]]]}]},"
                    + "\"b1\":{\"type\":\"BuildingPart\",\"parents\":[\"w\"],")
            .replace("[0,20000,21000]]", "[0,20000,21000],[25000,0,11000],[25000,20000,11000]]");
    Trial trial = read(text);
    assertThat(trial.ids()).containsExactly("w");
    Feature whole = trial.feature("w");
    assertThat(metres(whole).getArea()).isCloseTo(500, offset(0.1));
    assertThat(whole.properties().number("height")).hasValue(10);
    assertThat(whole.properties().texts("lods")).containsExactly("0", "1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"2.0\" | \"1.0\" | cityjson-version | version",
        "\"CityJSON\" | \"CityGML\" | cityjson-type | type",
        "EPSG/0/25831 | EPSG/0/99999 | crs-unknown | metadata.referenceSystem",
        "\"referenceSystem\" | \"title\" | crs-missing | metadata.referenceSystem",
        "\"transform\" | \"transformed\" | transform-missing | transform.scale",
        "[430000,4582000,0] | [430000,0] | transform-missing | transform.translate",
        "[430000,4582000,0] | [930000,4982000,0] | coordinates-far | vertices",
        "[10000,0,12000] | [10000,0.5,12000] | vertex-not-whole | vertices[1]",
        "[[3,2,1,0]] | [[3,2,1,99]] | vertex-unknown | CityObjects.b1",
        "[[3,2,1,0]] | [[3,2]] | ring-short | CityObjects.b1",
        "[[3,2,1,0]] | 7 | geometry-nesting | CityObjects.b1",
        "\"geometry\" | \"geometries\" | geometry-missing | geometry",
        "\"type\":\"Building\" | \"type\":\"Bridge\" | file-empty | CityObjects",
        "\"attributes\" | \"children\":[\"x\"],\"attributes\" | child-unknown | CityObjects.b1",
        "\"vertices\":[ | \"vertices\":[[ | json-syntax | ''"
      })
  void whatIsWrongIsTold(String good, String bad, String code, String field) {
    String text = BLOCK.formatted("2.0");
    assertThat(text).contains(good);
    Trial trial = read(text.replace(good, bad));
    assertThat(trial.features()).isEmpty();
    assertThat(trial.codes()).startsWith(code);
    assertThat(trial.findings().getFirst().field()).isEqualTo(field);
    assertThat(trial.findings().getFirst().advice()).isNotBlank();
  }

  /// Random buildings written, read, and written again: the same outlines and facts, and the same
  /// bytes.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsWrittenIsReadAgain(long seed) throws IOException {
    List<Feature> buildings = buildings(new Random(seed));
    byte[] written = written(buildings);
    Trial trial = read(Trial.BARCELONA, written);
    assertThat(trial.findings()).isEmpty();
    assertThat(trial.features()).hasSameSizeAs(buildings);
    for (Feature before : buildings) {
      Feature after = trial.feature(before.id());
      for (String fact : List.of("height", "ground", "storeys", "year", "use")) {
        assertThat(after.properties().text(fact)).isEqualTo(before.properties().text(fact));
      }
      assertThat(DiscreteHausdorffDistance.distance(metres(before), metres(after)))
          .isLessThan(0.002);
      assertThat(metres(after).getNumPoints()).isEqualTo(metres(before).getNumPoints());
    }
    assertThat(written(trial.features()).length).isEqualTo(written.length);
  }

  private static List<Feature> buildings(Random random) {
    var metres = LocalMetres.utm(25831);
    var plane = new GeometryFactory();
    var buildings = new ArrayList<Feature>();
    for (int i = 0; i < 60; i++) {
      double x = 430_000 + random.nextInt(2_000);
      double y = 4_582_000 + random.nextInt(2_000);
      Geometry outline = box(plane, x, y, 10 + random.nextInt(30));
      if (random.nextBoolean()) {
        outline = outline.difference(box(plane, x + 2, y + 2, 3));
      }
      if (random.nextInt(4) == 0) {
        outline = outline.union(box(plane, x + 100, y, 5));
      }
      var facts = new java.util.TreeMap<String, Object>();
      facts.put("ground", random.nextInt(100_000) / 1000.0);
      facts.put("height", (1 + random.nextInt(90_000)) / 1000.0);
      if (random.nextBoolean()) {
        facts.put("storeys", random.nextInt(20));
        facts.put("year", 1800 + random.nextInt(226));
        facts.put("use", "housing");
      }
      buildings.add(
          new Feature(
              "buildings",
              "b%03d".formatted(i),
              GeoJson.WGS84.createGeometry(metres.toDegrees(outline)),
              new Properties(facts)));
    }
    return buildings;
  }

  private static Geometry box(GeometryFactory plane, double x, double y, double side) {
    return plane.toGeometry(new Envelope(x, x + side, y, y + side));
  }

  private static byte[] written(List<Feature> buildings) throws IOException {
    var at = new AsOf(Instant.EPOCH, Instant.EPOCH);
    var content =
        new LayerContent(
            Trial.BARCELONA,
            new Snapshot("barcelona", at),
            Layers.BUILDINGS,
            Layers.BUILDINGS.fields(),
            buildings);
    var bytes = new ByteArrayOutputStream();
    LayerFormat.CITYJSON.write(content, bytes);
    return bytes.toByteArray();
  }
}
