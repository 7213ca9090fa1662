package eu.trama.engines.roads.examples;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.engines.roads.graph.RoadGraph;
import eu.trama.engines.roads.route.StreetSearch;
import eu.trama.engines.roads.route.Targets;
import eu.trama.engines.roads.rules.Mode;
import org.junit.jupiter.api.Test;

/// Walking at 1 m/s, so that metres are seconds.
///
/// ```text
///   D---------C        A-B 100 m, B-C 80 m, C-D 100 m, D-A 80 m
///   |         |        S: steps from B, 10 m long
///   A---------B==S
/// ```
class A01_WalkTest {
  private static final RoadGraph TOWN =
      new Town()
          .at("A", 0, 0)
          .at("B", 100, 0)
          .at("C", 100, 80)
          .at("D", 0, 80)
          .at("S", 110, 0)
          .way(1, "A B", "highway=residential")
          .way(2, "B C D A", "highway=footway")
          .way(3, "B S", "highway=steps")
          .graph();

  @Test
  void theShorterWayRoundCounts() {
    // From 10 m east of A to 10 m east of D: back past A, 10 + 80 + 10.
    assertThat(walk(Mode.WALK, 10, 0, 10, 80, 600)).isEqualTo((short) 100);
  }

  @Test
  void onOneStreetOneWalksStraight() {
    assertThat(walk(Mode.WALK, 10, 0, 90, 0, 600)).isEqualTo((short) 80);
  }

  @Test
  void theWayToTheStreetCountsToo() {
    assertThat(walk(Mode.WALK, 10, -7, 90, -3, 600)).isEqualTo((short) 90);
  }

  @Test
  void stepsTakeThreeTimesAsLong() {
    assertThat(walk(Mode.WALK, 90, 0, 110, 0, 600)).isEqualTo((short) 40);
  }

  @Test
  void withoutStepsOneGetsToTheirFootOnly() {
    // The nearest street that is free of steps ends at B, 10 m short.
    assertThat(walk(Mode.STEP_FREE, 90, 0, 110, 0, 600)).isEqualTo((short) 20);
  }

  @Test
  void beyondTheLimitNothingIsReached() {
    assertThat(walk(Mode.WALK, 10, 0, 10, 80, 99)).isEqualTo(StreetSearch.UNREACHED);
    assertThat(walk(Mode.WALK, 10, 0, 10, 80, 100)).isEqualTo((short) 100);
  }

  @Test
  void farFromAnyStreetNothingIsReached() {
    assertThat(walk(Mode.WALK, 10, -900, 10, 80, 600)).isEqualTo(StreetSearch.UNREACHED);
    assertThat(walk(Mode.WALK, 10, 0, 10, 980, 600)).isEqualTo(StreetSearch.UNREACHED);
  }

  static short walk(
      Mode mode, double fromEast, double fromNorth, double east, double north, int limit) {
    Targets targets =
        Targets.prepare(
            TOWN,
            mode,
            new double[] {Town.latitude(north)},
            new double[] {Town.longitude(east)},
            300);
    StreetSearch search = StreetSearch.on(TOWN, mode);
    search.from(Town.latitude(fromNorth), Town.longitude(fromEast), limit, 1);
    short[] seconds = new short[1];
    search.seconds(targets, seconds);
    short[] told = {StreetSearch.UNREACHED};
    search.reached(targets, (_, s) -> told[0] = (short) s);
    assertThat(told).isEqualTo(seconds);
    return seconds[0];
  }
}
