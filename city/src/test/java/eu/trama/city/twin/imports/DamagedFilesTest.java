package eu.trama.city.twin.imports;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Importer;
import eu.trama.city.twin.Layers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Good files, damaged at random in thousands of ways: whatever comes of it, it is findings or
/// features that the layer allows, never another exception, and never nothing at all.
class DamagedFilesTest {

  private static final int ROUNDS = 3_000;
  private static final long SEED = 20260301;
  private static final String PIECES = "{}[]\",:;\n\0-+eE.0123456789NaN null\u00e9\ufeff";

  private static final List<Feature> ZONES =
      List.of(Trial.zone("neighbourhood:01", "el Raval", 2.1, 41.4, "official"));

  @TempDir Path folder;

  static Stream<Arguments> goodFiles() {
    String square = "[[[2.10,41.40],[2.11,41.40],[2.11,41.41],[2.10,41.41],[2.10,41.40]]]";
    return Stream.of(
        Arguments.of(
            new BoundaryImporter(),
            "{\"type\":\"FeatureCollection\",\"crs\":{\"properties\":{\"name\":\"EPSG:4326\"}},"
                + "\"features\":[{\"type\":\"Feature\",\"properties\":{\"Codice_zona\":8,"
                + "\"Nome_zona\":\"Irnerio\",\"Nome_quartiere\":\"È\"},\"geometry\":{\"type\":\"Polygon\","
                + "\"coordinates\":"
                + square
                + "}}]}"),
        Arguments.of(
            new BoundaryImporter(),
            "Codice Area Statistica;Geo Shape;AREA STATISTICA\n7;\"{\"\"type\"\":\"\"Polygon\"\","
                + "\"\"coordinates\"\":"
                + square
                + "}\";Via Larga\n"),
        Arguments.of(
            new StreetImporter(),
            "[{\"id\":\"1\",\"name\":\"Via Augusta\",\"tier\":1,\"geometry\":[[[41.4,2.1],[41.41,2.11]]]}]"),
        Arguments.of(
            new StatisticsImporter(),
            "zone,indicator,year,value\nneighbourhood:01,population,2023,\"48210\"\n"),
        Arguments.of(
            new StatisticsImporter(),
            "[{\"indicator_def_id\":1,\"geo_level_id\":3,\"geo_id\":1,\"city_id\":1,\"year\":2023,"
                + "\"value\":48210.0}]"),
        Arguments.of(
            new FacilityImporter(),
            "id,lat,lon,name,cat\n7,41.4,2.15,\"Escola, del Mar\",Educació primària\n"));
  }

  @ParameterizedTest
  @MethodSource("goodFiles")
  void damageIsFindings(Importer importer, String good) {
    var random = new Random(SEED);
    byte[] bytes = good.getBytes(StandardCharsets.UTF_8);
    var undamaged = read(importer, bytes);
    assertThat(undamaged.features()).isNotEmpty();
    for (int round = 0; round < ROUNDS; round++) {
      byte[] damaged = damage(bytes, random);
      Trial trial = read(importer, damaged);
      assertThat(trial.features().size() + trial.findings().size())
          .as(new String(damaged, StandardCharsets.UTF_8))
          .isPositive();
      for (Feature feature : trial.features()) {
        assertThat(Layers.byName(feature.layer()).orElseThrow().check(feature, "f", 0)).isEmpty();
      }
    }
  }

  private Trial read(Importer importer, byte[] bytes) {
    return Trial.of(importer, Trial.BARCELONA, Trial.write(folder, "f", bytes), ZONES, Map.of());
  }

  private static byte[] damage(byte[] good, Random random) {
    byte[] bytes = good.clone();
    int times = 1 + random.nextInt(3);
    for (int i = 0; i < times && bytes.length > 2; i++) {
      int at = random.nextInt(bytes.length);
      int length = random.nextInt(Math.min(20, bytes.length - at));
      bytes =
          switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> spliced(bytes, at, at + length, new byte[0]);
            case 2 -> spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, at + length));
            case 3 -> spliced(bytes, at, at + 1, new byte[] {(byte) random.nextInt(256)});
            default -> spliced(bytes, at, at + random.nextInt(2), piece(random));
          };
    }
    return bytes;
  }

  private static byte[] piece(Random random) {
    int at = random.nextInt(PIECES.length());
    return PIECES
        .substring(at, Math.min(PIECES.length(), at + 1 + random.nextInt(3)))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] piece) {
    byte[] result = new byte[bytes.length - (to - from) + piece.length];
    System.arraycopy(bytes, 0, result, 0, from);
    System.arraycopy(piece, 0, result, from, piece.length);
    System.arraycopy(bytes, to, result, from + piece.length, bytes.length - to);
    return result;
  }
}
