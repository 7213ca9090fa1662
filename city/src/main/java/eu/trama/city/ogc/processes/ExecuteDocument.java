package eu.trama.city.ogc.processes;

import eu.trama.city.ogc.Asked;
import eu.trama.city.ogc.Problem;
import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/// An execute request as it was sent (18-062r2, section 7.11.2), whatever the process.
///
/// @param inputs as they were given: inline, qualified or by reference
/// @param outputs those that are wanted, with their form
/// @param raw whether results are wanted as they are, which is what the standard takes where
///   nothing is said
record ExecuteDocument(Map<String, JsonNode> inputs, Map<String, JsonNode> outputs, boolean raw) {

  private static final int MOST_BYTES = 1 << 20;

  /// @throws Problem 400 where it is not such a request, 413 where it is too large, 415 where it is
  ///   not JSON
  static ExecuteDocument read(Asked asked) throws IOException {
    JsonNode request;
    try {
      request = Json.readOutside(body(asked), "request");
    } catch (BadInput e) {
      throw bad(e.findings().getFirst().toString());
    }
    if (!request.isObject()) {
      throw bad("The request is not a JSON object.");
    }
    return new ExecuteDocument(object(request, "inputs"), object(request, "outputs"), raw(request));
  }

  private static String body(Asked asked) throws IOException {
    String type = asked.request().getContentType();
    if (type == null || !isJson(type)) {
      throw new Problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send application/json.");
    }
    byte[] body = asked.request().getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw new Problem(HttpStatus.CONTENT_TOO_LARGE, "A request has at most 1 MiB.");
    }
    return new String(body, StandardCharsets.UTF_8);
  }

  private static boolean isJson(String type) {
    try {
      return MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(type));
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  private static Map<String, JsonNode> object(JsonNode request, String name) {
    JsonNode object = request.path(name);
    if (!object.isMissingNode() && !object.isNull() && !object.isObject()) {
      throw bad("‘" + name + "’ is not a JSON object.");
    }
    var members = new LinkedHashMap<String, JsonNode>();
    object.properties().forEach(each -> members.put(each.getKey(), each.getValue()));
    return members;
  }

  private static boolean raw(JsonNode request) {
    String response = request.path("response").asString("raw");
    if (!List.of("raw", "document").contains(response)) {
      throw bad("‘response’ is neither raw nor document.");
    }
    return response.equals("raw");
  }

  /// The outputs that are wanted, all where none is named.
  ///
  /// @param known ids of all that the process has
  /// @throws Problem 400 where one is not known, or wanted in a form that it does not have
  List<String> wanted(List<String> known) {
    var wanted = new ArrayList<String>();
    outputs.forEach((id, form) -> {
      if (!known.contains(id)) {
        throw bad("There is no output ‘" + id + "’; there are: " + known + ".");
      }
      if (!form.path("transmissionMode").asString("value").equals("value")) {
        throw bad("Output ‘" + id + "’ is given by value only.");
      }
      if (form.path("format").has("mediaType")
          && !form.path("format").path("mediaType").asString("").startsWith("application/json")) {
        throw bad("Output ‘" + id + "’ is given as application/json only.");
      }
      wanted.add(id);
    });
    return wanted.isEmpty() ? known : List.copyOf(wanted);
  }

  static Problem bad(String detail) {
    return new Problem(HttpStatus.BAD_REQUEST, detail);
  }
}
