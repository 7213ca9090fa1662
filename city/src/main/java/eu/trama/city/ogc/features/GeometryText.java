package eu.trama.city.ogc.features;

import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/// Writes geometries as GeoJSON (RFC 7946), in the axis order and to the centimetre of a coordinate
/// system. Outer rings run against the clock.
final class GeometryText {

  private static final int DIGITS_OF_A_LONG = 18;

  private final Crs crs;
  private final StringBuilder out;
  private final long unit;

  private GeometryText(Crs crs, StringBuilder out) {
    this.crs = crs;
    this.out = out;
    this.unit = Math.round(Math.pow(10, crs.decimals()));
  }

  /// @param geometry in degrees, as the twin has it
  static void write(Geometry geometry, Crs crs, StringBuilder out) {
    new GeometryText(crs, out).geometry(crs.fromDegrees(geometry));
  }

  private void geometry(Geometry geometry) {
    String type = geometry instanceof LinearRing ? "LineString" : geometry.getGeometryType();
    out.append("{\"type\":\"").append(type).append("\",\"coordinates\":");
    switch (geometry) {
      case Point point -> position(point.getCoordinate());
      case LineString line -> line(line.getCoordinates(), false);
      case Polygon polygon -> polygon(polygon);
      case MultiPoint points -> parts(points);
      case MultiLineString lines -> parts(lines);
      case MultiPolygon polygons -> parts(polygons);
      default -> throw new IllegalArgumentException("no GeoJSON for " + geometry.getGeometryType());
    }
    out.append('}');
  }

  private void parts(Geometry collection) {
    out.append('[');
    for (int i = 0; i < collection.getNumGeometries(); i++) {
      separate(i);
      switch (collection.getGeometryN(i)) {
        case Point point -> position(point.getCoordinate());
        case LineString line -> line(line.getCoordinates(), false);
        case Polygon polygon -> polygon(polygon);
        case Geometry other ->
            throw new IllegalArgumentException("no GeoJSON for " + other.getGeometryType());
      }
    }
    out.append(']');
  }

  private void polygon(Polygon polygon) {
    out.append('[');
    ring(polygon.getExteriorRing(), true);
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      out.append(',');
      ring(polygon.getInteriorRingN(i), false);
    }
    out.append(']');
  }

  private void ring(LinearRing ring, boolean counterClockwise) {
    Coordinate[] at = ring.getCoordinates();
    line(at, Orientation.isCCW(at) != counterClockwise);
  }

  private void line(Coordinate[] positions, boolean backwards) {
    out.append('[');
    for (int i = 0; i < positions.length; i++) {
      separate(i);
      position(positions[backwards ? positions.length - 1 - i : i]);
    }
    out.append(']');
  }

  private void separate(int i) {
    if (i > 0) {
      out.append(',');
    }
  }

  private void position(Coordinate at) {
    out.append('[');
    number(crs.northFirst() ? at.y : at.x);
    out.append(',');
    number(crs.northFirst() ? at.x : at.y);
    out.append(']');
  }

  /// Without an exponent, and without zeros at the end.
  private void number(double value) {
    double scaled = Math.rint(value * unit);
    if (Math.abs(scaled) >= Math.pow(10, DIGITS_OF_A_LONG)) {
      out.append(value);
      return;
    }
    long digits = (long) scaled;
    if (digits < 0) {
      out.append('-');
      digits = -digits;
    }
    out.append(digits / unit);
    long fraction = digits % unit;
    if (fraction > 0) {
      out.append('.');
      for (long place = unit / 10; fraction > 0; place /= 10) {
        out.append(fraction / place);
        fraction %= place;
      }
    }
  }
}
