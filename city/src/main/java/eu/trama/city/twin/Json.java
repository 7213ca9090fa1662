package eu.trama.city.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The one way in which the twin writes and reads JSON: names in order, no space, numbers as
/// [Properties] normalises them. What was written twice from equal values is equal byte for byte,
/// so it can be hashed.
public final class Json {

  private static final int DEEPEST = 64;
  private static final int LONGEST_TEXT = 10_000_000;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(LONGEST_TEXT)
                          .build())
                  .build())
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private Json() {}

  public static JsonMapper mapper() {
    return MAPPER;
  }

  public static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  public static String writeReadable(Object value) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
  }

  /// Reads JSON that this program wrote.
  public static JsonNode read(String text) {
    return MAPPER.readTree(text);
  }

  /// Reads JSON from outside.
  ///
  /// @param name what to call it in a finding
  /// @throws BadInput when it is not JSON
  public static JsonNode readOutside(String text, String name) {
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException e) {
      var place = e.getLocation();
      throw new BadInput(
          Finding.error(
              "json-syntax",
              name,
              place == null ? 0 : Math.max(0, place.getLineNr()),
              "",
              e.getOriginalMessage(),
              "Give well-formed JSON."));
    }
  }

  /// The properties in a JSON object. Nulls are left out; objects are not properties.
  ///
  /// @throws IllegalArgumentException when a value is an object or a list holds one
  public static Properties properties(JsonNode object) {
    var values = new TreeMap<String, Object>();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      if (!entry.getValue().isNull()) {
        values.put(entry.getKey(), value(entry.getKey(), entry.getValue()));
      }
    }
    return new Properties(values);
  }

  private static Object value(String name, JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> node.asString();
      case BOOLEAN -> node.asBoolean();
      case NUMBER -> number(node);
      case ARRAY -> list(name, node);
      default ->
          throw new IllegalArgumentException(
              "property " + name + " must be text, number, true, false or a list of these");
    };
  }

  private static Object number(JsonNode node) {
    // Not a conditional expression: that would turn the whole number into a floating one.
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return node.asLong();
    }
    return node.asDouble();
  }

  private static List<Object> list(String name, JsonNode array) {
    var list = new ArrayList<Object>(array.size());
    for (JsonNode each : array) {
      list.add(value(name, each));
    }
    return list;
  }
}
