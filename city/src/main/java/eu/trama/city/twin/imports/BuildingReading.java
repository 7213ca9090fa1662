package eu.trama.city.twin.imports;

import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Findings;
import eu.trama.city.twin.ImportFile;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.Properties;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import tools.jackson.databind.JsonNode;

/// Turns the buildings of a CityJSON file, each with its parts, into features of one outline.
final class BuildingReading {

  private static final String BUILDING = "Building";
  private static final List<String> KINDS = List.of(BUILDING, "BuildingPart");

  private final ImportFile file;
  private final JsonNode objects;
  private final CityJsonVertices vertices;
  private final Findings findings;
  private final Place place;

  BuildingReading(ImportFile file, JsonNode objects, CityJsonVertices vertices, Findings findings) {
    this.file = file;
    this.objects = objects;
    this.vertices = vertices;
    this.findings = findings;
    this.place = new Place(file.city());
  }

  List<Feature> buildings(Limits limits) {
    var buildings = new ArrayList<Feature>();
    long number = 0;
    for (Map.Entry<String, JsonNode> each : objects.properties()) {
      number++;
      if (each.getValue().path("type").asString("").equals(BUILDING)) {
        if (buildings.size() == limits.features()) {
          throw new BadInput(
              Finding.error(
                  "file-too-large",
                  file.name(),
                  number,
                  "CityObjects",
                  limits.features() + " buildings",
                  "Cut the file into tiles."));
        }
        building(each.getKey(), each.getValue(), number, buildings);
      }
    }
    if (buildings.isEmpty() && !findings.hasErrors()) {
      findings.accept(
          Finding.error(
              "file-empty", file.name(), 0, "CityObjects", "", "The file has no buildings."));
    }
    return buildings;
  }

  private void building(String id, JsonNode building, long number, List<Feature> to) {
    try {
      List<JsonNode> parts = parts(id, building);
      var outlines = new ArrayList<Geometry>();
      var lods = new TreeSet<String>();
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (JsonNode part : parts) {
        part.path("geometry").forEach(each -> lods.add(each.path("lod").asString("")));
        JsonNode best = best(part.path("geometry"));
        if (best != null) {
          var solid = new BuildingShape(best, vertices);
          outlines.add(solid.outline());
          low = Math.min(low, solid.low());
          high = Math.max(high, solid.high());
        }
      }
      if (outlines.isEmpty()) {
        findings.accept(
            Finding.warning(
                "geometry-missing",
                file.name(),
                number,
                "geometry",
                id,
                "Left out; give the building a geometry of its own."));
        return;
      }
      Geometry outline = vertices.crs().degrees(UnaryUnionOp.union(outlines));
      place.fault(outline.getCoordinate(), file.name(), number, "geometry").ifPresent(findings);
      Properties properties = new Facts(building, low, high, lods).properties();
      to.add(new Feature(Layers.BUILDINGS.name(), id, outline, properties));
    } catch (ShapeFault e) {
      findings.accept(
          Finding.error(e.code(), file.name(), number, "CityObjects." + id, e.value(), e.advice()));
    }
  }

  private List<JsonNode> parts(String id, JsonNode building) throws ShapeFault {
    var parts = new ArrayList<JsonNode>();
    parts.add(building);
    for (JsonNode child : building.path("children")) {
      JsonNode part = objects.path(child.asString(""));
      if (part.isMissingNode()) {
        throw new ShapeFault(
            "child-unknown", child.toString(), "Give the part of " + id + ", or do not name it.");
      }
      if (KINDS.contains(part.path("type").asString(""))) {
        parts.add(part);
      }
    }
    return parts;
  }

  /// The geometry of the highest level of detail that is made of surfaces.
  private static @org.jspecify.annotations.Nullable JsonNode best(JsonNode geometries) {
    return geometries.values().stream()
        .filter(each -> BuildingShape.DEPTHS.containsKey(each.path("type").asString("")))
        .max(Comparator.comparing(each -> each.path("lod").asString("")))
        .orElse(null);
  }

  /// What a building's attributes tell, by the names of CityJSON's own.
  private record Facts(JsonNode building, double low, double high, TreeSet<String> lods) {

    Properties properties() {
      JsonNode given = building.path("attributes");
      var facts = new TreeMap<String, Object>();
      double measured = given.path("measuredHeight").asDouble(high - low);
      if (Double.isFinite(measured) && measured > 0) {
        facts.put("height", rounded(measured));
      }
      facts.put("ground", rounded(low));
      whole(given.path("storeysAboveGround"), "storeys", facts);
      whole(given.path("yearOfConstruction"), "year", facts);
      for (String name : List.of("usage", "function", "class")) {
        JsonNode use = given.path(name);
        String text = use.isArray() && !use.isEmpty() ? use.get(0).asString("") : use.asString("");
        if (!text.isBlank()) {
          facts.putIfAbsent("use", text);
        }
      }
      lods.remove("");
      facts.put("lods", List.copyOf(lods));
      return new Properties(facts);
    }

    private static void whole(JsonNode value, String name, TreeMap<String, Object> facts) {
      if (value.isIntegralNumber() && value.canConvertToLong()) {
        facts.put(name, value.asLong());
      } else if (value.isString() && value.asString().matches("\\d{1,4}(-.*)?")) {
        facts.put(name, Long.valueOf(value.asString().replaceAll("-.*", "")));
      }
    }

    private static double rounded(double metres) {
      return Math.rint(metres * 1000) / 1000;
    }
  }

  static boolean isArea(Geometry geometry) {
    return geometry instanceof Polygonal && !geometry.isEmpty();
  }
}
