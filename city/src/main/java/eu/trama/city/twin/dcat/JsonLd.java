package eu.trama.city.twin.dcat;

import eu.trama.city.twin.Json;
import eu.trama.city.twin.dcat.Resource.Link;
import eu.trama.city.twin.dcat.Resource.Text;
import eu.trama.city.twin.dcat.Resource.Typed;
import eu.trama.city.twin.dcat.Resource.Value;
import eu.trama.city.twin.dcat.Resource.Within;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes a graph as JSON-LD 1.1, with its context in the document.
public final class JsonLd {

  public static final String MEDIA_TYPE = "application/ld+json";

  private JsonLd() {}

  public static String write(Graph graph) {
    var document = new LinkedHashMap<String, Object>();
    document.put("@context", Graph.PREFIXES);
    document.put("@graph", graph.resources().stream().map(JsonLd::object).toList());
    return Json.writeReadable(document) + "\n";
  }

  private static Map<String, Object> object(Resource resource) {
    var object = new LinkedHashMap<String, Object>();
    if (!resource.iri().isEmpty()) {
      object.put("@id", resource.iri());
    }
    if (!resource.types().isEmpty()) {
      object.put("@type", resource.types());
    }
    resource
        .statements()
        .forEach((predicate, values) ->
            object.put(predicate, values.stream().map(JsonLd::value).toList()));
    return object;
  }

  private static Map<String, Object> value(Value value) {
    return switch (value) {
      case Link(String iri) -> Map.of("@id", iri);
      case Text(String text, String language) ->
          language.isEmpty()
              ? Map.of("@value", text)
              : Map.of("@value", text, "@language", language);
      case Typed(String text, String type) -> Map.of("@value", text, "@type", type);
      case Within(Resource resource) -> object(resource);
    };
  }
}
