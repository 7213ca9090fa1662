package eu.trama.city.ogc.features;

import eu.trama.city.ogc.Problem;
import eu.trama.city.twin.Area;
import eu.trama.city.twin.GeoJson;
import java.util.Arrays;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/// Reads the parameter `bbox` (OGC API Features Part 1, 7.15.3): four numbers, or six with heights,
/// which say nothing about features without one.
final class Boxes {

  private static final String NAME = "bbox";
  private static final String ADVICE =
      "Give four numbers, such as 2.1,41.3,2.2,41.5: lower corner, upper corner, in the order of the"
          + " axes of bbox-crs; or six, with heights in the third and sixth place.";

  /// Into how many pieces the side of a box is cut before it is moved to another system, where it
  /// may be bent.
  private static final int PIECES = 32;

  /// No system of metres counts farther than once around the earth.
  private static final Envelope EVERYWHERE =
      new Envelope(-40_075_017, 40_075_017, -40_075_017, 40_075_017);

  private Boxes() {}

  static Area read(String text, Crs crs) {
    double[] sides = sides(text);
    double[] low = crs.northFirst() ? swapped(sides[0], sides[1]) : pair(sides[0], sides[1]);
    double[] high = crs.northFirst() ? swapped(sides[2], sides[3]) : pair(sides[2], sides[3]);
    if (low[1] > high[1]) {
      throw Problem.parameter(NAME, text, ADVICE);
    }
    return crs.isDegrees()
        ? degrees(text, low, high)
        : projected(text, crs, new Envelope(low[0], high[0], low[1], high[1]), low[0] <= high[0]);
  }

  private static double[] sides(String text) {
    String[] parts = text.split(",", -1);
    if (parts.length != 4 && parts.length != 6) {
      throw Problem.parameter(NAME, text, ADVICE);
    }
    double[] numbers;
    try {
      numbers =
          Arrays.stream(parts).mapToDouble(part -> Double.parseDouble(part.strip())).toArray();
    } catch (NumberFormatException e) {
      throw Problem.parameter(NAME, text, ADVICE);
    }
    if (!Arrays.stream(numbers).allMatch(Double::isFinite)) {
      throw Problem.parameter(NAME, text, ADVICE);
    }
    if (numbers.length == 4) {
      return numbers;
    }
    if (numbers[2] > numbers[5]) {
      throw Problem.parameter(NAME, text, ADVICE);
    }
    return new double[] {numbers[0], numbers[1], numbers[3], numbers[4]};
  }

  private static double[] pair(double x, double y) {
    return new double[] {x, y};
  }

  private static double[] swapped(double y, double x) {
    return new double[] {x, y};
  }

  /// A box whose western side lies east of its eastern one crosses the antimeridian.
  private static Area degrees(String text, double[] low, double[] high) {
    boolean onEarth =
        Math.abs(low[0]) <= 180
            && Math.abs(high[0]) <= 180
            && Math.abs(low[1]) <= 90
            && Math.abs(high[1]) <= 90;
    if (!onEarth) {
      throw Problem.parameter(NAME, text, ADVICE);
    }
    if (low[0] <= high[0]) {
      return Area.of(new Envelope(low[0], high[0], low[1], high[1]));
    }
    return Area.of(
        new Envelope(low[0], 180, low[1], high[1]), new Envelope(-180, high[0], low[1], high[1]));
  }

  private static Area projected(String text, Crs crs, Envelope box, boolean ordered) {
    if (!ordered) {
      throw Problem.parameter(NAME, text, ADVICE);
    }
    if (!EVERYWHERE.contains(box)) {
      throw Problem.parameter(NAME, text, "It lies outside of where bbox-crs can be used.");
    }
    double longest = Math.max(box.getWidth(), box.getHeight());
    Geometry outline = new GeometryFactory().toGeometry(box);
    Geometry fine = longest == 0 ? outline : Densifier.densify(outline, longest / PIECES);
    Geometry shape = GeoJson.WGS84.createGeometry(crs.toDegrees(fine));
    Envelope around = shape.getEnvelopeInternal();
    boolean onEarth =
        Arrays.stream(shape.getCoordinates())
            .allMatch(at -> Math.abs(at.x) <= 180 && Math.abs(at.y) <= 90);
    if (!onEarth || around.isNull()) {
      throw Problem.parameter(NAME, text, "It lies outside of where bbox-crs can be used.");
    }
    return Area.within(shape);
  }
}
