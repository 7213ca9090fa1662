package eu.trama.engines.transit.walking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.trama.engines.transit.geo.LocalPlane;
import eu.trama.engines.transit.geo.Places;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// A few streets near the equator, where a thousandth of a degree is 110.6 m north and 111.3 m
/// east.
class StreetWalkingTest {
  private static final StraightLine OFF_STREET = new StraightLine(1, 1.3);

  @Test
  void followsTheStreetRoundTheCorner() {
    StreetGraph graph = graph(street("a", 0, 0, 0, 0.001, 0.001, 0.001));
    double metres = LocalPlane.metres(0, 0, 0, 0.001) + LocalPlane.metres(0, 0.001, 0.001, 0.001);
    assertThat((double) seconds(graph, 0, 0, 0.001, 0.001)).isCloseTo(metres, within(1.5));
  }

  @Test
  void joinsStreetsThatCrossWithoutASharedPoint() {
    StreetGraph graph = graph(street("a", 0, -0.001, 0, 0.001), street("b", -0.001, 0, 0.001, 0));
    assertThat(graph.largestShare()).isEqualTo(1);
    double metres = LocalPlane.metres(0, -0.001, 0, 0) + LocalPlane.metres(0, 0, 0.001, 0);
    assertThat((double) seconds(graph, 0, -0.001, 0.001, 0)).isCloseTo(metres, within(1.5));
  }

  @Test
  void leadsALooseEndToAStreetWithinTheTolerance() {
    // 0.0001 degrees are 11 m, 0.0002 are 22 m.
    assertThat(
            graph(street("a", 0, -0.01, 0, 0.01), street("b", 0.0001, 0, 0.001, 0)).largestShare())
        .isEqualTo(1);
    assertThat(
            graph(street("a", 0, -0.01, 0, 0.01), street("b", 0.0002, 0, 0.001, 0)).largestShare())
        .isLessThan(1);
  }

  @Test
  void doesNotWalkAClosedStreet() {
    List<Street> ring =
        List.of(
            street("direct", 0, 0, 0, 0.002),
            street("around", 0, 0, 0.001, 0, 0.001, 0.002, 0, 0.002));
    int open = seconds(StreetGraph.of(ring, Set.of()), 0, 0, 0, 0.002);
    int closed = seconds(StreetGraph.of(ring, Set.of("direct")), 0, 0, 0, 0.002);
    assertThat(open).isBetween(222, 224);
    assertThat(closed).isBetween(open + 220, open + 223);
  }

  @Test
  void walksWithinOneSegmentWithoutVisitingItsEnds() {
    StreetGraph graph = graph(street("a", 0, 0, 0, 0.01));
    assertThat(seconds(graph, 0, 0.004, 0, 0.005)).isBetween(111, 112);
  }

  @Test
  void walksStraightWhereThereIsNoStreet() {
    StreetGraph graph = graph(street("a", 0, 0, 0, 0.01));
    double metres = LocalPlane.metres(0, 0, 0.005, 0);
    assertThat(seconds(graph, 0, 0, 0.005, 0)).isEqualTo((int) Math.ceil(metres * 1.3));
  }

  @Test
  void agreesWithFloydAndWarshallOnRandomGrids() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 30; round++) {
      int n = 5;
      double[][] metres = new double[n * n][n * n];
      for (double[] row : metres) {
        Arrays.fill(row, Double.POSITIVE_INFINITY);
      }
      List<Street> streets = new ArrayList<>();
      for (int i = 0; i < n * n; i++) {
        metres[i][i] = 0;
        for (int j : new int[] {i + 1, i + n}) {
          boolean neighbour = j < n * n && (j == i + n || j % n != 0);
          if (neighbour && random.nextInt(4) > 0) {
            streets.add(street("s", lat(i, n), lon(i, n), lat(j, n), lon(j, n)));
            metres[i][j] = LocalPlane.metres(lat(i, n), lon(i, n), lat(j, n), lon(j, n));
            metres[j][i] = metres[i][j];
          }
        }
      }
      for (int k = 0; k < n * n; k++) {
        for (int i = 0; i < n * n; i++) {
          for (int j = 0; j < n * n; j++) {
            metres[i][j] = Math.min(metres[i][j], metres[i][k] + metres[k][j]);
          }
        }
      }
      StreetGraph graph = StreetGraph.of(streets, Set.of());
      if (graph.largestShare() < 1) {
        continue;
      }
      double[] latitudes = new double[n * n];
      double[] longitudes = new double[n * n];
      for (int i = 0; i < n * n; i++) {
        latitudes[i] = lat(i, n);
        longitudes[i] = lon(i, n);
      }
      Walking.Walker walker =
          new StreetWalking(graph, 1, OFF_STREET).to(new Places(latitudes, longitudes)).walker();
      for (int i = 0; i < n * n; i++) {
        Map<Integer, Integer> found = new TreeMap<>();
        walker.from(lat(i, n), lon(i, n), 2000, found::put);
        for (int j = 0; j < n * n; j++) {
          if (metres[i][j] < 1990) {
            assertThat((double) found.getOrDefault(j, -1)).isCloseTo(metres[i][j], within(2.0));
          }
        }
      }
    }
  }

  private static double lat(int i, int n) {
    int row = i / n;
    return row * 0.003;
  }

  private static double lon(int i, int n) {
    return i % n * 0.003;
  }

  private static int seconds(
      StreetGraph graph, double lat1, double lon1, double lat2, double lon2) {
    Places target = new Places(new double[] {lat2}, new double[] {lon2});
    int[] result = {-1};
    new StreetWalking(graph, 1, OFF_STREET)
        .to(target)
        .walker()
        .from(lat1, lon1, 3600, (_, seconds) -> result[0] = seconds);
    return result[0];
  }

  private static StreetGraph graph(Street... streets) {
    return StreetGraph.of(List.of(streets), Set.of());
  }

  private static Street street(String id, double... latLon) {
    double[] latitudes = new double[latLon.length / 2];
    double[] longitudes = new double[latLon.length / 2];
    for (int i = 0; i < latitudes.length; i++) {
      latitudes[i] = latLon[2 * i];
      longitudes[i] = latLon[2 * i + 1];
    }
    return new Street(id, latitudes, longitudes);
  }
}
