package eu.trama.city.twin;

import eu.trama.city.twin.Field.Type;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// What a layer holds: the shapes and the properties of its features. Properties that it does not
/// name are allowed: they travel along, unchecked.
public record LayerSchema(String name, Set<Shape> shapes, List<Field> fields) {

  /// Kind of geometry, as in OGC simple features; multi-part shapes count as their single kind.
  public enum Shape {
    NONE,
    POINT,
    LINE,
    POLYGON
  }

  public LayerSchema {
    shapes = Set.copyOf(shapes);
    fields = List.copyOf(fields);
  }

  public static LayerSchema of(String name, EnumSet<Shape> shapes, Field... fields) {
    return new LayerSchema(name, shapes, List.of(fields));
  }

  public Optional<Field> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /// What is wrong with a feature, as far as it can be told without looking at others.
  ///
  /// @param file what to name as the place of a fault
  /// @param line likewise, from 1
  public List<Finding> check(Feature feature, String file, long line) {
    var findings = new ArrayList<Finding>();
    if (feature.id().isBlank() || feature.id().length() > 200) {
      findings.add(
          Finding.error(
              "id-missing", file, line, "id", feature.id(), "Give an id of 1 to 200 characters."));
    }
    checkShape(feature, file, line, findings);
    for (Field field : fields) {
      Object value = feature.properties().values().get(field.name());
      if (value == null) {
        if (field.required()) {
          findings.add(
              Finding.error(
                  "property-missing",
                  file,
                  line,
                  field.name(),
                  feature.id(),
                  "Give this property."));
        }
      } else if (!matches(field.type(), value)) {
        findings.add(
            Finding.error(
                "property-type",
                file,
                line,
                field.name(),
                value.toString(),
                "Expected " + described(field.type()) + "."));
      }
    }
    return findings;
  }

  private void checkShape(Feature feature, String file, long line, List<Finding> findings) {
    Geometry geometry = feature.geometry();
    if (!shapes.contains(shapeOf(geometry))) {
      findings.add(
          Finding.error(
              "geometry-kind",
              file,
              line,
              "geometry",
              geometry == null ? "none" : geometry.getGeometryType(),
              "This layer holds " + shapes.stream().sorted().toList() + "."));
      return;
    }
    if (geometry == null) {
      return;
    }
    var box = geometry.getEnvelopeInternal();
    boolean onEarth =
        box.getMinX() >= -180
            && box.getMaxX() <= 180
            && box.getMinY() >= -90
            && box.getMaxY() <= 90;
    if (geometry.isEmpty() || !onEarth) {
      findings.add(
          Finding.error(
              "coordinates-range",
              file,
              line,
              "geometry",
              box.toString(),
              "Give longitude (-180 to 180) then latitude (-90 to 90), degrees WGS 84."));
    }
  }

  private static Shape shapeOf(@Nullable Geometry geometry) {
    return geometry == null
        ? Shape.NONE
        : switch (geometry.getDimension()) {
          case 0 -> Shape.POINT;
          case 1 -> Shape.LINE;
          default -> Shape.POLYGON;
        };
  }

  private static boolean matches(Type type, Object value) {
    return switch (type) {
      case TEXT -> value instanceof String;
      case WHOLE -> value instanceof Long;
      case NUMBER -> value instanceof Number;
      case FLAG -> value instanceof Boolean;
      case TEXTS ->
          value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
      case NUMBERS ->
          value instanceof List<?> list && list.stream().allMatch(Number.class::isInstance);
    };
  }

  private static String described(Type type) {
    return switch (type) {
      case TEXT -> "text";
      case WHOLE -> "a whole number";
      case NUMBER -> "a number";
      case FLAG -> "true or false";
      case TEXTS -> "a list of texts";
      case NUMBERS -> "a list of numbers";
    };
  }
}
