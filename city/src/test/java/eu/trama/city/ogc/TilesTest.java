package eu.trama.city.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.CityServer;
import eu.trama.city.store.TestStore;
import io.github.sebasbaumh.mapbox.vectortile.VectorTile;
import java.io.IOException;
import java.util.ArrayList;
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

/// OGC API Tiles Part 1 (20-057), each test named after its requirement: `core_tc_success` is
/// `/req/core/tc-success`.
@SpringBootTest(
    classes = CityServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestStore.class)
class TilesTest {

  private static final String VECTOR = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector";
  private static final String SCHEME = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";
  private static final String STOPS = "/collections/stops/tiles/WebMercatorQuad";
  private static final String TMS =
      "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad";

  @LocalServerPort private int port;
  private ApiClient api = new ApiClient(0, "");

  @BeforeEach
  void client() {
    api = new ApiClient(port, "barcelona");
  }

  private VectorTile.Tile tile(String path) throws IOException {
    var answer = api.get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(ApiClient.header(answer, "Content-Type"))
        .isEqualTo("application/vnd.mapbox-vector-tile");
    return VectorTile.Tile.parseFrom(answer.body());
  }

  private static List<String> ids(VectorTile.Tile.Layer layer) {
    int key = layer.getKeysList().indexOf("id");
    var ids = new ArrayList<String>();
    for (VectorTile.Tile.Feature feature : layer.getFeaturesList()) {
      for (int i = 0; i < feature.getTagsCount(); i += 2) {
        if (feature.getTags(i) == key) {
          ids.add(layer.getValues(feature.getTags(i + 1)).getStringValue());
        }
      }
    }
    return ids;
  }

  @Test
  void core_tc_success() throws IOException {
    VectorTile.Tile world = tile(STOPS + "/0/0/0");
    assertThat(world.getLayersCount()).isEqualTo(1);
    VectorTile.Tile.Layer layer = world.getLayers(0);
    assertThat(layer.getName()).isEqualTo("stops");
    assertThat(layer.getVersion()).isEqualTo(2);
    assertThat(layer.getExtent()).isEqualTo(4096);
    assertThat(ids(layer)).hasSize(279).doesNotHaveDuplicates();
  }

  @Test
  void a_place_is_where_it_is() throws IOException {
    // Level 18 around 41.52256 N, 1.90681 E: 360 degrees are 262,144 tiles.
    double x = (1.90681 + 180) / 360 * 262_144;
    double lat = Math.toRadians(41.52256);
    double y = (1 - Math.log(Math.tan(lat) + 1 / Math.cos(lat)) / Math.PI) / 2 * 262_144;
    VectorTile.Tile.Layer layer =
        tile("%s/18/%d/%d".formatted(STOPS, (int) y, (int) x)).getLayers(0);
    assertThat(ids(layer)).containsExactly("fgc-abrera");
    VectorTile.Tile.Feature stop = layer.getFeatures(0);
    assertThat(stop.getType()).isEqualTo(VectorTile.Tile.GeomType.POINT);
    assertThat((double) zigzag(stop.getGeometry(1)))
        .isEqualTo((x - Math.floor(x)) * 4096, Offset.offset(1.0));
    assertThat((double) zigzag(stop.getGeometry(2)))
        .isEqualTo((y - Math.floor(y)) * 4096, Offset.offset(1.0));
  }

  private static int zigzag(int encoded) {
    return (encoded >>> 1) ^ -(encoded & 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/25/0/0",
        "/-1/0/0",
        "/0/1/0",
        "/0/0/1",
        "/3/8/0",
        "/3/0/8",
        "/a/0/0",
        "/0/2147483647/2147483647",
        "/10/99999999999/1"
      })
  void core_tc_error(String tile) {
    assertThat(api.get(STOPS + tile).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "/collections/sewers/tiles, 404",
    "/collections/statistics/tiles, 404",
    "/collections/stops/tiles/Moon, 404",
    "/collections/stops/tiles/WebMercatorQuad/0/0/0?style=x, 400",
    "/tileMatrixSets/Moon, 404",
  })
  void what_is_not_there(String path, int status) {
    assertThat(api.get(path).statusCode()).isEqualTo(status);
  }

  @Test
  void core_tc_success_without_content() {
    var empty = api.get(STOPS + "/10/0/0");
    assertThat(empty.statusCode()).isEqualTo(204);
    assertThat(empty.body()).isEmpty();
  }

  @Test
  void geodata_tilesets_desc_links_and_operation() {
    for (JsonNode collection : api.json("/collections").path("collections")) {
      boolean placed = !collection.path("id").asString().equals("statistics");
      var link = ApiClient.link(collection, VECTOR);
      assertThat(link.isPresent()).isEqualTo(placed);
      link.ifPresent(each -> list(each.path("href").asString()));
    }
  }

  @Test
  void dataset_tilesets_landingpage() {
    list(ApiClient.link(api.json(""), VECTOR).orElseThrow().path("href").asString());
  }

  /// `/req/tilesets-list/tileset-links` and `/req/tileset/description`.
  private void list(String address) {
    assertThat(address).endsWith("/tiles");
    for (JsonNode set : api.json(address).path("tilesets")) {
      assertThat(set.path("dataType").asString()).isEqualTo("vector");
      assertThat(set.path("crs").asString())
          .isEqualTo("http://www.opengis.net/def/crs/EPSG/0/3857");
      assertThat(set.path("tileMatrixSetURI").asString()).isEqualTo(TMS);
      JsonNode whole = api.json(ApiClient.link(set, "self").orElseThrow().path("href").asString());
      // The official suite asks for each link of the list in JSON, and finds the template in the
      // set.
      for (JsonNode link : set.path("links")) {
        api.json(link.path("href").asString(), "Accept", "application/json");
      }
      JsonNode item = ApiClient.link(whole, "item").orElseThrow();
      assertThat(item.path("templated").asBoolean()).isTrue();
      assertThat(item.path("href").asString()).contains("{tileMatrix}", "{tileRow}", "{tileCol}");
      limits(whole.path("tileMatrixSetLimits"), item.path("href").asString());
      for (JsonNode each : List.of(set, whole)) {
        JsonNode scheme = ApiClient.link(each, SCHEME).orElseThrow();
        assertThat(api.json(scheme.path("href").asString()).path("tileMatrices").size())
            .isEqualTo(25);
      }
      assertThat(whole.path("layers").size()).isPositive();
    }
  }

  /// The first limits' corner is there, and what lies beyond is not (`/req/core/tc-error`).
  private void limits(JsonNode limits, String template) {
    JsonNode first = limits.path(0);
    String matrix = template.replace("{tileMatrix}", first.path("tileMatrix").asString());
    int row = first.path("maxTileRow").asInt();
    String column = first.path("minTileCol").asString();
    String there = matrix.replace("{tileRow}", "" + row).replace("{tileCol}", column);
    assertThat(api.get(there).statusCode()).isIn(200, 204);
    String beyond = matrix.replace("{tileRow}", "" + (row + 1)).replace("{tileCol}", column);
    assertThat(api.get(beyond).statusCode()).isEqualTo(404);
    assertThat(limits.size()).isEqualTo(25);
  }

  @Test
  void tms_tile_matrix_set_is_the_registered_one() {
    assertThat(api.json("/tileMatrixSets").path("tileMatrixSets").size()).isEqualTo(1);
    JsonNode matrices = api.json("/tileMatrixSets/WebMercatorQuad").path("tileMatrices");
    // Figures of annex D.1 of OGC 17-083r4.
    assertThat(matrices.path(0).path("scaleDenominator").asDouble())
        .isEqualTo(559082264.028717, Offset.offset(1e-3));
    assertThat(matrices.path(0).path("cellSize").asDouble())
        .isEqualTo(156543.033928041, Offset.offset(1e-6));
    assertThat(matrices.path(24).path("scaleDenominator").asDouble())
        .isEqualTo(33.3238997477481, Offset.offset(1e-9));
    assertThat(matrices.path(24).path("matrixWidth").asInt()).isEqualTo(16_777_216);
    assertThat(matrices.path(0).path("pointOfOrigin").path(0).asDouble())
        .isEqualTo(-20037508.3427892, Offset.offset(1e-6));
  }

  @Test
  void oas30_operation_id() {
    String api30 = api.json("/api").toString();
    for (String of : List.of("dataset.vector", "collection.vector")) {
      for (String what : List.of("getTileSetsList", "getTileSet", "getTile")) {
        assertThat(api30).contains("." + of + "." + what + "\"");
      }
    }
  }

  @Test
  void all_layers_share_a_tile() throws IOException {
    VectorTile.Tile world = tile("/tiles/WebMercatorQuad/11/764/1036");
    assertThat(world.getLayersList().stream().map(VectorTile.Tile.Layer::getName))
        .contains("zones", "stops", "lines", "facilities");
  }

  @Test
  void tilejson_leads_to_the_same_tiles() {
    JsonNode json = api.json(STOPS + "?f=tilejson");
    String tiles = json.path("tiles").path(0).asString();
    var answer = api.get(tiles.replace("{z}", "0").replace("{y}", "0").replace("{x}", "0"));
    assertThat(answer.body()).isEqualTo(api.get(STOPS + "/0/0/0").body());
  }

  @Test
  void a_folder_holds_the_same_tiles() {
    byte[] tile = api.get(STOPS + "/11/764/1036").body();
    assertThat(api.get("/collections/stops/xyz/11/1036/764.pbf").body()).isEqualTo(tile);
    assertThat(api.get("/collections/stops/xyz/11/0/0.pbf").statusCode()).isEqualTo(204);
    assertThat(api.get("/collections/stops/xyz/11/0/4096.pbf").statusCode()).isEqualTo(404);
    String tiles = api.json("/xyz/metadata.json").path("tiles").path(0).asString();
    assertThat(tiles).isEqualTo(api.base() + "/xyz/{z}/{x}/{y}.pbf");
  }

  @Test
  void a_tile_is_compressed_and_not_sent_twice() {
    var answer = api.get(STOPS + "/0/0/0", "Accept-Encoding", "gzip");
    assertThat(ApiClient.header(answer, "Content-Encoding")).isEqualTo("gzip");
    String tag = ApiClient.header(answer, "ETag");
    assertThat(api.get(STOPS + "/0/0/0", "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(
            api.get("/collections/facilities/tiles/WebMercatorQuad/0/0/0", "If-None-Match", tag)
                .statusCode())
        .isEqualTo(200);
  }
}
