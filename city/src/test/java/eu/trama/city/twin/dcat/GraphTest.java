package eu.trama.city.twin.dcat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;

/// Apache Jena reads both ways of writing a graph, and finds the same in them.
class GraphTest {

  private static final String UNPLEASANT = "\"\\\n\r\t\u0001<>{}@^#'éç·\ud83d\ude8b [;] .";

  private static Model parsed(String text, Lang lang) {
    return RDFParser.fromString(text, lang).toModel();
  }

  @Test
  void bothFormsSayTheSame() {
    var random = new Random(20260301);
    for (int round = 0; round < 200; round++) {
      var graph = new Graph();
      for (int i = 0; i < 5; i++) {
        fill(graph.about("https://x.test/" + random.nextInt(4)).type("dcat:Dataset"), random, 0);
      }
      Model turtle = parsed(Turtle.write(graph), Lang.TURTLE);
      Model jsonLd = parsed(JsonLd.write(graph), Lang.JSONLD);
      assertThat(turtle.size()).isPositive();
      assertThat(turtle.isIsomorphicWith(jsonLd)).as(Turtle.write(graph)).isTrue();
    }
  }

  private static void fill(Resource resource, Random random, int depth) {
    for (int i = random.nextInt(5); i >= 0; i--) {
      switch (random.nextInt(depth < 2 ? 5 : 4)) {
        case 0 -> resource.text("dct:title", piece(random), random.nextBoolean() ? "ca" : "en");
        case 1 -> resource.text("dct:description", piece(random));
        case 2 -> resource.typed("dct:issued", "20" + (10 + random.nextInt(80)), "xsd:gYear");
        case 3 -> resource.link("dct:source", "https://x.test/a%20b?c=" + random.nextInt(9));
        default -> {
          var within = Resource.unnamed("foaf:Agent");
          fill(within, random, depth + 1);
          resource.within("dct:publisher", within);
        }
      }
    }
  }

  private static String piece(Random random) {
    int at = random.nextInt(UNPLEASANT.length());
    String text = UNPLEASANT.substring(at);
    return Character.isLowSurrogate(text.charAt(0)) ? text.substring(1) : text;
  }

  @Test
  void whatIsReadIsWhatWasSaid() {
    var graph = new Graph();
    graph.about("https://x.test/a").type("dcat:Catalog").text("dct:title", UNPLEASANT, "en");
    Model model = parsed(Turtle.write(graph), Lang.TURTLE);
    assertThat(
            model
                .getProperty(
                    model.createResource("https://x.test/a"),
                    model.createProperty("http://purl.org/dc/terms/title"))
                .getString())
        .isEqualTo(UNPLEASANT);
  }
}
