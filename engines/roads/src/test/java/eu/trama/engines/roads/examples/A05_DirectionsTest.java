package eu.trama.engines.roads.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.trama.engines.roads.graph.RoadGraph;
import eu.trama.engines.roads.route.Manoeuvre;
import eu.trama.engines.roads.route.Route;
import eu.trama.engines.roads.route.RouteStep;
import eu.trama.engines.roads.rules.Mode;
import org.junit.jupiter.api.Test;

/// What to do on the way, street by street.
class A05_DirectionsTest {
  @Test
  void leftIntoAnotherStreet() {
    RoadGraph graph =
        new Town()
            .at("A", 0, 0)
            .at("B", 100, 0)
            .at("C", 200, 0)
            .at("N", 100, 100)
            .way(1, "A B C", "highway=residential", "name=Gran Via")
            .way(2, "B N", "highway=residential", "name=Carrer Nou")
            .graph();
    Route route = Trip.route(graph, Mode.WALK, 10, 0, 100, 80).orElseThrow();
    assertThat(route.steps())
        .extracting(RouteStep::manoeuvre, RouteStep::name, step -> Math.round(step.metres()))
        .containsExactly(
            tuple(Manoeuvre.DEPART, "Gran Via", 90L), tuple(Manoeuvre.LEFT, "Carrer Nou", 80L));
    assertThat(route.steps()).extracting(RouteStep::seconds).containsExactly(90, 80);
    assertThat(route.line().points()).isEqualTo(3);
    assertThat(route.steps().get(1).firstPoint()).isEqualTo(1);
  }

  @Test
  void theSecondExitOfARoundabout() {
    // Round anticlockwise and square: enter from the west at W, pass S, leave at E.
    RoadGraph graph =
        new Town()
            .at("w", -100, 0)
            .at("W", -20, 0)
            .at("S", 0, -20)
            .at("E", 20, 0)
            .at("N", 0, 20)
            .at("s", 0, -100)
            .at("e", 100, 0)
            .at("n", 0, 100)
            .way(1, "W S E N W", "highway=residential", "junction=roundabout")
            .way(2, "w W", "highway=residential", "name=West")
            .way(3, "s S", "highway=residential", "name=South")
            .way(4, "e E", "highway=residential", "name=East")
            .way(5, "n N", "highway=residential", "name=North")
            .graph();
    Route route = Trip.route(graph, Mode.CAR, -90, 0, 90, 0).orElseThrow();
    assertThat(route.steps())
        .extracting(RouteStep::manoeuvre, RouteStep::name, RouteStep::exit)
        .containsExactly(
            tuple(Manoeuvre.DEPART, "West", 0),
            tuple(Manoeuvre.ROUNDABOUT, "", 2),
            tuple(Manoeuvre.SLIGHT_RIGHT, "East", 0));
  }

  @Test
  void nowhereToGo() {
    RoadGraph graph =
        new Town().at("A", 0, 0).at("B", 100, 0).way(1, "A B", "highway=residential").graph();
    Route route = Trip.route(graph, Mode.WALK, 50, 0, 50, 0).orElseThrow();
    assertThat(route.metres()).isZero();
    assertThat(route.steps()).isEmpty();
  }
}
