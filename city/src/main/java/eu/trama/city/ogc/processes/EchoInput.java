package eu.trama.city.ogc.processes;

import eu.trama.city.ogc.Media;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What the echo takes: one input of each kind that the standard knows, in the order in which it
/// describes them. All but the pause are given back under the same name.
enum EchoInput {
  TEXT(1, "application/json text/plain"),
  NUMBER(1, "application/json"),
  FLAG(1, "application/json"),
  NUMBERS(1, "application/json"),
  WORDS(10, "application/json"),
  BOX(1, "application/json"),
  DOCUMENT(1, "application/json application/geo+json application/xml text/xml"),
  PICTURE(1, "image/png"),
  PAUSE(1, "application/json");

  /// Longest pause in seconds.
  static final int LONGEST = 10;

  private static final int LONGEST_TEXT = 10_000;
  private static final int LONGEST_PICTURE = 50_000;
  private static final int MOST_NUMBERS = 1_000;
  private static final Media PNG = Media.of("png", "image/png");

  private final int mostOften;

  /// With a space between, since what an enum holds does not change.
  private final String types;

  EchoInput(int mostOften, String types) {
    this.mostOften = mostOften;
    this.types = types;
  }

  static Optional<EchoInput> of(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }

  static List<String> ids() {
    return Arrays.stream(values()).map(EchoInput::id).toList();
  }

  static List<String> outputs() {
    return ids().stream().filter(id -> !id.equals(PAUSE.id())).toList();
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  int mostOften() {
    return mostOften;
  }

  List<String> types() {
    return List.of(types.split(" ", -1));
  }

  /// The media type of outputs that are bytes.
  static Map<String, Media> bytes() {
    return Map.of(PICTURE.id(), PNG);
  }

  /// @param value one of those that are given
  boolean admits(JsonNode value) {
    return switch (this) {
      case TEXT, WORDS -> value.isString() && value.asString().length() <= LONGEST_TEXT;
      case NUMBER -> value.isNumber();
      case FLAG -> value.isBoolean();
      case NUMBERS ->
          value.isArray()
              && value.size() <= MOST_NUMBERS
              && value.values().stream().allMatch(JsonNode::isIntegralNumber);
      case BOX -> isBox(value);
      case DOCUMENT ->
          value.isObject() || (value.isString() && value.asString().length() <= LONGEST_TEXT);
      case PICTURE -> value.isString() && isBase64(value.asString());
      case PAUSE -> value.isIntegralNumber() && value.asLong() >= 0 && value.asLong() <= LONGEST;
    };
  }

  private static boolean isBox(JsonNode value) {
    JsonNode numbers = value.path("bbox");
    return numbers.isArray()
        && List.of(4, 6).contains(numbers.size())
        && numbers.values().stream().allMatch(JsonNode::isNumber)
        && (!value.has("crs") || value.path("crs").isString())
        && value.size() <= 2;
  }

  private static boolean isBase64(String text) {
    try {
      return text.length() <= LONGEST_PICTURE && Base64.getDecoder().decode(text).length > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /// In the words of `schema.yaml`.
  Map<String, Object> schema() {
    return switch (this) {
      case TEXT, WORDS -> schema("string", Map.of("maxLength", LONGEST_TEXT));
      case NUMBER -> schema("number", Map.of());
      case FLAG -> schema("boolean", Map.of());
      case NUMBERS ->
          schema("array", Map.of("items", Map.of("type", "integer"), "maxItems", MOST_NUMBERS));
      case BOX -> Map.of("allOf", List.of(Map.of("format", "ogc-bbox"), box()));
      case DOCUMENT ->
          Map.of(
              "oneOf",
              List.of(
                  schema("object", Map.of()),
                  schema(
                      "string",
                      Map.of("contentMediaType", "application/xml", "maxLength", LONGEST_TEXT))));
      case PICTURE ->
          schema(
              "string",
              Map.of(
                  "contentMediaType",
                  "image/png",
                  "contentEncoding",
                  "binary",
                  "maxLength",
                  LONGEST_PICTURE));
      case PAUSE -> schema("integer", Map.of("minimum", 0, "maximum", LONGEST, "default", 0));
    };
  }

  /// The format stands in every part, since the official suite looks for it there.
  private static Map<String, Object> box() {
    var numbers = schema("array", Map.of("items", Map.of("type", "number")));
    numbers.put("minItems", 4);
    numbers.put("maxItems", 6);
    var box = schema("object", Map.of());
    box.put("format", "ogc-bbox");
    box.put("required", List.of("bbox"));
    box.put(
        "properties", Map.of("bbox", numbers, "crs", Map.of("type", "string", "format", "uri")));
    return box;
  }

  private static Map<String, Object> schema(String type, Map<String, Object> more) {
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", type);
    schema.putAll(more);
    return schema;
  }
}
