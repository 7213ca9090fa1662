package eu.trama.city.ogc.processes;

import eu.trama.city.ogc.Problem;
import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.References;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The values of the inputs of one request, in the three ways in which the standard has them given
/// (18-062r2, `inlineOrRefData.yaml`): as they are, qualified as in `{"value": …}`, or by their
/// address as in `{"href": …}`.
final class InputValues {

  private static final int MOST_REFERENCES = 4;
  private static final Set<String> QUALIFIERS = Set.of("value", "mediaType", "encoding", "schema");
  private static final Set<String> LINK = Set.of("href", "rel", "type", "hreflang", "title");

  private final References references;
  private int fetched;

  InputValues(References references) {
    this.references = references;
  }

  static boolean byReference(JsonNode given) {
    return given.isObject() && given.has("href");
  }

  static boolean qualified(JsonNode given) {
    return given.isObject() && given.has("value");
  }

  /// @param types media types that the input takes, the usual one first
  /// @throws Problem 400 where it is given in a way that is not known
  JsonNode read(String name, JsonNode given, List<String> types) {
    if (byReference(given)) {
      checkMembers(name, given, LINK);
      checkType(name, given.path("type").asString("application/json"), types);
      return fetch(name, given.path("href").asString(""));
    }
    if (!qualified(given)) {
      return given;
    }
    checkMembers(name, given, QUALIFIERS);
    checkType(name, given.path("mediaType").asString(types.getFirst()), types);
    if (given.has("encoding") && !encodings(types).contains(given.path("encoding").asString(""))) {
      throw ExecuteDocument.bad(
          "Input ‘" + name + "’ has an encoding that is not known; there are: " + encodings(types));
    }
    return given.path("value");
  }

  private static List<String> encodings(List<String> types) {
    return types.getFirst().startsWith("image/") ? List.of("base64", "binary") : List.of();
  }

  private static void checkMembers(String name, JsonNode given, Set<String> known) {
    var members = new HashSet<String>();
    given.properties().forEach(member -> members.add(member.getKey()));
    members.removeAll(known);
    if (!members.isEmpty()) {
      throw ExecuteDocument.bad(
          "Input ‘"
              + name
              + "’ is qualified by something unknown: "
              + members.stream().sorted().toList()
              + ".");
    }
  }

  private static void checkType(String name, String type, List<String> types) {
    if (types.stream().noneMatch(type::startsWith)) {
      throw ExecuteDocument.bad(
          "Input ‘" + name + "’ is not taken as " + type + ", but as: " + types + ".");
    }
  }

  private JsonNode fetch(String name, String address) {
    fetched++;
    if (fetched > MOST_REFERENCES) {
      throw ExecuteDocument.bad(
          "Give at most " + MOST_REFERENCES + " inputs by reference, the others as they are.");
    }
    try {
      return references.read(address);
    } catch (BadInput e) {
      throw ExecuteDocument.bad(
          "Input ‘" + name + "’ cannot be fetched: " + e.findings().getFirst());
    }
  }
}
