package eu.trama.city.ogc.features;

import eu.trama.city.twin.Field;
import eu.trama.city.twin.LayerSchema;
import java.util.LinkedHashMap;
import java.util.Map;

/// The properties of a layer as a JSON Schema (2020-12).
final class Schemas {

  private Schemas() {}

  static Map<String, Object> document(String address, String title, LayerSchema layer) {
    var properties = new LinkedHashMap<String, Object>();
    properties.put("geometry", Map.of("x-ogc-role", "primary-geometry", "format", format(layer)));
    layer.fields().forEach(field -> properties.put(field.name(), property(field)));
    var schema = new LinkedHashMap<String, Object>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", address);
    schema.put("title", title);
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put(
        "required", layer.fields().stream().filter(Field::required).map(Field::name).toList());
    schema.put("additionalProperties", true);
    return schema;
  }

  private static String format(LayerSchema layer) {
    var drawn =
        layer.shapes().stream().filter(shape -> shape != LayerSchema.Shape.NONE).sorted().toList();
    if (drawn.size() != 1) {
      return "geometry-any";
    }
    return switch (drawn.getFirst()) {
      case POINT -> "geometry-point-or-multipoint";
      case LINE -> "geometry-linestring-or-multilinestring";
      default -> "geometry-polygon-or-multipolygon";
    };
  }

  static Map<String, Object> property(Field field) {
    var property = new LinkedHashMap<String, Object>(type(field.type()));
    if (!field.unit().isEmpty()) {
      property.put("x-ogc-unit", field.unit());
    }
    return property;
  }

  static Map<String, Object> type(Field.Type type) {
    return switch (type) {
      case TEXT -> Map.of("type", "string");
      case WHOLE -> Map.of("type", "integer");
      case NUMBER -> Map.of("type", "number");
      case FLAG -> Map.of("type", "boolean");
      case TEXTS -> Map.of("type", "array", "items", Map.of("type", "string"));
      case NUMBERS -> Map.of("type", "array", "items", Map.of("type", "number"));
    };
  }
}
