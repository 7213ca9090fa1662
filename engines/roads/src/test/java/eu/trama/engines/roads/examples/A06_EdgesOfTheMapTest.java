package eu.trama.engines.roads.examples;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.engines.roads.geo.Area;
import eu.trama.engines.roads.graph.Line;
import eu.trama.engines.roads.graph.OsmOptions;
import eu.trama.engines.roads.graph.Reading;
import eu.trama.engines.roads.graph.RoadGraph;
import eu.trama.engines.roads.graph.Snap;
import eu.trama.engines.roads.graph.Snapper;
import eu.trama.engines.roads.graph.StreetGraphs;
import eu.trama.engines.roads.rules.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Where the map ends, and what lies apart from the rest of it.
class A06_EdgesOfTheMapTest {
  private static Town street() {
    return new Town()
        .at("A", 0, 0)
        .at("B", 100, 0)
        .at("C", 200, 0)
        .at("D", 300, 0)
        .way(1, "A B C D", "highway=residential");
  }

  @Test
  void aStreetEndsWithTheArea() {
    Area west =
        new Area.Box(
            Town.latitude(-10), Town.longitude(-10), Town.latitude(10), Town.longitude(210));
    Reading reading = street().read(OsmOptions.usual().within(west));
    RoadGraph graph = reading.graph().orElseThrow();
    assertThat(Trip.metres(graph, Mode.WALK, 10, 0, 190, 0)).isEqualTo(180);
    assertThat(Trip.metres(graph, Mode.WALK, 10, 0, 290, 0)).isEqualTo(-1);
    assertThat(reading.findings().counts()).containsEntry("missing_nodes", 1L);
  }

  @Test
  void aPolygonCutsAsWell() {
    Area.Polygon triangle =
        new Area.Polygon(
            new double[] {Town.latitude(-50), Town.latitude(50), Town.latitude(0)},
            new double[] {Town.longitude(-10), Town.longitude(-10), Town.longitude(150)});
    RoadGraph graph = street().read(OsmOptions.usual().within(triangle)).graph().orElseThrow();
    assertThat(graph.edges().count()).isOne();
  }

  @Test
  void aYardThatIsCutOffCatchesNobody() {
    RoadGraph graph =
        street()
            .at("E", 200, -50)
            .way(2, "C E", "highway=residential")
            .at("Y", 0, 20)
            .at("Z", 60, 20)
            .way(3, "Y Z", "highway=footway")
            .graph();
    // The yard is nearer, but the street leads somewhere.
    Snapper snapper = graph.snapper();
    Snap walking = snapper.nearest(Town.latitude(18), Town.longitude(10), Mode.WALK, 50);
    assertThat(graph.edges().wayIds().wide(walking.edge())).isEqualTo(1);
    assertThat(walking.metres()).isBetween(17.9, 18.1);
    // With no street within reach the yard will do.
    Snap near = snapper.nearest(Town.latitude(18), Town.longitude(10), Mode.WALK, 5);
    assertThat(graph.edges().wayIds().wide(near.edge())).isEqualTo(3);
  }

  @Test
  void aFerryTakesItsTime() {
    RoadGraph graph =
        new Town()
            .at("A", 0, 0)
            .at("B", 1300, 0)
            .way(1, "A B", "route=ferry", "duration=00:20")
            .graph();
    // Half of 20 minutes at the usual walking speed of 1.3 m/s, hence 780 s at 1 m/s.
    assertThat(Trip.route(graph, Mode.WALK, 0, 0, 650, 0).orElseThrow().seconds()).isEqualTo(780);
    assertThat(Trip.metres(graph, Mode.CAR, 0, 0, 650, 0)).isEqualTo(-1);
  }

  @Test
  void plainLinesAreWalkedToo() {
    double[] east = {0, 100, 100};
    double[] north = {0, 0, 80};
    double[] latitudes = new double[3];
    double[] longitudes = new double[3];
    for (int i = 0; i < 3; i++) {
      latitudes[i] = Town.latitude(north[i]);
      longitudes[i] = Town.longitude(east[i]);
    }
    Line bent = new Line(1, "Bent", latitudes, longitudes);
    Line straight =
        new Line(
            2,
            "Straight",
            new double[] {Town.latitude(0), Town.latitude(0)},
            new double[] {Town.longitude(100), Town.longitude(200)});
    RoadGraph graph = StreetGraphs.ofLines(List.of(bent, straight));
    assertThat(Trip.metres(graph, Mode.STEP_FREE, 190, 0, 100, 70)).isBetween(159L, 161L);
    assertThat(graph.has(Mode.CAR)).isFalse();
  }
}
