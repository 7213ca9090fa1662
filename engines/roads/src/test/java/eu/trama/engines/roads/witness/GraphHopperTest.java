package eu.trama.engines.roads.witness;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.engines.roads.RealData;
import eu.trama.engines.roads.graph.OsmOptions;
import eu.trama.engines.roads.graph.RoadGraph;
import eu.trama.engines.roads.graph.StreetGraphs;
import eu.trama.engines.roads.route.Route;
import eu.trama.engines.roads.route.Router;
import eu.trama.engines.roads.rules.Mode;
import eu.trama.engines.roads.rules.StreetProfile;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The shortest routes between places by chance in real cities are as long as GraphHopper's, within
/// 10 m or 0.5 %, for at least 98 of 100. What differs differs because of tags that both read
/// otherwise: docs/engines/roads.md lists the classes.
class GraphHopperTest {
  private static final int PAIRS = 200;
  private static final double LEAST_SHARE = 0.98;

  @TempDir private Path folder = Path.of(".");

  @ParameterizedTest
  @CsvSource({
    "porto-alegre/poa_osm.pbf, WALK",
    "porto-alegre/poa_osm.pbf, CAR",
    "porto/porto_portugal.osm.pbf, WALK",
    "porto/porto_portugal.osm.pbf, CAR"
  })
  void routesAreAsLongAsItsOwn(String file, Mode mode) throws Exception {
    Path osm = RealData.file(file);
    RoadGraph graph =
        StreetGraphs.read(osm, OsmOptions.usual().adapted(StreetProfile::withoutSpeeds))
            .graph()
            .orElseThrow();
    Router router = new Router(graph, mode);
    Random random = new Random(11);
    int alike = 0;
    try (GraphHopperWitness hopper = new GraphHopperWitness(osm, folder.resolve("hopper"))) {
      for (int i = 0; i < PAIRS; i++) {
        double[] from = place(graph, mode, random);
        double[] to = place(graph, mode, random);
        double theirs =
            hopper.metres(mode == Mode.WALK ? "foot" : "car", from[0], from[1], to[0], to[1]);
        double ours =
            router.route(from[0], from[1], to[0], to[1], 1, 50).map(Route::metres).orElse(-1.0);
        if (Math.abs(theirs - ours) <= Math.max(10, theirs * 0.005)) {
          alike++;
        }
      }
    }
    assertThat(alike).isGreaterThanOrEqualTo((int) (PAIRS * LEAST_SHARE));
  }

  /// The middle of a street of some length, so that both programs take the same street.
  private static double[] place(RoadGraph graph, Mode mode, Random random) {
    while (true) {
      int edge = random.nextInt(graph.edges().count());
      if (graph.edges().main(edge, mode) && graph.edges().decimetres()[edge] >= 200) {
        int p = graph.edges().points(edge) / 2;
        return new double[] {
          ((double) graph.latitude(edge, p - 1) + graph.latitude(edge, p)) / 2e7,
          ((double) graph.longitude(edge, p - 1) + graph.longitude(edge, p)) / 2e7
        };
      }
    }
  }
}
