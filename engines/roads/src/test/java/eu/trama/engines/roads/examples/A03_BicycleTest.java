package eu.trama.engines.roads.examples;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.engines.roads.graph.RoadGraph;
import eu.trama.engines.roads.route.Route;
import eu.trama.engines.roads.route.RouteStep;
import eu.trama.engines.roads.rules.Mode;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Riding 100 m from east to west along one street, at 1 m/s on asphalt. Pushing takes 3.5 times as
/// long: 4.2 m/s against 1.2 m/s.
class A03_BicycleTest {
  @ParameterizedTest
  @CsvSource({
    "highway=residential, STREET, 100",
    "highway=residential oneway=yes, PUSHED, 350",
    "highway=residential oneway=yes oneway:bicycle=no, STREET, 100",
    "highway=residential oneway=yes cycleway=opposite_lane, STREET, 100",
    "highway=residential oneway=yes cycleway:left=opposite_track, STREET, 100",
    "highway=residential oneway=yes foot=no, STREET, 0",
    "highway=footway, PUSHED, 350",
    "highway=footway bicycle=yes, STREET, 100",
    "highway=cycleway, STREET, 100",
    "highway=cycleway oneway=yes, PUSHED, 350",
    "highway=residential bicycle=dismount, PUSHED, 350",
    "highway=residential bicycle=no, PUSHED, 350",
    "highway=residential surface=sett, STREET, 130",
    "highway=residential vehicle=no, PUSHED, 350",
    "highway=residential access=no bicycle=yes, STREET, 100",
    "highway=motorway, STREET, 0",
    "highway=steps, STEPS, 1050"
  })
  void rides(String tags, RouteStep.Kind kind, int seconds) {
    RoadGraph graph =
        new Town().at("A", 0, 0).at("B", 120, 0).way(1, "A B", tags.split(" ", -1)).graph();
    Optional<Route> found = Trip.route(graph, Mode.BICYCLE, 110, 0, 10, 0);
    assertThat(found.isPresent()).isEqualTo(seconds > 0);
    if (seconds > 0) {
      Route route = found.orElseThrow();
      assertThat(route.steps().getFirst().kind()).isEqualTo(kind);
      assertThat(route.seconds()).isBetween(seconds - 1, seconds + 1);
    }
  }
}
