package eu.trama.city.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.CityServer;
import eu.trama.city.store.TestStore;
import eu.trama.city.twin.LayerSchema;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.Twin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/// GDAL reads what the store holds, through features and through tiles.
@SpringBootTest(
    classes = CityServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestStore.class)
class GdalTest {

  private static final Path OGRINFO = Path.of("/usr/bin/ogrinfo");
  private static final Pattern LAYER =
      Pattern.compile("Layer name: (\\S+).*?Feature Count: (\\d+)", Pattern.DOTALL);

  @LocalServerPort private int port;
  @Autowired private Twin twin;
  @TempDir private Path folder;

  @BeforeEach
  void gdalIsThere() {
    Assumptions.assumeTrue(
        Files.isExecutable(OGRINFO),
        "GDAL tests skipped: no ogrinfo at " + OGRINFO + " (apt-get install gdal-bin)");
  }

  private SortedMap<String, Long> stored() {
    return twin.layers(twin.today("barcelona"));
  }

  private String base() {
    return "http://127.0.0.1:" + port + "/ogc/barcelona";
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    assertThat(said).doesNotContain("ERROR");
    return said;
  }

  @Test
  void ogrinfoListsEveryLayerWithItsCount() throws IOException, InterruptedException {
    Matcher layers = LAYER.matcher(run("ogrinfo", "-al", "-so", "OAPIF:" + base()));
    var found = new ArrayList<String>();
    while (layers.find()) {
      found.add(layers.group(1));
      assertThat(Long.parseLong(layers.group(2)))
          .as(layers.group(1))
          .isEqualTo(stored().getOrDefault(layers.group(1), 0L));
    }
    assertThat(found)
        .containsExactlyElementsOf(Layers.ALL.stream().map(LayerSchema::name).toList());
  }

  @Test
  void ogr2ogrReadsEveryFeaturePageByPage() throws IOException, InterruptedException {
    Path file = folder.resolve("city.gpkg");
    run("ogr2ogr", "-oo", "PAGE_SIZE=50", file.toString(), "OAPIF:" + base(), "stops", "zones");
    Matcher layers = LAYER.matcher(run("ogrinfo", "-al", "-so", file.toString()));
    int found = 0;
    while (layers.find()) {
      found++;
      assertThat(Long.parseLong(layers.group(2))).isEqualTo(stored().get(layers.group(1)));
    }
    assertThat(found).isEqualTo(2);
  }

  @Test
  void ogr2ogrFindsThePlacesWhereTheyAre() throws IOException, InterruptedException {
    String said =
        run("ogrinfo", "-al", "-q", "OAPIF:" + base(), "stops", "-where", "name = 'Abrera'");
    assertThat(said).contains("POINT (1.90681 41.52256)");
  }

  @Test
  void tilesHoldTheSameFeatures() throws IOException, InterruptedException {
    for (LayerSchema layer : List.of(Layers.STOPS, Layers.ZONES, Layers.LINES, Layers.FACILITIES)) {
      Path file = folder.resolve(layer.name() + ".mvt");
      // A level at which all of the city lies within one tile.
      String tile = "/collections/" + layer.name() + "/tiles/WebMercatorQuad/6/23/32";
      Files.write(file, new ApiClient(port, "barcelona").get(tile).body());
      Matcher found = LAYER.matcher(run("ogrinfo", "-ro", "-al", "-so", file.toString()));
      assertThat(found.find()).isTrue();
      assertThat(found.group(1)).isEqualTo(layer.name());
      assertThat(Long.parseLong(found.group(2)))
          .as(layer.name())
          .isEqualTo(stored().get(layer.name()));
    }
  }

  /// Over HTTP, with nothing downloaded before: a level of the folder of tiles.
  @Test
  void ogrinfoReadsEveryLayerThroughTiles() throws IOException, InterruptedException {
    for (LayerSchema layer : List.of(Layers.STOPS, Layers.ZONES, Layers.LINES, Layers.FACILITIES)) {
      String level = "MVT:" + base() + "/collections/" + layer.name() + "/xyz/6";
      Matcher found = LAYER.matcher(run("ogrinfo", "-ro", "-al", "-so", level));
      assertThat(found.find()).isTrue();
      assertThat(found.group(1)).isEqualTo(layer.name());
      assertThat(Long.parseLong(found.group(2))).isEqualTo(stored().get(layer.name()));
    }
    assertThat(run("ogrinfo", "-ro", "-q", "MVT:" + base() + "/xyz/11"))
        .contains("stops", "zones", "lines", "facilities");
  }

  @Test
  void ogr2ogrCopiesTheTilesOfAllLayers() throws IOException, InterruptedException {
    Path file = folder.resolve("tiles.gpkg");
    // Cut at the tiles' edges, some zones touch themselves, which GDAL complains about.
    run("ogr2ogr", "--config", "OGR_MVT_CLIP", "NO", file.toString(), "MVT:" + base() + "/xyz/11");
    assertThat(LAYER.matcher(run("ogrinfo", "-al", "-so", file.toString())).results())
        .extracting(found -> found.group(1))
        .contains("zones", "stops", "lines", "facilities");
    assertThat(run("ogrinfo", "-q", file.toString(), "stops", "-where", "name = 'Abrera'"))
        .contains("POINT (21226");
  }
}
