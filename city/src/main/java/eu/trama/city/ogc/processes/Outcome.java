package eu.trama.city.ogc.processes;

import eu.trama.city.ogc.Asked;
import eu.trama.city.ogc.Media;
import eu.trama.city.twin.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;
import tools.jackson.databind.JsonNode;

/// What came of a process: the wanted outputs by their ids, told raw or in a document (18-062r2,
/// sections 7.11.4 and 7.13).
///
/// @param raw whether outputs are wanted as they are
/// @param values by id of output
/// @param types media types of those that are not JSON but bytes, given in base 64
record Outcome(boolean raw, Map<String, JsonNode> values, Map<String, Media> types) {

  private static final Media RELATED = Media.of("multipart", "multipart/related");

  /// Raw outputs come each as it is, several as parts of one answer. Who takes nothing but JSON has
  /// several of them as a document: that is the one form in which JSON can hold them.
  @Nullable View tell(Asked asked, String boundary) throws IOException {
    if (!raw) {
      return asked.answer(asked.choose(Media.JSON), document());
    }
    if (values.size() != 1) {
      return asked.choose(RELATED, Media.JSON).equals(RELATED)
          ? related(asked, boundary)
          : asked.answer(Media.JSON, document());
    }
    Map.Entry<String, JsonNode> only = values.entrySet().iterator().next();
    Media media = types.getOrDefault(only.getKey(), Media.JSON);
    if (media.equals(Media.JSON) || asked.choose(media, Media.JSON).equals(Media.JSON)) {
      return asked.answer(asked.choose(Media.JSON), json(only.getValue()));
    }
    return asked.answer(media, Base64.getDecoder().decode(only.getValue().asString()));
  }

  /// As `results.yaml` has it: an object is told apart from a link or a box by standing in `value`.
  private Map<String, Object> document() {
    var document = new LinkedHashMap<String, Object>();
    values.forEach((id, value) -> {
      boolean plain = !value.isObject() || value.has("bbox");
      document.put(id, plain ? value : Map.of("value", value));
    });
    return document;
  }

  /// Several raw values, each a part (RFC 2387) named by its output.
  private @Nullable View related(Asked asked, String boundary) throws IOException {
    var text = new StringBuilder();
    values.forEach((id, value) -> {
      Media media = types.getOrDefault(id, Media.JSON);
      boolean bytes = types.containsKey(id);
      text.append("--").append(boundary);
      text.append("\r\nContent-Type: ").append(media.type());
      text.append("\r\nContent-ID: <").append(id).append('>');
      text.append(bytes ? "\r\nContent-Transfer-Encoding: base64" : "");
      text.append("\r\n\r\n").append(bytes ? value.asString() : Json.write(value)).append("\r\n");
    });
    text.append("--").append(boundary).append("--\r\n");
    var media =
        Media.of(
            "multipart",
            "multipart/related;boundary=\"" + boundary + "\";type=\"application/json\"");
    return asked.answer(media, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] json(JsonNode value) {
    return Json.write(value).getBytes(StandardCharsets.UTF_8);
  }
}
