package eu.trama.city.twin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Edits as JSON: `{"op":"add","layer":"stops","id":"x","geometry":{…},"properties":{…}}`, with
/// `op` one of `add`, `change` and `remove`.
public final class EditJson {

  private EditJson() {}

  public static Map<String, Object> write(Edit edit) {
    var object = new LinkedHashMap<String, Object>();
    switch (edit) {
      case Edit.Add(Feature feature) -> {
        object.put("op", "add");
        put(object, feature.layer(), feature.id(), feature.geometry(), feature.properties());
      }
      case Edit.Change(
              String layer,
              String id,
              @Nullable Geometry geometry,
              Properties properties) -> {
        object.put("op", "change");
        put(object, layer, id, geometry, properties);
      }
      case Edit.Remove(String layer, String id) -> {
        object.put("op", "remove");
        object.put("layer", layer);
        object.put("id", id);
      }
    }
    return object;
  }

  /// A step of a scenario file: an edit, or one with `where` (names and values of properties) in
  /// place of `id`, for all features that match; with `"optional": true` it may find none. Or
  /// `{"op":"frequency","where":{"mode":"tram"},"times":2}`, for lines of any city.
  ///
  /// @param place where the step stands, for findings
  /// @throws BadInput when it is not a step
  public static ScenarioStep readStep(JsonNode object, String place) {
    var where = new TreeMap<String, String>();
    object
        .path("where")
        .properties()
        .forEach(each -> where.put(each.getKey(), each.getValue().asString("")));
    if (object.path("op").asString("").equals("frequency")) {
      return new ScenarioStep.Often(where, times(object, place), place);
    }
    if (!object.path("where").isObject()) {
      return new ScenarioStep.Exact(read(object, place));
    }
    // What would be added or changed is read as an edit of any one feature.
    Edit any = read(((ObjectNode) object.deepCopy()).put("id", "each"), place);
    ScenarioStep.Each.@Nullable Other change =
        switch (any) {
          case Edit.Change(_, _, @Nullable Geometry geometry, Properties properties) ->
              new ScenarioStep.Each.Other(geometry, properties);
          case Edit.Remove _ -> null;
          case Edit.Add _ ->
              throw new BadInput(
                  Finding.error(
                      "edit-op", place, 0, "op", "add", "Use change or remove with where."));
        };
    return new ScenarioStep.Each(
        any.layer(), where, object.path("optional").asBoolean(false), change, place);
  }

  private static double times(JsonNode object, String place) {
    double times = object.path("times").asDouble(Double.NaN);
    if (!(times >= ScenarioStep.Often.LEAST && times <= ScenarioStep.Often.MOST)) {
      throw new BadInput(
          Finding.error(
              "edit-times",
              place,
              0,
              "times",
              object.path("times").toString(),
              "Give a number from 0.1 to 10; 2 is twice as often."));
    }
    return times;
  }

  /// @param place where the edit stands, for findings
  /// @throws BadInput when it is not an edit
  public static Edit read(JsonNode object, String place) {
    String layer = text(object, "layer", place);
    String id = text(object, "id", place);
    String op = text(object, "op", place);
    try {
      JsonNode shape = object.path("geometry");
      Geometry geometry = shape.isObject() ? GeoJson.read(shape) : null;
      Properties properties =
          object.path("properties").isObject()
              ? Json.properties(object.path("properties"))
              : Properties.NONE;
      return switch (op) {
        case "add" -> new Edit.Add(new Feature(layer, id, geometry, properties));
        case "change" -> new Edit.Change(layer, id, geometry, properties);
        case "remove" -> new Edit.Remove(layer, id);
        default ->
            throw new BadInput(
                Finding.error("edit-op", place, 0, "op", op, "Use add, change or remove."));
      };
    } catch (IllegalArgumentException e) {
      throw new BadInput(
          Finding.error(
              "edit-value", place, 0, id, String.valueOf(e.getMessage()), "Mend the value."));
    }
  }

  private static String text(JsonNode object, String name, String place) {
    JsonNode value = object.path(name);
    if (!value.isString() || value.asString().isBlank()) {
      throw new BadInput(
          Finding.error("edit-" + name, place, 0, name, value.toString(), "Give a text here."));
    }
    return value.asString();
  }

  private static void put(
      Map<String, Object> object,
      String layer,
      String id,
      @Nullable Geometry geometry,
      Properties properties) {
    object.put("layer", layer);
    object.put("id", id);
    if (geometry != null) {
      object.put("geometry", GeoJson.write(geometry));
    }
    object.put("properties", properties.values());
  }
}
