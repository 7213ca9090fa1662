package eu.trama.city.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class GeoJsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POINT (2.17 41.38)",
        "MULTIPOINT ((2.17 41.38), (2.18 41.39))",
        "LINESTRING (2.17 41.38, 2.18 41.39)",
        "MULTILINESTRING ((2.17 41.38, 2.18 41.39), (2.1 41.3, 2.2 41.4))",
        "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))",
        "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1)), ((9 9, 10 9, 10 10, 9 9)))"
      })
  void readsWhatItWrites(String wkt) throws ParseException {
    Geometry geometry = new WKTReader().read(wkt);
    Geometry read = GeoJson.read(Json.read(Json.write(GeoJson.write(geometry))));
    assertThat((Object) read).isEqualTo(geometry);
    assertThat(read.getSRID()).isEqualTo(4326);
  }

  /// The example of RFC 7946, section 1.5, its polygon.
  @Test
  void readsTheExampleOfTheStandard() {
    Geometry polygon =
        GeoJson.read(
            Json.read(
                """
                {"type": "Polygon", "coordinates":
                  [[[100.0, 0.0], [101.0, 0.0], [101.0, 1.0], [100.0, 1.0], [100.0, 0.0]]]}
                """));
    assertThat(polygon.getArea()).isEqualTo(1.0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"type\":\"Point\"}",
        "{\"type\":\"Point\",\"coordinates\":[1]}",
        "{\"type\":\"Point\",\"coordinates\":[\"1\",2]}",
        "{\"type\":\"LineString\",\"coordinates\":[[1,2]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1]]]}",
        "{\"type\":\"Circle\",\"coordinates\":[1,2]}"
      })
  void saysWhatIsWrongWithAGeometry(String json) {
    assertThatIllegalArgumentException().isThrownBy(() -> GeoJson.read(Json.read(json)));
  }
}
