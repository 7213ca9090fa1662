package eu.trama.city.ogc.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LineStringExtracter;

/// Lines are cut as a general overlay of geometries cuts them.
class LineClipTest {

  private static final GeometryFactory PLANE = new GeometryFactory();
  private static final Envelope BOX = new Envelope(0, 10, 0, 10);
  private static final double NEAR = 1e-6;

  private static Geometry clipped(Coordinate... line) {
    List<Coordinate[]> pieces = LineClip.within(BOX, line);
    return PLANE.createMultiLineString(
        pieces.stream().map(PLANE::createLineString).toArray(LineString[]::new));
  }

  private static Coordinate at(double x, double y) {
    return new Coordinate(x, y);
  }

  @Test
  void whatLiesInsideStaysAsItIs() {
    assertThat(clipped(at(1, 1), at(5, 2), at(9, 9)).toText())
        .isEqualTo("MULTILINESTRING ((1 1, 5 2, 9 9))");
  }

  @Test
  void whatLeavesAndComesBackIsTwoPieces() {
    assertThat(clipped(at(5, 5), at(15, 5), at(15, 7), at(5, 7)).toText())
        .isEqualTo("MULTILINESTRING ((5 5, 10 5), (10 7, 5 7))");
  }

  @Test
  void whatRunsAlongASideIsKeptAndWhatTouchesACornerIsNot() {
    assertThat(clipped(at(-5, 10), at(15, 10)).toText())
        .isEqualTo("MULTILINESTRING ((0 10, 10 10))");
    assertThat(clipped(at(9, 11), at(11, 9)).isEmpty()).isTrue();
    assertThat(clipped(at(11, 0), at(11, 10)).isEmpty()).isTrue();
  }

  @Test
  void anyLineIsCutAsAnOverlayCutsIt() {
    var random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      Coordinate[] line = new Coordinate[2 + random.nextInt(8)];
      for (int j = 0; j < line.length; j++) {
        // Whole numbers, so that corners and sides are met as well.
        line[j] = at(random.nextInt(-6, 17), random.nextInt(-6, 17));
      }
      Geometry expected = PLANE.createLineString(line).intersection(PLANE.toGeometry(BOX));
      Geometry actual = clipped(line);
      boolean none = expected.getLength() < NEAR;
      assertThat(actual.getLength() < NEAR).as("line %d", i).isEqualTo(none);
      if (!none) {
        assertThat(expected.buffer(NEAR).covers(actual)).as("line %d", i).isTrue();
        assertThat(actual.buffer(NEAR).covers(lines(expected))).as("line %d", i).isTrue();
      }
    }
  }

  /// Without the points in which it touches the box.
  private static Geometry lines(Geometry cut) {
    return PLANE.buildGeometry(LineStringExtracter.getLines(cut));
  }
}
