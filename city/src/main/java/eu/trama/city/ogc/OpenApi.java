package eu.trama.city.ogc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The description of a city's API (OpenAPI 3.0), put together from its parts. It names nothing
/// outside of itself.
public final class OpenApi {

  private final Map<String, String> tags = new LinkedHashMap<>();
  private final Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
  private final Map<String, Object> schemas = new TreeMap<>();
  private final Map<String, Object> parameters = new TreeMap<>();
  private final Map<String, Object> responses = new TreeMap<>();

  public OpenApi tag(String name, String description) {
    tags.put(name, description);
    return this;
  }

  /// @param path below the city's API, such as `/collections`
  public OpenApi get(String path, Operation operation) {
    return operation(path, "get", operation.document());
  }

  /// @param method in small letters, such as `post`
  /// @param document an Operation Object of OpenAPI 3.0
  public OpenApi operation(String path, String method, Map<String, Object> document) {
    Object before = paths.computeIfAbsent(path, p -> new TreeMap<>()).put(method, document);
    if (before != null) {
      throw new IllegalStateException("two parts describe " + method + " " + path);
    }
    return this;
  }

  /// A schema for `#/components/schemas/NAME`.
  public OpenApi schema(String name, Map<String, ?> schema) {
    schemas.put(name, schema);
    return this;
  }

  /// A parameter for `#/components/parameters/NAME`, which [Operation#taking] refers to.
  public OpenApi parameter(String name, Map<String, ?> parameter) {
    parameters.put(name, parameter);
    return this;
  }

  /// A response for `#/components/responses/NAME`.
  public OpenApi response(String name, Map<String, ?> response) {
    responses.put(name, response);
    return this;
  }

  /// A parameter of a query.
  public static Map<String, Object> query(String name, String description, Map<String, ?> schema) {
    var parameter = new LinkedHashMap<String, Object>();
    parameter.put("name", name);
    parameter.put("in", "query");
    parameter.put("description", description);
    parameter.put("required", false);
    parameter.put("schema", schema);
    parameter.put("style", "form");
    parameter.put("explode", false);
    return parameter;
  }

  /// A parameter that stands in the path.
  public static Map<String, Object> inPath(String name, String description, Map<String, ?> schema) {
    var parameter = new LinkedHashMap<String, Object>();
    parameter.put("name", name);
    parameter.put("in", "path");
    parameter.put("description", description);
    parameter.put("required", true);
    parameter.put("schema", schema);
    return parameter;
  }

  public static Map<String, Object> ref(String kind, String name) {
    return Map.of("$ref", "#/components/" + kind + "/" + name);
  }

  /// The paths with their operations by method, in the order they were described.
  public Map<String, Map<String, Object>> paths() {
    return paths;
  }

  /// The whole document.
  ///
  /// @param base absolute address of the API
  public Map<String, Object> document(String title, String description, String base) {
    var document = new LinkedHashMap<String, Object>();
    document.put("openapi", "3.0.3");
    document.put(
        "info",
        Map.of(
            "title",
            title,
            "description",
            description,
            "version",
            "1.0.0",
            "license",
            Map.of("name", "EUPL-1.2", "url", "https://eupl.eu/1.2/en/")));
    document.put("servers", List.of(Map.of("url", base)));
    document.put(
        "tags",
        tags.entrySet().stream()
            .map(tag -> Map.of("name", tag.getKey(), "description", tag.getValue()))
            .toList());
    document.put("paths", paths);
    document.put(
        "components", Map.of("schemas", schemas, "parameters", parameters, "responses", responses));
    return document;
  }
}
