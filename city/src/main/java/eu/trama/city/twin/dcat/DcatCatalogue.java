package eu.trama.city.twin.dcat;

import eu.trama.city.web.Messages;
import eu.trama.city.web.Words;
import java.util.List;
import java.util.function.Function;

/// A catalogue in the terms of DCAT-AP 3, in pages of at most [#PAGE] datasets (Hydra partial
/// collections). It describes the layers and datasets of one city or of all.
///
/// @param iri absolute address of the catalogue
/// @param title in the language of the words
/// @param publisher who runs this server
public record DcatCatalogue(
    String iri,
    Function<Words, String> title,
    Function<Words, String> description,
    String publisher,
    List<CityEntries> cities) {

  /// Datasets of a page.
  public static final int PAGE = 100;

  private static final List<String> LANGUAGES = List.of("CAT", "SPA", "ENG", "ITA");
  private static final String LANGUAGE =
      "http://publications.europa.eu/resource/authority/language/";
  private static final String THEMES =
      "http://publications.europa.eu/resource/authority/data-theme";

  public int pages() {
    return Math.max(1, (entries() + PAGE - 1) / PAGE);
  }

  private int entries() {
    return cities.stream().mapToInt(CityEntries::size).sum();
  }

  /// @param page from 1
  /// @param file address of this form of the catalogue, to which `?page=` is added
  public Graph graph(Messages messages, int page, String file) {
    var graph = new Graph();
    var say = new Describing(graph, messages);
    Resource catalogue = graph.about(iri).type("dcat:Catalog");
    say.say(catalogue, "dct:title", title);
    say.say(catalogue, "dct:description", description);
    Describing.publisher(catalogue, publisher);
    LANGUAGES.forEach(
        tag -> say.link(catalogue, "dct:language", LANGUAGE + tag, "dct:LinguisticSystem"));
    say.link(catalogue, "dcat:themeTaxonomy", THEMES, "skos:ConceptScheme");
    graph.about(THEMES).text("dct:title", "Data theme", "en");
    say.link(catalogue, "foaf:homepage", iri, "foaf:Document");
    int from = (page - 1) * PAGE;
    for (CityEntries city : cities) {
      int size = city.size();
      city.describe(
          say, catalogue, Math.clamp(from, 0, size), Math.clamp((long) from + PAGE, 0, size));
      from -= size;
    }
    if (pages() > 1) {
      view(graph, catalogue, page, file);
    }
    return graph;
  }

  private void view(Graph graph, Resource catalogue, int page, String file) {
    catalogue.type("hydra:Collection");
    catalogue.typed("hydra:totalItems", String.valueOf(entries()), "xsd:integer");
    String at = file + "?page=";
    Resource view = graph.about(at + page).type("hydra:PartialCollectionView");
    catalogue.link("hydra:view", view.iri());
    view.link("hydra:first", at + 1);
    view.link("hydra:last", at + pages());
    if (page > 1) {
      view.link("hydra:previous", at + (page - 1));
    }
    if (page < pages()) {
      view.link("hydra:next", at + (page + 1));
    }
  }
}
