package eu.trama.city.twin.imports;

import eu.trama.city.twin.GeoJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonToken;

/// A GeoJSON geometry read from tokens, its type and its coordinates in whichever order. A
/// coordinate that is not a number is read as NaN and found afterwards.
sealed interface Shape {

  /// A triangle with its first position repeated (RFC 7946, section 3.1.6).
  int SHORTEST_RING = 4;

  /// A position; x is longitude or easting.
  record Position(Coordinate at) implements Shape {}

  /// A list of positions or of lists.
  record Parts(List<Shape> parts) implements Shape {}

  /// Reads the geometry object that the current token begins.
  ///
  /// @throws ShapeFault after the object was read to its end, so that reading can go on
  static Geometry read(JsonTokens json) throws IOException, ShapeFault {
    String type = "";
    Shape coordinates = new Parts(List.of());
    var left = new int[] {json.limits().positions()};
    while (json.next() != JsonToken.END_OBJECT) {
      String name = json.name();
      json.next();
      switch (name) {
        case "type" -> type = json.text();
        case "coordinates" -> coordinates = coordinates(json, left);
        default -> json.skip();
      }
    }
    return build(type, coordinates);
  }

  /// Reads nested lists of numbers; the innermost are positions.
  ///
  /// @param left how many positions may still come
  static Shape coordinates(JsonTokens json, int[] left) throws IOException {
    if (json.current() != JsonToken.START_ARRAY) {
      json.skip();
      return new Position(new Coordinate(Double.NaN, Double.NaN));
    }
    var parts = new ArrayList<Shape>();
    JsonToken token = json.next();
    if (token.isScalarValue()) {
      return position(json, left);
    }
    while (token != JsonToken.END_ARRAY) {
      parts.add(coordinates(json, left));
      if (parts.size() > json.limits().positions()) {
        throw json.limit("more than " + json.limits().positions() + " positions");
      }
      token = json.next();
    }
    return new Parts(parts);
  }

  private static Position position(JsonTokens json, int[] left) throws IOException {
    if (left[0]-- == 0) {
      throw json.limit("more than " + json.limits().positions() + " positions");
    }
    double x = json.number();
    double y = json.next() == JsonToken.END_ARRAY ? Double.NaN : json.number();
    while (json.current() != JsonToken.END_ARRAY) {
      json.skip();
      json.next();
    }
    return new Position(new Coordinate(x, y));
  }

  private static Geometry build(String type, Shape shape) throws ShapeFault {
    var make = GeoJson.WGS84;
    return switch (type) {
      case "Point" -> make.createPoint(at(shape));
      case "MultiPoint" -> make.createMultiPointFromCoords(line(shape, 1));
      case "LineString" -> make.createLineString(line(shape, 2));
      case "MultiLineString" -> {
        var lines = new ArrayList<LineString>();
        for (Shape part : parts(shape)) {
          lines.add(make.createLineString(line(part, 2)));
        }
        yield make.createMultiLineString(lines.toArray(LineString[]::new));
      }
      case "Polygon" -> polygon(shape);
      case "MultiPolygon" -> {
        var polygons = new ArrayList<Polygon>();
        for (Shape part : parts(shape)) {
          polygons.add(polygon(part));
        }
        yield make.createMultiPolygon(polygons.toArray(Polygon[]::new));
      }
      default ->
          throw new ShapeFault("geometry-kind", type, "Give points, lines or polygons (RFC 7946).");
    };
  }

  private static Polygon polygon(Shape shape) throws ShapeFault {
    List<Shape> rings = parts(shape);
    if (rings.isEmpty()) {
      throw new ShapeFault("geometry-empty", "", "The polygon has no ring; give its outline.");
    }
    var made = new ArrayList<LinearRing>();
    for (Shape ring : rings) {
      made.add(ring(line(ring, 1)));
    }
    return GeoJson.WGS84.createPolygon(
        made.getFirst(), made.subList(1, made.size()).toArray(LinearRing[]::new));
  }

  private static LinearRing ring(Coordinate[] positions) throws ShapeFault {
    Coordinate last = positions[positions.length - 1];
    boolean numbers = Double.isFinite(last.x) && Double.isFinite(last.y);
    if (numbers && !positions[0].equals2D(last)) {
      throw new ShapeFault(
          "ring-open",
          positions[0].y + ", " + positions[0].x + " … " + last.y + ", " + last.x,
          "A ring must end where it began; repeat its first position at the end.");
    }
    if (positions.length < SHORTEST_RING) {
      throw new ShapeFault(
          "ring-short", positions.length + " positions", "A ring has four positions or more.");
    }
    if (!numbers) {
      throw notANumber();
    }
    return GeoJson.WGS84.createLinearRing(positions);
  }

  static Coordinate[] line(Shape shape, int least) throws ShapeFault {
    var positions = new ArrayList<Coordinate>();
    for (Shape part : parts(shape)) {
      positions.add(at(part));
    }
    if (positions.size() < least) {
      throw positions.isEmpty()
          ? new ShapeFault("geometry-empty", "", "There are no positions; give them.")
          : new ShapeFault("line-short", positions.size() + " positions", "Give two or more.");
    }
    return positions.toArray(Coordinate[]::new);
  }

  static List<Shape> parts(Shape shape) throws ShapeFault {
    if (shape instanceof Parts(List<Shape> parts)) {
      return parts;
    }
    throw new ShapeFault("geometry-nesting", "", "The lists are not nested as the type demands.");
  }

  private static Coordinate at(Shape shape) throws ShapeFault {
    if (!(shape instanceof Position(Coordinate at))) {
      throw new ShapeFault("geometry-nesting", "", "Expected a position: two numbers in a list.");
    }
    if (!Double.isFinite(at.x) || !Double.isFinite(at.y)) {
      throw notANumber();
    }
    return at;
  }

  private static ShapeFault notANumber() {
    return new ShapeFault(
        "coordinate-not-a-number", "", "Each position must be two numbers, longitude, latitude.");
  }
}
