package eu.trama.engines.roads.examples;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.engines.roads.graph.RoadGraph;
import eu.trama.engines.roads.rules.Mode;
import org.junit.jupiter.api.Test;

/// Driving round two blocks of 100 m.
///
/// ```text
///   A---B---C      north 100
///   |   |   |
///   D---E---F      north 0
/// ```
class A02_CarTest {
  private static Town blocks(String... middle) {
    return new Town()
        .at("A", 0, 100)
        .at("B", 100, 100)
        .at("C", 200, 100)
        .at("D", 0, 0)
        .at("E", 100, 0)
        .at("F", 200, 0)
        .way(1, "D A B", "highway=residential")
        .way(2, "B C F", "highway=residential")
        .way(3, "D E", "highway=residential")
        .way(4, "E F", "highway=residential")
        .way(5, "E B", middle);
  }

  private static long fromWestToMiddle(RoadGraph graph) {
    return Trip.metres(graph, Mode.CAR, 50, 0, 100, 50);
  }

  @Test
  void theStraightWay() {
    assertThat(fromWestToMiddle(blocks("highway=residential").graph())).isEqualTo(100);
  }

  @Test
  void notAgainstAOneWay() {
    RoadGraph graph = blocks("highway=residential", "oneway=-1").graph();
    assertThat(fromWestToMiddle(graph)).isEqualTo(50 + 100 + 100 + 50);
  }

  @Test
  void noLeftTurn() {
    RoadGraph graph =
        blocks("highway=residential").restriction(1, "no_left_turn", 3, "E", 5).graph();
    assertThat(fromWestToMiddle(graph)).isEqualTo(50 + 100 + 100 + 50);
    assertThat(Trip.metres(graph, Mode.WALK, 50, 0, 100, 50)).isEqualTo(100);
    assertThat(Trip.metres(graph, Mode.BICYCLE, 50, 0, 100, 50)).isEqualTo(300);
  }

  @Test
  void onlyStraightOnForbidsTheTurnToo() {
    RoadGraph graph =
        blocks("highway=residential").restriction(1, "only_straight_on", 3, "E", 4).graph();
    assertThat(fromWestToMiddle(graph)).isEqualTo(300);
  }

  @Test
  void exceptBicycles() {
    RoadGraph graph =
        blocks("highway=residential")
            .restriction(1, "no_left_turn", 3, "E", 5, "except=bicycle;psv")
            .graph();
    assertThat(fromWestToMiddle(graph)).isEqualTo(300);
    assertThat(Trip.metres(graph, Mode.BICYCLE, 50, 0, 100, 50)).isEqualTo(100);
  }

  @Test
  void notThroughAWayIntoAnother() {
    // Coming from D over E-B one may not go on to C; over E-F one may.
    RoadGraph graph =
        blocks("highway=residential").restriction(1, "no_right_turn", 3, "5", 2).graph();
    assertThat(Trip.metres(graph, Mode.CAR, 50, 0, 150, 100)).isEqualTo(50 + 100 + 100 + 50);
    assertThat(fromWestToMiddle(graph)).isEqualTo(100);
    // Who begins on E-B has not come from D.
    assertThat(Trip.metres(graph, Mode.CAR, 100, 20, 150, 100)).isEqualTo(130);
  }

  @Test
  void aBollardStopsCarsOnly() {
    Town town =
        new Town()
            .at("A", 0, 0)
            .at("X", 50, 0, "barrier=bollard")
            .at("B", 100, 0)
            .way(1, "A X B", "highway=residential");
    assertThat(Trip.metres(town.graph(), Mode.CAR, 10, 0, 90, 0)).isEqualTo(-1);
    assertThat(Trip.metres(town.graph(), Mode.WALK, 10, 0, 90, 0)).isEqualTo(80);
    assertThat(Trip.metres(town.graph(), Mode.BICYCLE, 10, 0, 90, 0)).isEqualTo(80);
  }

  @Test
  void aPathThatIsOpenToThePublicIsNotOpenToCars() {
    Town town = blocks("highway=footway", "access=yes");
    assertThat(Trip.metres(town.graph(), Mode.CAR, 50, 0, 150, 100)).isEqualTo(300);
    assertThat(Trip.metres(town.graph(), Mode.WALK, 50, 0, 150, 100)).isEqualTo(200);
  }

  @Test
  void aPrivateStreetIsOpenToNobody() {
    RoadGraph graph = blocks("highway=residential", "access=private").graph();
    assertThat(Trip.metres(graph, Mode.WALK, 50, 0, 150, 100)).isEqualTo(50 + 100 + 100 + 50);
  }

  @Test
  void theLimitSetsTheTime() {
    RoadGraph graph =
        new Town()
            .at("A", 0, 0)
            .at("B", 1000, 0)
            .way(1, "A B", "highway=primary", "maxspeed=50", "maxspeed:backward=30 mph")
            .graph();
    // Nine tenths of 50 km/h are 12.5 m/s, of 30 mph 12.07 m/s.
    assertThat(Trip.route(graph, Mode.CAR, 100, 0, 900, 0).orElseThrow().seconds()).isEqualTo(64);
    assertThat(Trip.route(graph, Mode.CAR, 900, 0, 100, 0).orElseThrow().seconds()).isEqualTo(67);
  }
}
