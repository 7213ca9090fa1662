package eu.trama.city.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.CityServer;
import eu.trama.city.store.TestStore;
import eu.trama.city.twin.Json;
import eu.trama.city.twin.Layers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

/// OGC API Features Part 1 (17-069r4), one test a requirement, named after it:
/// `fc_limit_response_1` is `/req/core/fc-limit-response-1`. What landing page, conformance and
/// description must be is in [FrameTest].
@SpringBootTest(
    classes = CityServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestStore.class)
class FeaturesPart1Test {

  private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
  private static final int STOPS = 279;

  @LocalServerPort private int port;
  private ApiClient api = new ApiClient(0, "");

  @BeforeEach
  void client() {
    api = new ApiClient(port, "barcelona");
  }

  private JsonNode items(String query) {
    return api.json("/collections/stops/items" + query);
  }

  private static List<String> ids(JsonNode collection) {
    var ids = new ArrayList<String>();
    collection.path("features").forEach(each -> ids.add(each.path("id").asString()));
    return ids;
  }

  /// Follows the links to next pages to the end.
  private List<String> everyPage(String address) {
    var ids = new ArrayList<String>();
    Optional<String> next = Optional.of(address);
    while (next.isPresent()) {
      JsonNode page = api.json(next.get());
      ids.addAll(ids(page));
      next = ApiClient.link(page, "next").map(link -> link.path("href").asString());
    }
    return ids;
  }

  @Test
  void root_success() {
    JsonNode landing = api.json("");
    for (String rel : List.of("self", "service-desc", "service-doc", "conformance", "data")) {
      assertThat(ApiClient.link(landing, rel)).as(rel).isPresent();
    }
  }

  @Test
  void conformance_success() {
    JsonNode classes = api.json("/conformance").path("conformsTo");
    for (String each : List.of("core", "geojson", "html", "oas30")) {
      assertThat(classes.toString())
          .contains("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/" + each);
    }
  }

  @Test
  void fc_md_success() {
    JsonNode document = api.json("/collections");
    assertThat(ApiClient.link(document, "self")).isPresent();
    assertThat(ApiClient.link(document, "alternate")).isPresent();
    assertThat(document.path("collections").size()).isEqualTo(Layers.ALL.size());
    for (JsonNode collection : document.path("collections")) {
      assertThat(collection.path("itemType").asString()).isEqualTo("feature");
      for (String rel : List.of("self", "items", "describedby", "license")) {
        JsonNode link = ApiClient.link(collection, rel).orElseThrow();
        assertThat(link.path("type").asString()).isNotBlank();
        assertThat(api.get(link.path("href").asString()).statusCode())
            .as("%s", link)
            .isEqualTo(200);
      }
    }
  }

  @Test
  void fc_md_extent() {
    for (JsonNode collection : api.json("/collections").path("collections")) {
      String id = collection.path("id").asString();
      JsonNode all = api.json("/collections/" + id + "/items?limit=10000");
      JsonNode bbox = collection.path("extent").path("spatial").path("bbox").path(0);
      boolean placed = all.path("features").toString().contains("\"coordinates\"");
      assertThat(bbox.isMissingNode()).as(id).isEqualTo(!placed);
      if (!placed) {
        continue;
      }
      double[] really = bounds(all);
      for (int i = 0; i < 4; i++) {
        assertThat(bbox.path(i).asDouble()).as(id).isEqualTo(really[i], within());
      }
      JsonNode interval = collection.path("extent").path("temporal").path("interval").path(0);
      assertThat(Instant.parse(interval.path(0).asString())).isBefore(Instant.now());
      assertThat(interval.path(1).isNull()).isTrue();
    }
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(2e-7);
  }

  private static double[] bounds(JsonNode collection) {
    double[] bounds = {180, 90, -180, -90};
    collection
        .path("features")
        .forEach(each -> extend(each.path("geometry").path("coordinates"), bounds));
    return bounds;
  }

  private static void extend(JsonNode coordinates, double[] bounds) {
    if (coordinates.path(0).isNumber()) {
      bounds[0] = Math.min(bounds[0], coordinates.path(0).asDouble());
      bounds[1] = Math.min(bounds[1], coordinates.path(1).asDouble());
      bounds[2] = Math.max(bounds[2], coordinates.path(0).asDouble());
      bounds[3] = Math.max(bounds[3], coordinates.path(1).asDouble());
    } else {
      coordinates.forEach(part -> extend(part, bounds));
    }
  }

  @Test
  void sfc_md_success() {
    for (JsonNode collection : api.json("/collections").path("collections")) {
      JsonNode alone = api.json("/collections/" + collection.path("id").asString());
      for (String member : List.of("id", "title", "description", "extent", "crs", "itemType")) {
        assertThat(alone.path(member)).isEqualTo(collection.path(member));
      }
    }
    assertThat(api.get("/collections/sewers").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "7, 7", "279, 279", "10000, 279", "1000000, 279"})
  void fc_limit_response_1(int limit, int returned) {
    assertThat(ids(items("?limit=" + limit))).hasSize(returned);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=-1",
        "limit=ten",
        "limit=1.5",
        "limit=",
        "bbox=1,2,3",
        "bbox=1,2,3,4,5",
        "bbox=a,b,c,d",
        "bbox=0,50,1,40",
        "bbox=0,NaN,1,40",
        "bbox=-200,0,0,1",
        "bbox=",
        "bbox=1,1,5,2,2,0",
        "datetime=yesterday",
        "datetime=2026-13-01",
        "datetime=2026-01-01/P",
        "datetime=2026-01-01/PXD",
        "datetime=../P2D",
        "datetime=2026-01-01/P999999999Y",
        "datetime=../..",
        "datetime=2026-02-01T00:00:00Z/2026-01-01T00:00:00Z",
        "datetime=a/b/c",
        "datetime=",
        "bbox-crs=EPSG:25831",
        "crs=nonsense",
        "known=then",
        "f=shapefile",
        "bbox=1,1,2,2&start=nonsense"
      })
  void query_param_invalid(String query) {
    var answer = api.get("/collections/stops/items?" + query);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(ApiClient.header(answer, "Content-Type")).startsWith("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/collections?x=1",
        "/collections/stops?limit=1",
        "/collections/stops/items?colour=red",
        "/collections/stops/items?limit=1&LIMIT=2",
        "/collections/stops/schema?bbox=1,1,2,2",
        "/collections/stops/items/fgc-abrera?limit=1"
      })
  void query_param_unknown(String path) {
    assertThat(api.get(path).statusCode()).isEqualTo(400);
  }

  @Test
  void fc_bbox_response() {
    String box = "2.16,41.38,2.18,41.40";
    JsonNode inside = items("?limit=1000&bbox=" + box);
    assertThat(inside.path("features").size()).isBetween(1, 100);
    var wanted = new TreeSet<String>();
    for (JsonNode stop : items("?limit=1000").path("features")) {
      double lon = stop.path("geometry").path("coordinates").path(0).asDouble();
      double lat = stop.path("geometry").path("coordinates").path(1).asDouble();
      if (lon >= 2.16 && lon <= 2.18 && lat >= 41.38 && lat <= 41.40) {
        wanted.add(stop.path("id").asString());
      }
    }
    assertThat(ids(inside)).containsExactlyInAnyOrderElementsOf(wanted);
    assertThat(ids(items("?limit=1000&bbox=2.16,41.38,-50,2.18,41.40,5000")))
        .containsExactlyInAnyOrderElementsOf(wanted);
    assertThat(ids(items("?limit=1000&bbox-crs=" + CRS84 + "&bbox=" + box)))
        .containsExactlyInAnyOrderElementsOf(wanted);
  }

  @Test
  void fc_bbox_across_the_antimeridian() {
    assertThat(ids(items("?limit=1000&bbox=170,40,-170,42"))).isEmpty();
    assertThat(ids(items("?limit=1000&bbox=2.2,40,2.1,42")))
        .hasSize(STOPS - ids(items("?limit=1000&bbox=2.1,40,2.2,42")).size());
  }

  @Test
  void fc_bbox_is_met_by_geometries_not_by_their_boxes() {
    JsonNode line = api.json("/collections/lines/items?limit=1000").path("features").path(0);
    double[] box = bounds(Json.read("{\"features\":[" + Json.write(line) + "]}"));
    // A corner of the line's own box that no position of it is near.
    String corner = box[0] + "," + (box[3] - 1e-6) + "," + (box[0] + 1e-6) + "," + box[3];
    assertThat(ids(api.json("/collections/lines/items?limit=1000&bbox=" + corner)))
        .doesNotContain(line.path("id").asString());
  }

  @Test
  void fc_bbox_leaves_out_what_has_no_place() {
    assertThat(ids(api.json("/collections/statistics/items?bbox=-180,-90,180,90"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-01T00:00:00Z, 279",
    "2026-06-01T02:00:00+02:00, 279",
    "1990-01-01T00:00:00Z, 0",
    "../1990-01-01T00:00:00Z, 0",
    "/1990-01-01T00:00:00Z, 0",
    "1990-01-01T00:00:00Z/.., 279",
    "1990-01-01T00:00:00Z/, 279",
    "1990-01-01T00:00:00Z/2026-06-01T00:00:00Z, 279",
    "1990-01-01T00:00:00Z/1991-01-01T00:00:00Z, 0",
    "2026-06-01, 279",
    "1990-01-01, 0",
    "1990-01-01/2026-06-01, 279",
    "2026-06-01/P2D, 279",
    "1990-01-01/P2D, 0",
    "1990-01-01T00:00:00Z/P40Y1DT3H, 279",
  })
  void fc_time_response(String datetime, int returned) {
    String encoded = datetime.replace("+", "%2B");
    assertThat(ids(items("?limit=1000&datetime=" + encoded))).hasSize(returned);
  }

  @Test
  void fc_response_by_property() {
    JsonNode districts = api.json("/collections/zones/items?level=district&limit=100");
    assertThat(districts.path("numberMatched").asInt()).isEqualTo(10);
    districts
        .path("features")
        .forEach(each ->
            assertThat(each.path("properties").path("level").asString()).isEqualTo("district"));
    JsonNode year = api.json("/collections/statistics/items?year=2022&indicator=income&limit=1000");
    assertThat(year.path("numberReturned").asInt()).isPositive();
    year.path("features")
        .forEach(each -> assertThat(each.path("properties").path("year").asInt()).isEqualTo(2022));
    assertThat(api.get("/collections/statistics/items?year=soon").statusCode()).isEqualTo(400);
  }

  @Test
  void fc_links() {
    JsonNode first = items("?limit=10");
    assertThat(ApiClient.link(first, "self").orElseThrow().path("type").asString())
        .isEqualTo("application/geo+json");
    assertThat(ApiClient.link(first, "alternate")).isPresent();
    JsonNode next = ApiClient.link(first, "next").orElseThrow();
    assertThat(next.path("href").asString()).contains("known=", "datetime=");
    assertThat(ApiClient.link(items("?limit=1000"), "next")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"?limit=20", "?limit=20&bbox=2.0,41.2,2.3,41.6", "?limit=41&f=json"})
  void pages_together_are_the_collection(String query) {
    List<String> ids = everyPage("/collections/stops/items" + query);
    int matched = items(query).path("numberMatched").asInt();
    assertThat(ids).doesNotHaveDuplicates().hasSize(matched);
  }

  @Test
  void a_page_whose_times_are_fixed_may_be_kept() {
    JsonNode next = ApiClient.link(items("?limit=10"), "next").orElseThrow();
    var fixed = api.get(next.path("href").asString());
    assertThat(ApiClient.header(fixed, "Cache-Control")).contains("max-age");
    assertThat(ApiClient.header(api.get("/collections/stops/items"), "Cache-Control"))
        .contains("no-cache");
  }

  /// As in a link that another server gave, which has learned more.
  @Test
  void a_page_of_what_is_not_known_yet_may_not_be_kept() {
    String times = "?datetime=2026-06-01T00:00:00Z&known=2999-01-01T00:00:00Z";
    var page = api.get("/collections/stops/items" + times);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(ApiClient.header(page, "Cache-Control")).contains("no-cache");
  }

  @Test
  void fc_timeStamp_and_fc_numberReturned_and_fc_numberMatched() {
    JsonNode page = items("?limit=10");
    assertThat(Instant.parse(page.path("timeStamp").asString()))
        .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
    assertThat(page.path("numberReturned").asInt()).isEqualTo(10);
    assertThat(page.path("numberMatched").asInt()).isEqualTo(STOPS);
  }

  @Test
  void f_success() {
    for (JsonNode collection : api.json("/collections").path("collections")) {
      String path = "/collections/" + collection.path("id").asString() + "/items";
      for (JsonNode each : api.json(path + "?limit=3").path("features")) {
        String id = each.path("id").asString();
        JsonNode alone = api.json(path + "/" + Addresses.encoded(id).replace("%2F", "/"));
        assertThat(alone.path("geometry")).isEqualTo(each.path("geometry"));
        assertThat(alone.path("properties")).isEqualTo(each.path("properties"));
        for (String rel : List.of("self", "alternate", "collection")) {
          assertThat(ApiClient.link(alone, rel)).as(rel).isPresent();
        }
      }
    }
    assertThat(api.get("/collections/stops/items/nowhere").statusCode()).isEqualTo(404);
  }

  @Test
  void geojson_content() {
    for (JsonNode collection : api.json("/collections").path("collections")) {
      var answer = api.get("/collections/" + collection.path("id").asString() + "/items");
      assertThat(ApiClient.header(answer, "Content-Type")).startsWith("application/geo+json");
      JsonNode document = Json.read(ApiClient.text(answer));
      assertThat(document.path("type").asString()).isEqualTo("FeatureCollection");
      for (JsonNode each : document.path("features")) {
        assertThat(each.path("type").asString()).isEqualTo("Feature");
        assertThat(each.has("geometry")).isTrue();
        assertThat(each.path("properties").isObject()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/collections",
        "/collections/zones",
        "/collections/stops/items",
        "/collections/statistics/items",
        "/collections/stops/items/fgc-abrera"
      })
  void html_content(String path) {
    for (String language : List.of("ca", "es", "en", "it")) {
      var answer = api.get(path, "Accept", "text/html", "Accept-Language", language);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(ApiClient.text(answer)).contains("<html lang=\"" + language + "\"");
    }
  }

  @Test
  void theOtherFormOfAPageIsTheDocument() {
    String page = ApiClient.text(api.get("/collections/stops", "Accept", "text/html"));
    assertThat(page)
        .contains("/collections/stops?f=json")
        .doesNotContain("/collections/stops?f=html");
  }

  @Test
  void what_the_reader_has_is_not_sent_twice() {
    String path = "/collections/stops/items?limit=5";
    String tag = ApiClient.header(api.get(path), "ETag");
    assertThat(api.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(api.get(path + "&bbox=2,41,3,42", "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void answers_are_compressed_for_who_takes_it() {
    var answer = api.get("/collections/stops/items?limit=200", "Accept-Encoding", "gzip");
    assertThat(ApiClient.header(answer, "Content-Encoding")).isEqualTo("gzip");
    assertThat(answer.body()[0]).isEqualTo((byte) 0x1f);
  }

  @Test
  void head_has_the_headers_alone() {
    var head = api.send("HEAD", "/collections/stops/items?limit=5");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(ApiClient.header(head, "ETag")).isNotBlank();
  }

  /// The boxes that the official suite asks each collection for: over the meridian, the equator and
  /// the antimeridian, and at the poles.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1.5,50.0,1.5,53.0",
        "-80.0,-5.0,-70.0,5.0",
        "177.0,65.0,-177.0,70.0",
        "-180.0,85.0,180.0,90.0",
        "-180.0,-90.0,180.0,-85.0"
      })
  void fc_bbox_response_anywhere_in_the_world(String box) {
    for (JsonNode collection : api.json("/collections").path("collections")) {
      String items = "/collections/" + collection.path("id").asString() + "/items?bbox=" + box;
      JsonNode found = api.json(items, "Accept", "application/geo+json");
      assertThat(found.path("type").asString()).isEqualTo("FeatureCollection");
    }
  }
}
