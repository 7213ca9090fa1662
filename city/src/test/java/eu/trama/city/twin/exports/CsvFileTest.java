package eu.trama.city.twin.exports;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.twin.Feature;
import eu.trama.city.twin.GeoJson;
import eu.trama.city.twin.LayerSchema.Shape;
import eu.trama.city.twin.Properties;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.io.WKTReader;

class CsvFileTest {

  @TempDir Path folder;

  private static String text(EnumSet<Shape> shapes, List<Feature> features) {
    return new String(
        Sample.written(LayerFormat.CSV, Sample.content(shapes, features)), StandardCharsets.UTF_8);
  }

  private static Feature thing(Map<String, ?> properties) {
    return new Feature(
        "things",
        "a",
        GeoJson.WGS84.createPoint(new Coordinate(2.1234567, 41.5)),
        Properties.of(properties));
  }

  @Test
  void pointsHaveLongitudeAndLatitude() {
    assertThat(
            text(
                EnumSet.of(Shape.POINT),
                List.of(thing(Map.of("text", "x,y", "texts", List.of("p", "q"), "flag", true)))))
        .isEqualTo(
            "id,lon,lat,text,whole,number,flag,texts,numbers\r\n"
                + "a,2.1234567,41.5,\"x,y\",,,true,\"[\"\"p\"\",\"\"q\"\"]\",\r\n");
  }

  @Test
  void otherShapesStandAsText() {
    assertThat(text(EnumSet.of(Shape.POINT, Shape.LINE), List.of(thing(Map.of()))))
        .isEqualTo(
            "id,geometry,text,whole,number,flag,texts,numbers\r\n"
                + "a,POINT (2.1234567 41.5),,,,,,\r\n");
  }

  @Test
  void aTableWithoutPlacesHasNoPlace() {
    assertThat(text(EnumSet.of(Shape.NONE), List.of())).startsWith("id,text,");
  }

  @Test
  void noTextIsAFormula() {
    assertThat(text(EnumSet.of(Shape.NONE), List.of(thing(Map.of("text", "=1+1", "whole", -1)))))
        .endsWith("a,'=1+1,-1,,,,\r\n");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anotherReaderSeesTheSameTable(long seed) throws Exception {
    var shapes = EnumSet.of(Shape.LINE, Shape.POLYGON, Shape.NONE);
    List<Feature> features = Sample.features(shapes, 300, seed);
    Path file =
        Files.write(
            folder.resolve("things.csv"),
            Sample.written(LayerFormat.CSV, Sample.content(shapes, features)));
    var rows =
        Duck.query(
            "select * from read_csv(?, header = true, all_varchar = true, nullstr = '')", file);
    assertThat(rows).hasSameSizeAs(features);
    for (int i = 0; i < rows.size(); i++) {
      Feature feature = features.get(i);
      assertThat(rows.get(i)).containsEntry("id", feature.id());
      var geometry = feature.geometry();
      Object wkt = rows.get(i).get("geometry");
      if (geometry == null) {
        assertThat(wkt).isNull();
      } else {
        assertThat(new WKTReader().read(String.valueOf(wkt)).equalsExact(geometry, 1e-7)).isTrue();
      }
      assertThat(rows.get(i).get("whole"))
          .isEqualTo(feature.properties().text("whole").orElse(null));
    }
  }
}
