package eu.trama.city.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What one method of one path does, for [OpenApi]. Every operation takes `f` and `lang`, and may
/// answer with the problems 400, 404, 406 and 500.
///
/// @param id unique in the API, such as `getCollections`
/// @param parameters references to shared parameters, or Parameter Objects
/// @param content by media type, what it answers when all is well
/// @param empty what it means when there is nothing to answer; empty where that does not happen
public record Operation(
    String id,
    String tag,
    String summary,
    List<Map<String, Object>> parameters,
    Map<String, Object> content,
    String meaning,
    String empty) {

  private static final List<String> PROBLEMS = List.of("400", "404", "406", "500");

  public static Operation of(String id, String tag, String summary) {
    return new Operation(id, tag, summary, List.of(), Map.of(), summary, "");
  }

  /// With parameters that [OpenApi#parameter] has, by name.
  public Operation taking(String... names) {
    var all = new ArrayList<>(parameters);
    for (String name : names) {
      all.add(OpenApi.ref("parameters", name));
    }
    return new Operation(id, tag, summary, all, content, meaning, empty);
  }

  /// With a parameter of its own.
  public Operation taking(Map<String, Object> parameter) {
    var all = new ArrayList<>(parameters);
    all.add(parameter);
    return new Operation(id, tag, summary, all, content, meaning, empty);
  }

  /// Answers with a document that the schema of that name describes.
  public Operation answering(Media media, String schema, String means) {
    return answering(media, OpenApi.ref("schemas", schema), means);
  }

  /// Likewise, with a schema of its own.
  public Operation answering(Media media, Map<String, ?> schema, String means) {
    var all = new LinkedHashMap<>(content);
    all.put(media.type().toString(), Map.of("schema", schema));
    return new Operation(id, tag, summary, parameters, all, means, empty);
  }

  /// Answers with a page, too.
  public Operation orPage() {
    return answering(Media.HTML, Map.of("type", "string"), meaning);
  }

  /// Answers 204 where there is nothing.
  public Operation orEmpty(String means) {
    return new Operation(id, tag, summary, parameters, content, meaning, means);
  }

  Map<String, Object> document() {
    var document = new LinkedHashMap<String, Object>();
    document.put("operationId", id);
    document.put("tags", List.of(tag));
    document.put("summary", summary);
    document.put("parameters", taking("f", "lang").parameters());
    var responses = new LinkedHashMap<String, Object>();
    responses.put("200", Map.of("description", meaning, "content", content));
    if (!empty.isEmpty()) {
      responses.put("204", Map.of("description", empty));
    }
    responses.put("304", Map.of("description", "Not changed since the tag in If-None-Match"));
    PROBLEMS.forEach(status -> responses.put(status, OpenApi.ref("responses", "problem")));
    document.put("responses", responses);
    return document;
  }
}
