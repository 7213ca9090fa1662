package eu.trama.city.ogc.features;

import eu.trama.city.ogc.OpenApi;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The schemas of collections and features, for the description of the API.
final class FeatureSchemas {

  private static final Map<String, Object> TEXT = Map.of("type", "string");
  private static final Map<String, Object> NUMBER = Map.of("type", "number");
  private static final Map<String, Object> COUNT = Map.of("type", "integer", "minimum", 0);
  private static final Map<String, Object> LINKS = OpenApi.ref("schemas", "links");

  private FeatureSchemas() {}

  static void describe(OpenApi api) {
    api.schema("collections", collections());
    api.schema("collection", collection());
    api.schema("extent", extent());
    api.schema("featureCollection", featureCollection());
    api.schema("feature", feature());
    api.schema("geometry", geometry());
  }

  private static Map<String, Object> collections() {
    return object(
        List.of("links", "collections"),
        "links",
        LINKS,
        "collections",
        list(OpenApi.ref("schemas", "collection")));
  }

  private static Map<String, Object> collection() {
    return object(
        List.of("id", "links"),
        "id",
        TEXT,
        "title",
        TEXT,
        "description",
        TEXT,
        "extent",
        OpenApi.ref("schemas", "extent"),
        "itemType",
        Map.of("type", "string", "default", "feature"),
        "crs",
        list(TEXT),
        "storageCrs",
        Map.of("type", "string", "format", "uri"),
        "links",
        LINKS);
  }

  private static Map<String, Object> extent() {
    Map<String, Object> instant = Map.of("type", "string", "format", "date-time", "nullable", true);
    return object(
        List.of(),
        "spatial",
        object(List.of(), "bbox", list(list(NUMBER)), "crs", TEXT),
        "temporal",
        object(List.of(), "interval", list(list(instant)), "trs", TEXT));
  }

  private static Map<String, Object> featureCollection() {
    return object(
        List.of("type", "features"),
        "type",
        only("FeatureCollection"),
        "features",
        list(OpenApi.ref("schemas", "feature")),
        "links",
        LINKS,
        "timeStamp",
        Map.of("type", "string", "format", "date-time"),
        "numberMatched",
        COUNT,
        "numberReturned",
        COUNT);
  }

  private static Map<String, Object> feature() {
    return object(
        List.of("type", "geometry", "properties"),
        "type",
        only("Feature"),
        "id",
        TEXT,
        "geometry",
        OpenApi.ref("schemas", "geometry"),
        "properties",
        Map.of("type", "object", "nullable", true),
        "time",
        object(List.of(), "interval", list(TEXT)),
        "links",
        LINKS);
  }

  private static Map<String, Object> geometry() {
    var geometry =
        new LinkedHashMap<>(
            object(
                List.of("type", "coordinates"),
                "type",
                Map.of(
                    "type",
                    "string",
                    "enum",
                    List.of(
                        "Point",
                        "MultiPoint",
                        "LineString",
                        "MultiLineString",
                        "Polygon",
                        "MultiPolygon")),
                "coordinates",
                Map.of("type", "array", "items", Map.of())));
    geometry.put("nullable", true);
    return geometry;
  }

  private static Map<String, Object> only(String value) {
    return Map.of("type", "string", "enum", List.of(value));
  }

  private static Map<String, Object> list(Map<String, Object> of) {
    return Map.of("type", "array", "items", of);
  }

  /// @param members names and schemas by turns
  private static Map<String, Object> object(List<String> required, Object... members) {
    var properties = new LinkedHashMap<String, Object>();
    for (int i = 0; i < members.length; i += 2) {
      properties.put((String) members[i], members[i + 1]);
    }
    var object = new LinkedHashMap<String, Object>();
    object.put("type", "object");
    if (!required.isEmpty()) {
      object.put("required", required);
    }
    object.put("properties", properties);
    return object;
  }
}
