package eu.trama.city.twin.dcat;

import eu.trama.city.twin.dcat.Resource.Link;
import eu.trama.city.twin.dcat.Resource.Text;
import eu.trama.city.twin.dcat.Resource.Typed;
import eu.trama.city.twin.dcat.Resource.Value;
import eu.trama.city.twin.dcat.Resource.Within;
import java.util.List;
import java.util.Map;

/// Writes a graph as RDF 1.1 Turtle.
public final class Turtle {

  public static final String MEDIA_TYPE = "text/turtle";

  private final StringBuilder out = new StringBuilder();

  private Turtle() {}

  public static String write(Graph graph) {
    var turtle = new Turtle();
    Graph.PREFIXES.forEach(
        (prefix, iri) -> turtle.out.append("@prefix %s: <%s> .\n".formatted(prefix, iri)));
    for (Resource resource : graph.resources()) {
      turtle.out.append('\n').append(iri(resource.iri()));
      turtle.statements(resource, "\n  ");
      turtle.out.append(" .\n");
    }
    return turtle.out.toString();
  }

  private void statements(Resource resource, String indent) {
    String between = indent;
    if (!resource.types().isEmpty()) {
      out.append(between).append("a ").append(String.join(", ", resource.types()));
      between = " ;" + indent;
    }
    for (Map.Entry<String, List<Value>> said : resource.statements().entrySet()) {
      out.append(between).append(said.getKey());
      String comma = " ";
      for (Value value : said.getValue()) {
        out.append(comma);
        value(value, indent + "  ");
        comma = ", ";
      }
      between = " ;" + indent;
    }
  }

  private void value(Value value, String indent) {
    switch (value) {
      case Link(String to) -> out.append(iri(to));
      case Text(String text, String language) ->
          out.append(quoted(text)).append(language.isEmpty() ? "" : "@" + language);
      case Typed(String text, String type) -> out.append(quoted(text)).append("^^").append(type);
      case Within(Resource resource) -> {
        out.append('[');
        statements(resource, indent);
        out.append(" ]");
      }
    }
  }

  /// An address between angle brackets; what may not stand there is percent-encoded.
  private static String iri(String iri) {
    var text = new StringBuilder("<");
    for (int i = 0; i < iri.length(); i++) {
      char c = iri.charAt(i);
      if (c <= ' ' || "<>\"{}|^`\\".indexOf(c) >= 0) {
        text.append('%').append("%02X".formatted((int) c));
      } else {
        text.append(c);
      }
    }
    return text.append('>').toString();
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (c < ' ') {
            quoted.append("\\u%04X".formatted((int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
