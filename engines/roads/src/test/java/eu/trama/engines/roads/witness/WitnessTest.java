package eu.trama.engines.roads.witness;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.engines.roads.examples.Town;
import eu.trama.engines.roads.geo.Ground;
import eu.trama.engines.roads.graph.OsmOptions;
import eu.trama.engines.roads.graph.RoadGraph;
import eu.trama.engines.roads.route.Route;
import eu.trama.engines.roads.route.RouteStep;
import eu.trama.engines.roads.route.Router;
import eu.trama.engines.roads.route.StreetSearch;
import eu.trama.engines.roads.route.Targets;
import eu.trama.engines.roads.rules.Mode;
import eu.trama.engines.roads.rules.StreetProfile;
import eu.trama.engines.roads.witness.RandomTown.Way;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Thousands of small towns by chance: what the engine finds is what trying every route finds. All
/// streets are equally fast here, so that seconds at 1 m/s are metres.
class WitnessTest {
  private static final int TOWNS = 1500;
  private static final int PLACES = 5;
  private static final int LIMIT = 1200;

  /// Costs are whole decimetres for each street between junctions, of which a route has at most 20.
  private static final double TOLERANCE_METRES = 2;

  @ParameterizedTest
  @EnumSource(Mode.class)
  void findsWhatTryingEveryRouteFinds(Mode mode) {
    int reached = 0;
    int unreached = 0;
    for (int seed = 0; seed < TOWNS; seed++) {
      RandomTown town = new RandomTown(new Random(seed));
      RoadGraph graph =
          town.draw()
              .read(OsmOptions.usual().adapted(StreetProfile::withoutSpeeds))
              .graph()
              .orElseThrow();
      Oracle oracle = new Oracle(town, mode);
      List<Oracle.Place> places = places(town, oracle, new Random(seed));
      Targets targets = targets(town, graph, mode, places);
      StreetSearch search = StreetSearch.on(graph, mode);
      Router router = new Router(graph, mode);
      short[] seconds = new short[places.size()];
      for (Oracle.Place start : places) {
        double[] at = at(town, start);
        boolean found = search.from(Town.latitude(at[1]), Town.longitude(at[0]), LIMIT, 1, 1);
        assertThat(found).as("a street of town %d", seed).isTrue();
        search.seconds(targets, seconds);
        short[] told = new short[seconds.length];
        Arrays.fill(told, StreetSearch.UNREACHED);
        search.reached(targets, (target, s) -> told[target] = (short) s);
        assertThat(told).isEqualTo(seconds);
        for (int t = 0; t < places.size(); t++) {
          check(router, at, at(town, places.get(t)), seconds[t]);
          double metres = oracle.metres(start, places.get(t));
          if (metres > LIMIT) {
            unreached++;
            assertThat(seconds[t])
                .as("town %d, %s to %s: %s m", seed, start, places.get(t), metres)
                .isGreaterThan((short) (LIMIT - TOLERANCE_METRES));
          } else {
            reached++;
            assertThat((double) seconds[t])
                .as("town %d, %s to %s", seed, start, places.get(t))
                .isBetween(metres - TOLERANCE_METRES, metres + TOLERANCE_METRES);
          }
        }
      }
    }
    assertThat(reached).isGreaterThan(TOWNS * 8);
    assertThat(unreached).isGreaterThan(mode == Mode.CAR ? TOWNS * 2 : 0);
  }

  /// The route is as long as the search says, its steps and its line are as long as the route.
  private static void check(Router router, double[] from, double[] to, int seconds) {
    Optional<Route> found =
        router.route(
            Town.latitude(from[1]),
            Town.longitude(from[0]),
            Town.latitude(to[1]),
            Town.longitude(to[0]),
            1,
            1);
    if (seconds == StreetSearch.UNREACHED) {
      assertThat(found.filter(route -> route.seconds() <= LIMIT)).isEmpty();
      return;
    }
    Route route = found.orElseThrow();
    assertThat(route.seconds()).isEqualTo(seconds);
    assertThat(route.metres()).isBetween(seconds - TOLERANCE_METRES, seconds + TOLERANCE_METRES);
    double steps = 0;
    long stepSeconds = 0;
    for (RouteStep step : route.steps()) {
      steps += step.metres();
      stepSeconds += step.seconds();
    }
    assertThat(steps).isBetween(route.metres() - 1e-6, route.metres() + 1e-6);
    assertThat((double) stepSeconds).isBetween(seconds - 1.5, seconds + 1.5);
    double line = 0;
    for (int p = 1; p < route.line().points(); p++) {
      line +=
          Ground.metresBetween(
              route.line().latitude(p - 1),
              route.line().longitude(p - 1),
              route.line().latitude(p),
              route.line().longitude(p));
    }
    assertThat(line)
        .isBetween(route.metres() - TOLERANCE_METRES, route.metres() + TOLERANCE_METRES);
  }

  static List<Oracle.Place> places(RandomTown town, Oracle oracle, Random random) {
    List<Oracle.Place> places = new ArrayList<>();
    List<Way> open =
        town.ways.stream().filter(w -> oracle.open(w, false) || oracle.open(w, true)).toList();
    for (int i = 0; i < PLACES && !open.isEmpty(); i++) {
      Way way = open.get(random.nextInt(open.size()));
      places.add(
          new Oracle.Place(
              way, random.nextInt(way.nodes().size() - 1), 0.2 + 0.6 * random.nextDouble()));
    }
    return places;
  }

  static Targets targets(RandomTown town, RoadGraph graph, Mode mode, List<Oracle.Place> places) {
    double[] latitudes = new double[places.size()];
    double[] longitudes = new double[places.size()];
    for (int t = 0; t < latitudes.length; t++) {
      double[] at = at(town, places.get(t));
      latitudes[t] = Town.latitude(at[1]);
      longitudes[t] = Town.longitude(at[0]);
    }
    return Targets.prepare(graph, mode, latitudes, longitudes, 1);
  }

  static double[] at(RandomTown town, Oracle.Place place) {
    double[] a = town.nodes.get(place.way().nodes().get(place.piece()));
    double[] b = town.nodes.get(place.way().nodes().get(place.piece() + 1));
    return new double[] {
      a[0] + place.share() * (b[0] - a[0]), a[1] + place.share() * (b[1] - a[1])
    };
  }
}
