package eu.trama.city.twin.dcat;

import eu.trama.city.twin.Provenance;
import eu.trama.city.web.Language;
import eu.trama.city.web.Messages;
import eu.trama.city.web.Words;
import java.util.function.Function;

/// What several kinds of entry say alike.
final class Describing {

  private final Graph graph;
  private final Messages messages;

  Describing(Graph graph, Messages messages) {
    this.graph = graph;
    this.messages = messages;
  }

  Graph graph() {
    return graph;
  }

  /// Says it in every language.
  void say(Resource resource, String predicate, Function<Words, String> sentence) {
    for (Language language : Language.values()) {
      resource.text(predicate, sentence.apply(messages.in(language)), language.tag());
    }
  }

  /// Links to a thing of somebody else, and says what kind of thing it is.
  void link(Resource resource, String predicate, String iri, String type) {
    resource.link(predicate, iri);
    graph.about(iri).type(type);
  }

  static void publisher(Resource resource, String name) {
    if (!name.isBlank()) {
      resource.within("dct:publisher", Resource.unnamed("foaf:Agent").text("foaf:name", name));
    }
  }

  /// The licence by its address, where it has one.
  void licence(Resource resource, String words) {
    Licences.iri(words).ifPresent(iri -> link(resource, "dct:license", iri, "dct:LicenseDocument"));
  }

  void rights(Resource resource, String words) {
    if (!words.isBlank()) {
      resource.within(
          "dct:rights", Resource.unnamed("dct:RightsStatement").text("rdfs:label", words));
    }
  }

  /// Where a publisher has what it published, under which terms.
  void published(Resource dataset, Provenance from) {
    publisher(dataset, from.publisher());
    date(dataset, from.published());
    if (Web.isAddress(from.url())) {
      link(dataset, "dcat:landingPage", from.url(), "foaf:Document");
      Resource distribution = graph.about(dataset.iri() + "-original").type("dcat:Distribution");
      dataset.link("dcat:distribution", distribution.iri());
      link(distribution, "dcat:accessURL", from.url(), "rdfs:Resource");
      licence(distribution, from.licence());
      rights(distribution, from.licence());
    } else {
      rights(dataset, from.licence());
    }
  }

  /// The date as the publisher wrote it, where it is one.
  private static void date(Resource dataset, String written) {
    String type =
        switch (written.length()) {
          case 4 -> written.matches("\\d{4}") ? "xsd:gYear" : "";
          case 7 -> written.matches("\\d{4}-(0[1-9]|1[0-2])") ? "xsd:gYearMonth" : "";
          case 10 ->
              written.matches("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])") ? "xsd:date" : "";
          default -> "";
        };
    if (!type.isEmpty()) {
      dataset.typed("dct:issued", written, type);
    }
  }
}
