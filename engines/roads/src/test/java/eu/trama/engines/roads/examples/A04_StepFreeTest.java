package eu.trama.engines.roads.examples;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.engines.roads.graph.RoadGraph;
import eu.trama.engines.roads.rules.Mode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// 100 m without a step, and the same on foot.
class A04_StepFreeTest {
  @ParameterizedTest
  @CsvSource({
    "highway=footway, true, true",
    "highway=steps, false, true",
    "highway=steps ramp:wheelchair=yes, true, true",
    "highway=steps conveying=forward, false, true",
    "highway=steps conveying=backward, false, false",
    "highway=footway wheelchair=no, false, true",
    "highway=footway surface=gravel, false, true",
    "highway=footway surface=gravel wheelchair=yes, true, true",
    "highway=footway smoothness=bad, false, true",
    "highway=elevator, true, true",
    "highway=track tracktype=grade4, false, true",
    "railway=platform, true, true",
    "highway=trunk motorroad=yes, false, false",
    "highway=residential foot=no, false, false",
    "highway=motorway sidewalk=right, true, true",
    "highway=residential access=no foot=designated, true, true"
  })
  void ways(String tags, boolean stepFree, boolean onFoot) {
    RoadGraph graph =
        new Town().at("A", 0, 0).at("B", 120, 0).way(1, "A B", tags.split(" ", -1)).graph();
    assertThat(Trip.metres(graph, Mode.STEP_FREE, 10, 0, 110, 0)).isEqualTo(stepFree ? 100 : -1);
    assertThat(Trip.metres(graph, Mode.WALK, 10, 0, 110, 0)).isEqualTo(onFoot ? 100 : -1);
  }

  @ParameterizedTest
  @CsvSource({
    "kerb=raised, false, true",
    "kerb=lowered, true, true",
    "barrier=kerb kerb=rolled, false, true",
    "barrier=stile, false, true",
    "barrier=gate, true, true",
    "barrier=gate access=private, false, false",
    "barrier=gate access=private foot=yes, true, true",
    "barrier=wall, false, false",
    "wheelchair=no, false, true"
  })
  void points(String tags, boolean stepFree, boolean onFoot) {
    RoadGraph graph =
        new Town()
            .at("A", 0, 0)
            .at("X", 60, 0, tags.split(" ", -1))
            .at("B", 120, 0)
            .way(1, "A X B", "highway=footway")
            .graph();
    assertThat(Trip.metres(graph, Mode.STEP_FREE, 10, 0, 110, 0)).isEqualTo(stepFree ? 100 : -1);
    assertThat(Trip.metres(graph, Mode.WALK, 10, 0, 110, 0)).isEqualTo(onFoot ? 100 : -1);
  }
}
