package eu.trama.city.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.CityServer;
import eu.trama.city.store.TestStore;
import eu.trama.city.twin.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

/// What a client may get wrong is told as its own mistake, with what to do about it.
@SpringBootTest(
    classes = CityServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestStore.class)
class OddRequestsTest {

  private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";

  @LocalServerPort private int port;

  private String said(String query, String... headers) {
    var api = new ApiClient(port, "barcelona");
    var answer = api.get("/collections/stops/items?" + query, headers);
    String text = ApiClient.text(answer);
    assertThat(answer.statusCode()).as(query + ": " + text).isBetween(400, 406);
    JsonNode problem = Json.read(text);
    assertThat(problem.path("status").asInt()).isEqualTo(answer.statusCode());
    return problem.path("detail").asString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bbox=|bbox",
        "bbox=1,2,3|bbox",
        "bbox=1,2,3,4,5|bbox",
        "bbox=a,b,c,d|bbox",
        "bbox=NaN,1,2,3|bbox",
        "bbox=1,2,Infinity,3|bbox",
        "bbox=2,50,3,40|bbox",
        "bbox=181,0,182,1|bbox",
        "bbox=0,-91,1,0|bbox",
        "bbox=1;2;3;4|bbox",
        "bbox=1,2,3,4&bbox=1,2,3,4|once",
        "datetime=now|2026-01-31T12:00:00Z",
        "datetime=2026|2026-01-31T12:00:00Z",
        "datetime=2026-02-30|2026-01-31T12:00:00Z",
        "datetime=2026-01-01T25:00:00Z|2026-01-31T12:00:00Z",
        "datetime=2026-01-01T00:00:00|2026-01-31T12:00:00Z",
        "datetime=/|2026-01-31T12:00:00Z",
        "limit=|whole number",
        "limit=0|whole number",
        "limit=-5|whole number",
        "limit=1.5|whole number",
        "limit=ten|whole number",
        "limit=99999999999999999999|whole number",
        "crs=|Give one of",
        "crs=EPSG:4326|Give one of",
        "crs=urn:ogc:def:crs:EPSG::25831|Give one of",
        "bbox-crs=4326|Give one of",
        "f=xml|Give one of: json, html",
        "f=|Give one of: json, html",
        "f=JSON|Give one of: json, html",
        "start=%00|start",
        "name=%00|name",
        "Limit=1|limit"
      })
  void whatIsWrongIsNamedWithWhatToDo(String query, String named) {
    assertThat(said(query)).contains(named);
  }

  @Test
  void aBoxBeyondASystemIsRefused() {
    for (String system : List.of("3857", "25831", "32631", "4326")) {
      for (String box : List.of("1e300,1e300,2e300,2e300", "-1e12,-1e12,1e12,1e12", "5,1,4,2")) {
        String query = "bbox=" + box + "&bbox-crs=" + EPSG + system;
        if (!(system.equals("4326") && box.startsWith("5"))) {
          assertThat(said(query)).contains("bbox");
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/|Accept",
        "application/json;q=2|Accept",
        ",,;|Accept",
        "image/png|can be had as",
        "application/gml+xml|can be had as",
        "application/geo+json;q=0|can be had as"
      })
  void anAcceptThatCannotBeReadOrMetIsTold(String accept, String named) {
    assertThat(said("limit=1", "Accept", accept)).contains(named);
  }

  @Test
  void whatIsVeryLongIsCutInTheAnswer() {
    String much = URLEncoder.encode("x".repeat(3_000), StandardCharsets.UTF_8);
    for (String name : List.of("bbox", "datetime", "limit", "crs", "f", "name")) {
      assertThat(said(name + "=" + much)).hasSizeLessThan(1_000);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/collections/stops/items/%00", "/collections/%00", "/jobs/%00", "/jobs/%00/results",
        "/processes/%00", "/tiles/WebMercatorQuad/%00/0/0", "/jobs?processID=%00", "/jobs?type=%00",
        "/jobs?datetime=%00", "/%00", "/collections/stops/items/%2e%2e%2f", "/jobs/%f0%9f%9a%8b"
      })
  void noAddressMakesAFaultOfOurs(String path) {
    var api = new ApiClient(port, "barcelona");
    assertThat(api.get(path).statusCode()).isBetween(400, 404);
  }
}
