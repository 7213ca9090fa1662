package eu.trama.city.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.CityServer;
import eu.trama.city.store.TestStore;
import eu.trama.city.twin.Json;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

/// OGC API Features Part 2 (18-058r1), each test named after its requirement.
@SpringBootTest(
    classes = CityServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestStore.class)
class FeaturesPart2Test {

  private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";
  private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
  private static final String STOP = "/collections/stops/items/fgc-abrera";

  @LocalServerPort private int port;
  private ApiClient api = new ApiClient(0, "");

  @BeforeEach
  void client() {
    api = new ApiClient(port, "barcelona");
  }

  @Test
  void crs_uri_and_fc_md_crs_list_and_fc_md_storageCrs_valid_value() {
    for (JsonNode collection : api.json("/collections").path("collections")) {
      List<String> systems = collection.path("crs").valueStream().map(JsonNode::asString).toList();
      assertThat(systems)
          .containsExactly(CRS84, EPSG + 4326, EPSG + 3857, EPSG + 25831, EPSG + 32631);
      assertThat(systems).contains(collection.path("storageCrs").asString());
    }
    JsonNode bologna = new ApiClient(port, "bologna").json("/collections/stops");
    assertThat(bologna.path("crs").toString()).contains(EPSG + 25832, EPSG + 32632);
  }

  /// The witness is gdaltransform of GDAL 3.6.2 for 41.52256 N, 1.90681 E.
  @ParameterizedTest
  @CsvSource({
    "http://www.opengis.net/def/crs/OGC/1.3/CRS84, 1.90681, 41.52256, 1e-9",
    "http://www.opengis.net/def/crs/EPSG/0/4326, 41.52256, 1.90681, 1e-9",
    "http://www.opengis.net/def/crs/EPSG/0/3857, 212265.12, 5089727.39, 0.02",
    "http://www.opengis.net/def/crs/EPSG/0/25831, 408790.32, 4597345.68, 0.02",
    "http://www.opengis.net/def/crs/EPSG/0/32631, 408790.32, 4597345.68, 0.02",
  })
  void fc_crs_valid_value_and_geojson_coordinates(
      String crs, double first, double second, double close) {
    var answer = api.get(STOP + "?crs=" + crs);
    assertThat(ApiClient.header(answer, "Content-Crs")).isEqualTo("<" + crs + ">");
    JsonNode at = Json.read(ApiClient.text(answer)).path("geometry").path("coordinates");
    assertThat(at.path(0).asDouble()).isEqualTo(first, Offset.offset(close));
    assertThat(at.path(1).asDouble()).isEqualTo(second, Offset.offset(close));
  }

  @Test
  void fc_crs_default_value_and_ogc_crs_header() {
    assertThat(ApiClient.header(api.get(STOP), "Content-Crs")).isEqualTo("<" + CRS84 + ">");
    assertThat(ApiClient.header(api.get("/collections/stops/items"), "Content-Crs"))
        .isEqualTo("<" + CRS84 + ">");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        STOP + "?crs=http://www.opengis.net/def/crs/EPSG/0/25830",
        "/collections/stops/items?crs=http://www.opengis.net/def/crs/0.1/unknown",
        "/collections/stops/items?bbox-crs=http://www.opengis.net/def/crs/0.1/unknown&bbox=1,1,2,2",
        "/collections/stops/items?bbox=2,41,3,42&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/4326x"
      })
  void crs_action_invalid_value(String path) {
    assertThat(api.get(path).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://www.opengis.net/def/crs/EPSG/0/4326 | 41.38,2.16,41.40,2.18",
        "http://www.opengis.net/def/crs/EPSG/0/3857 | 240450.1,5068554.2,242676.49,5071521.8",
      })
  void bbox_crs_action(String crs, String box) {
    JsonNode wanted = api.json("/collections/stops/items?limit=1000&bbox=2.16,41.38,2.18,41.40");
    JsonNode found =
        api.json("/collections/stops/items?limit=1000&bbox-crs=" + crs + "&bbox=" + box);
    assertThat(wanted.path("features").size()).isPositive();
    assertThat(found.path("features")).isEqualTo(wanted.path("features"));
    assertThat(found.path("numberMatched")).isEqualTo(wanted.path("numberMatched"));
  }

  @Test
  void a_box_of_the_city_s_own_plane_is_what_it_is_there() {
    String utm = EPSG + 25831;
    JsonNode found =
        api.json(
            "/collections/stops/items?limit=1000&bbox=428000,4580000,432000,4584000&bbox-crs="
                + utm
                + "&crs="
                + utm);
    int inside = 0;
    for (JsonNode stop :
        api.json("/collections/stops/items?limit=1000&crs=" + utm).path("features")) {
      double x = stop.path("geometry").path("coordinates").path(0).asDouble();
      double y = stop.path("geometry").path("coordinates").path(1).asDouble();
      inside += x >= 428_000 && x <= 432_000 && y >= 4_580_000 && y <= 4_584_000 ? 1 : 0;
    }
    assertThat(inside).isPositive();
    assertThat(found.path("features").size()).isEqualTo(inside);
  }
}
