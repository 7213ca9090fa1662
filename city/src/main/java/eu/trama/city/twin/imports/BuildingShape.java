package eu.trama.city.twin.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import tools.jackson.databind.JsonNode;

/// One geometry of a building, seen from above: its outline and how low and high it reaches. The
/// outline is that of its ground surfaces where they are marked, else of its lowest level surfaces,
/// else of all.
final class BuildingShape {

  /// How deep the surfaces of each kind of geometry lie in its lists (CityJSON 2.0, section 3.2).
  static final Map<String, Integer> DEPTHS =
      Map.of(
          "MultiSurface",
          0,
          "CompositeSurface",
          0,
          "Solid",
          1,
          "MultiSolid",
          2,
          "CompositeSolid",
          2);

  private static final String GROUND = "GroundSurface";
  private static final double LEVEL = 0.01;
  private static final double LEAST_AREA = 0.01;
  private static final GeometryFactory PLANE = new GeometryFactory();

  private record Surface(Geometry fromAbove, double low, double high, boolean ground) {}

  private final JsonNode semantics;
  private final CityJsonVertices vertices;
  private final List<Surface> surfaces = new ArrayList<>();

  BuildingShape(JsonNode geometry, CityJsonVertices vertices) throws ShapeFault {
    this.semantics = geometry.path("semantics");
    this.vertices = vertices;
    int depth = DEPTHS.getOrDefault(geometry.path("type").asString(""), 0);
    read(geometry.path("boundaries"), semantics.path("values"), depth);
    if (surfaces.isEmpty()) {
      throw new ShapeFault(
          "geometry-empty", geometry.path("type").asString(""), "Give it surfaces.");
    }
  }

  private void read(JsonNode list, JsonNode meanings, int depth) throws ShapeFault {
    if (!list.isArray()) {
      throw new ShapeFault(
          "geometry-nesting", list.toString(), "The lists are not nested as the type demands.");
    }
    for (int i = 0; i < list.size(); i++) {
      if (depth > 0) {
        read(list.get(i), meanings.path(i), depth - 1);
      } else {
        surface(list.get(i), meanings.path(i));
      }
    }
  }

  private void surface(JsonNode rings, JsonNode meaning) throws ShapeFault {
    if (!rings.isArray() || rings.isEmpty()) {
      throw new ShapeFault("geometry-nesting", rings.toString(), "A surface is a list of rings.");
    }
    var made = new ArrayList<LinearRing>();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (JsonNode ring : rings) {
      Coordinate[] line = ring(ring);
      for (Coordinate at : line) {
        low = Math.min(low, at.getZ());
        high = Math.max(high, at.getZ());
      }
      made.add(PLANE.createLinearRing(line));
    }
    Polygon drawn =
        PLANE.createPolygon(
            made.getFirst(), made.subList(1, made.size()).toArray(LinearRing[]::new));
    Geometry fromAbove = drawn.isValid() ? drawn : GeometryFixer.fix(drawn);
    String kind =
        meaning.isIntegralNumber()
            ? semantics.path("surfaces").path(meaning.asInt()).path("type").asString("")
            : "";
    surfaces.add(new Surface(fromAbove, low, high, kind.equals(GROUND)));
  }

  private Coordinate[] ring(JsonNode indexes) throws ShapeFault {
    if (!indexes.isArray() || indexes.size() < 3) {
      throw new ShapeFault("ring-short", indexes.toString(), "A ring has three vertices or more.");
    }
    var line = new Coordinate[indexes.size() + 1];
    for (int i = 0; i < indexes.size(); i++) {
      JsonNode index = indexes.get(i);
      boolean known = index.isInt() && index.asInt() >= 0 && index.asInt() < vertices.size();
      if (!known) {
        throw new ShapeFault(
            "vertex-unknown",
            index.toString(),
            "Name a vertex from 0 to " + (vertices.size() - 1) + ".");
      }
      line[i] = vertices.at(index.asInt());
    }
    line[indexes.size()] = line[0];
    return line;
  }

  double low() {
    return surfaces.stream().mapToDouble(Surface::low).min().orElseThrow();
  }

  double high() {
    return surfaces.stream().mapToDouble(Surface::high).max().orElseThrow();
  }

  Geometry outline() throws ShapeFault {
    double low = low();
    List<Surface> chosen = surfaces.stream().filter(Surface::ground).toList();
    if (chosen.isEmpty()) {
      chosen =
          surfaces.stream()
              .filter(each -> each.high() - low < LEVEL && each.fromAbove().getArea() > LEAST_AREA)
              .toList();
    }
    if (chosen.isEmpty()) {
      chosen = surfaces;
    }
    Geometry outline = UnaryUnionOp.union(chosen.stream().map(Surface::fromAbove).toList());
    if (outline == null || !BuildingReading.isArea(outline)) {
      throw new ShapeFault(
          "outline-empty", "", "The building covers no ground; check its surfaces.");
    }
    return outline;
  }
}
