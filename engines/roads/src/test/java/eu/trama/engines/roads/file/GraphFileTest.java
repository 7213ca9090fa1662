package eu.trama.engines.roads.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.engines.roads.RealData;
import eu.trama.engines.roads.examples.Town;
import eu.trama.engines.roads.graph.OsmOptions;
import eu.trama.engines.roads.graph.RoadGraph;
import eu.trama.engines.roads.graph.StreetGraphs;
import eu.trama.engines.roads.route.StreetSearch;
import eu.trama.engines.roads.route.Targets;
import eu.trama.engines.roads.rules.Mode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A graph is the same after it was written and opened, and a file that is not whole says so.
class GraphFileTest {
  private static final double[] LATITUDES = {Town.latitude(0), Town.latitude(70)};
  private static final double[] LONGITUDES = {Town.longitude(5), Town.longitude(95)};

  @TempDir private Path folder = Path.of(".");

  private static RoadGraph town() {
    return new Town()
        .at("A", 0, 0)
        .at("B", 100, 0)
        .at("C", 100, 80)
        .way(7, "A B C", "highway=residential", "name=Carrer de l'Església")
        .graph();
  }

  @Test
  void opensWhatWasWritten() throws Exception {
    Path file = folder.resolve("town.graph");
    GraphFile.write(town(), file);
    RoadGraph opened = GraphFile.open(file);
    assertThat(opened.name(0)).isEqualTo("Carrer de l'Església");
    assertThat(opened.edges().wayIds().wide(0)).isEqualTo(7);
    for (Mode mode : Mode.values()) {
      StreetSearch search = StreetSearch.on(opened, mode);
      short[] seconds = new short[2];
      search.from(LATITUDES[0], LONGITUDES[0], 3600, 1);
      search.seconds(Targets.prepare(opened, mode, LATITUDES, LONGITUDES, 50), seconds);
      assertThat(seconds[0]).isZero();
      assertThat(seconds[1]).isPositive().isLessThan(StreetSearch.UNREACHED);
    }
  }

  @Test
  void theSameGraphMakesTheSameBytes() throws Exception {
    Path one = folder.resolve("one.graph");
    Path other = folder.resolve("other.graph");
    GraphFile.write(town(), one);
    GraphFile.write(GraphFile.open(one), other);
    assertThat(Files.readAllBytes(other)).isEqualTo(Files.readAllBytes(one));
  }

  @Test
  void everyBitThatIsTurnedIsNoticed() throws Exception {
    Path file = folder.resolve("town.graph");
    GraphFile.write(town(), file);
    byte[] sound = Files.readAllBytes(file);
    Random random = new Random(5);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = sound.clone();
      // What lies between the checksum and the first section means nothing.
      int at = random.nextInt(bytes.length - 64 + 32);
      at = at < 32 ? at : at + 32;
      if (at >= 12 && at < 16) {
        continue;
      }
      bytes[at] ^= (byte) (1 << random.nextInt(8));
      Path damaged = folder.resolve("damaged.graph");
      Files.write(damaged, bytes);
      assertThatThrownBy(() -> GraphFile.open(damaged)).isInstanceOf(GraphFileException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 63, 64, 65, 500})
  void aFileThatIsCutOffIsNoticed(int length) throws Exception {
    Path file = folder.resolve("town.graph");
    GraphFile.write(town(), file);
    byte[] sound = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(sound, length));
    assertThatThrownBy(() -> GraphFile.open(file))
        .isInstanceOf(GraphFileException.class)
        .hasMessageContaining("build the graph anew");
  }

  @Test
  void portoAlegreIsTheSameOpenedAsBuilt() throws Exception {
    RoadGraph built =
        StreetGraphs.read(RealData.file("porto-alegre/poa_osm.pbf"), OsmOptions.usual())
            .graph()
            .orElseThrow();
    Path file = folder.resolve("poa.graph");
    GraphFile.write(built, file);
    Path again = folder.resolve("again.graph");
    GraphFile.write(GraphFile.open(file), again);
    assertThat(Files.mismatch(file, again)).isEqualTo(-1);
  }
}
