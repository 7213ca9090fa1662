package eu.trama.city.twin.dcat;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.CityServer;
import eu.trama.city.store.TestStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/// The catalogues of a server with its two packs, as a harvester reads them.
@SpringBootTest(
    classes = CityServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestStore.class)
class DcatCatalogueTest {

  private static final Shapes SHAPES = Shapes.parse(RDFDataMgr.loadGraph("dcat/dcat-ap-3.ttl"));

  @LocalServerPort private int port;
  private final HttpClient client = HttpClient.newHttpClient();

  private String root() {
    return "http://127.0.0.1:" + port;
  }

  private HttpResponse<String> get(String path, String accept)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(root() + path)).header("Accept", accept);
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private Model model(String path, Lang lang) throws IOException, InterruptedException {
    var answer = get(path, "*/*");
    assertThat(answer.statusCode()).isEqualTo(200);
    return RDFParser.fromString(answer.body(), lang).toModel();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/catalogue", "/barcelona/catalogue", "/bologna/catalogue"})
  void keepsTheConstraintsOfDcatAp(String path) throws IOException, InterruptedException {
    Model model = model(path + ".ttl", Lang.TURTLE);
    var report = ShaclValidator.get().validate(SHAPES, model.getGraph());
    assertThat(report.getEntries()).isEmpty();
    assertThat(
            model.contains(ResourceFactory.createResource(root() + path), RDF.type, DCAT.Catalog))
        .isTrue();
  }

  /// The shapes would notice: each mandatory statement taken away is told.
  @Test
  void theConstraintsNoticeWhatIsMissing() throws IOException, InterruptedException {
    for (var property :
        new org.apache.jena.rdf.model.Property[] {
          DCTerms.title, DCTerms.description, DCAT.accessURL, DCAT.endpointURL
        }) {
      Model model = model("/barcelona/catalogue.ttl", Lang.TURTLE);
      model.removeAll(null, property, null);
      assertThat(ShaclValidator.get().conforms(SHAPES, model.getGraph())).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/catalogue", "/barcelona/catalogue"})
  void bothFormsAreTheSameGraph(String path) throws IOException, InterruptedException {
    Model turtle = model(path + ".ttl", Lang.TURTLE);
    Model jsonLd = model(path + ".jsonld", Lang.JSONLD);
    assertThat(turtle.isIsomorphicWith(jsonLd)).isTrue();
  }

  @Test
  void aLayerIsADatasetWithItsFiles() throws IOException, InterruptedException {
    Model model = model("/barcelona/catalogue.ttl", Lang.TURTLE);
    var stops = model.createResource(root() + "/barcelona/layers/stops");
    assertThat(model.getProperty(stops, DCTerms.title, "ca").getString())
        .isEqualTo("Parades, Barcelona");
    assertThat(model.listObjectsOfProperty(stops, DCAT.distribution).toList()).hasSize(4);
    for (var url : model.listObjectsOfProperty(DCAT.downloadURL).toList()) {
      var file =
          client.send(
              HttpRequest.newBuilder(URI.create(url.asResource().getURI()))
                  .method("HEAD", HttpRequest.BodyPublishers.noBody())
                  .build(),
              BodyHandlers.discarding());
      assertThat(file.statusCode()).as(url.toString()).isEqualTo(200);
    }
  }

  @Test
  void everySourceIsDescribed() throws IOException, InterruptedException {
    Model model = model("/catalogue.ttl", Lang.TURTLE);
    assertThat(model.listObjectsOfProperty(DCTerms.source).toList())
        .isNotEmpty()
        .allMatch(source -> model.contains(source.asResource(), DCTerms.title));
    assertThat(model.listObjectsOfProperty(DCTerms.license).toList())
        .contains(model.createResource("https://creativecommons.org/licenses/by/4.0/"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/turtle | text/turtle",
        "application/ld+json | application/ld+json",
        "application/json | application/ld+json",
        "text/html | text/html",
        "*/* | text/html",
        "text/turtle;q=0.5, application/ld+json | application/ld+json",
        "text/html,application/xhtml+xml,*/*;q=0.8 | text/html",
        "nonsense | text/html"
      })
  void anAnswerComesInTheFormThatIsLiked(String accept, String type)
      throws IOException, InterruptedException {
    for (String path : new String[] {"/catalogue", "/barcelona/catalogue"}) {
      var answer = get(path, accept);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    }
  }

  @Test
  void aPageThatIsNotThereIsRefused() throws IOException, InterruptedException {
    assertThat(get("/barcelona/catalogue.ttl?page=99", "*/*").statusCode()).isEqualTo(400);
    assertThat(get("/barcelona/catalogue.ttl?page=0", "*/*").statusCode()).isEqualTo(400);
    assertThat(get("/atlantis/catalogue.ttl", "*/*").statusCode()).isEqualTo(404);
  }
}
