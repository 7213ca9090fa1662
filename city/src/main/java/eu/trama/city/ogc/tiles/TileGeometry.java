package eu.trama.city.ogc.tiles;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.precision.GeometryPrecisionReducer;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/// Puts geometries into a tile: into its grid of [#EXTENT] units, y to the south, without what lies
/// beyond its margin and without detail that its grid cannot show.
final class TileGeometry {

  /// Units along a side (Mapbox Vector Tile 2.1, 4.1).
  static final int EXTENT = 4096;

  /// Units of margin, so that a line's own width is drawn whole at the tile's edge.
  static final int MARGIN = 64;

  /// A line may be off by this many units: a quarter of a pixel of a map of 256 pixels a tile.
  private static final double SIMPLER = 4;

  private static final PrecisionModel UNITS = new PrecisionModel(1);
  private static final GeometryFactory GRID = new GeometryFactory();
  private static final Envelope KEPT =
      new Envelope(-MARGIN, EXTENT + MARGIN, -MARGIN, EXTENT + MARGIN);

  private final double west;
  private final double north;
  private final double unit;

  TileGeometry(WebMercatorQuad.Tile tile) {
    west = tile.west();
    north = tile.north();
    unit = tile.side() / EXTENT;
  }

  /// @param geometry in degrees
  /// @return null where nothing of it is left
  @Nullable Geometry of(Geometry geometry) {
    var parts = new ArrayList<Geometry>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry placed = place(geometry.getGeometryN(i));
      if (placed != null) {
        clipped(placed, parts);
      }
    }
    return parts.isEmpty() ? null : GRID.buildGeometry(parts);
  }

  private static void clipped(Geometry placed, List<Geometry> into) {
    Envelope box = placed.getEnvelopeInternal();
    if (!KEPT.intersects(box)) {
      return;
    }
    Geometry kept = KEPT.contains(box) ? placed : kept(placed);
    for (int i = 0; i < kept.getNumGeometries(); i++) {
      Geometry part = kept.getGeometryN(i);
      if (part.getDimension() == placed.getDimension() && !part.isEmpty()) {
        Geometry rounded = rounded(part);
        for (int j = 0; rounded != null && j < rounded.getNumGeometries(); j++) {
          into.add(rounded.getGeometryN(j));
        }
      }
    }
  }

  private static Geometry kept(Geometry placed) {
    return placed instanceof LineString line
        ? GRID.createMultiLineString(
            LineClip.within(KEPT, line.getCoordinates()).stream()
                .map(GRID::createLineString)
                .toArray(LineString[]::new))
        : OverlayNGRobust.overlay(placed, GRID.toGeometry(KEPT), OverlayNG.INTERSECTION);
  }

  private @Nullable Geometry place(Geometry part) {
    return switch (part) {
      case Point point -> GRID.createPoint(place(point.getCoordinate()));
      case LineString line ->
          DouglasPeuckerSimplifier.simplify(GRID.createLineString(place(line)), SIMPLER);
      case Polygon polygon -> polygon(polygon);
      default -> null;
    };
  }

  /// A polygon made simpler that is none any more is kept as it was: it may be a narrow one.
  private Geometry polygon(Polygon polygon) {
    LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = GRID.createLinearRing(place(polygon.getInteriorRingN(i)));
    }
    Polygon placed =
        GRID.createPolygon(GRID.createLinearRing(place(polygon.getExteriorRing())), holes);
    Geometry simpler = DouglasPeuckerSimplifier.simplify(placed, SIMPLER);
    return simpler instanceof Polygon && !simpler.isEmpty() ? simpler : placed;
  }

  private Coordinate[] place(LineString line) {
    Coordinate[] at = line.getCoordinates();
    Coordinate[] placed = new Coordinate[at.length];
    for (int i = 0; i < at.length; i++) {
      placed[i] = place(at[i]);
    }
    return placed;
  }

  private Coordinate place(Coordinate at) {
    return new Coordinate(
        (WebMercatorQuad.x(at.x) - west) / unit, (north - WebMercatorQuad.y(at.y)) / unit);
  }

  private static @Nullable Geometry rounded(Geometry part) {
    return switch (part) {
      case Point point -> GRID.createPoint(rounded(point.getCoordinate()));
      case LineString line -> {
        Coordinate[] at = rounded(line.getCoordinates());
        yield at.length < 2 ? null : GRID.createLineString(at);
      }
      case Polygon polygon -> valid(rounded(polygon), polygon);
      default -> null;
    };
  }

  /// Where the nearest units of its corners make a polygon cross itself, it is rounded as a whole,
  /// which costs more.
  private static @Nullable Geometry valid(@Nullable Polygon rounded, Polygon exact) {
    if (rounded == null || rounded.isValid()) {
      return rounded;
    }
    Geometry whole = GeometryPrecisionReducer.reduce(exact, UNITS);
    return whole.isEmpty() ? null : whole;
  }

  private static @Nullable Polygon rounded(Polygon polygon) {
    LinearRing shell = ring(polygon.getExteriorRing());
    if (shell == null) {
      return null;
    }
    var holes = new ArrayList<LinearRing>();
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      LinearRing hole = ring(polygon.getInteriorRingN(i));
      if (hole != null) {
        holes.add(hole);
      }
    }
    return GRID.createPolygon(shell, holes.toArray(LinearRing[]::new));
  }

  /// A ring without an area is none.
  private static @Nullable LinearRing ring(LinearRing ring) {
    Coordinate[] at = rounded(ring.getCoordinates());
    if (at.length < 4) {
      return null;
    }
    LinearRing rounded = GRID.createLinearRing(at);
    return GRID.createPolygon(rounded).getArea() == 0 ? null : rounded;
  }

  /// Each to the nearest unit, without repetition.
  private static Coordinate[] rounded(Coordinate[] at) {
    var rounded = new ArrayList<Coordinate>(at.length);
    for (Coordinate each : at) {
      Coordinate next = rounded(each);
      if (rounded.isEmpty() || !rounded.getLast().equals2D(next)) {
        rounded.add(next);
      }
    }
    return rounded.toArray(Coordinate[]::new);
  }

  private static Coordinate rounded(Coordinate at) {
    return new Coordinate(Math.rint(at.x), Math.rint(at.y));
  }
}
