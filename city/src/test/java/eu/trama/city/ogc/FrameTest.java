package eu.trama.city.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.CityServer;
import eu.trama.city.store.TestStore;
import eu.trama.city.twin.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

/// What every path of the API has in common.
@SpringBootTest(
    classes = CityServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestStore.class)
class FrameTest {

  @LocalServerPort private int port;
  private ApiClient api = new ApiClient(0, "");

  @BeforeEach
  void client() {
    api = new ApiClient(port, "barcelona");
  }

  @Test
  void everyLinkOfTheLandingPageLeadsSomewhere() {
    JsonNode landing = api.json("");
    assertThat(landing.path("links").size()).isGreaterThan(3);
    for (JsonNode link : landing.path("links")) {
      if (link.path("templated").asBoolean(false)) {
        continue;
      }
      var answer = api.get(link.path("href").asString());
      assertThat(answer.statusCode()).as("%s", link).isEqualTo(200);
      String type = link.path("type").asString().replaceAll(";.*", "");
      assertThat(ApiClient.header(answer, "Content-Type")).startsWith(type);
    }
  }

  @Test
  void theDescriptionNamesNothingOutsideOfItself() {
    var answer = api.get("/api");
    assertThat(ApiClient.header(answer, "Content-Type"))
        .isEqualTo("application/vnd.oai.openapi+json;version=3.0");
    JsonNode document = Json.read(ApiClient.text(answer));
    assertThat(document.path("openapi").asString()).startsWith("3.0.");
    var refs = new ArrayList<String>();
    collectRefs(document, refs);
    assertThat(refs).isNotEmpty();
    for (String ref : refs) {
      assertThat(ref).startsWith("#/");
      assertThat(document.at(ref.substring(1)).isMissingNode()).as(ref).isFalse();
    }
  }

  private static void collectRefs(JsonNode node, List<String> into) {
    if (node.has("$ref")) {
      into.add(node.path("$ref").asString());
    }
    node.forEach(child -> collectRefs(child, into));
  }

  @Test
  void everyOperationHasANameOfItsOwnAndDescribesItsPathParameters() {
    JsonNode document = api.json("/api");
    var ids = new HashSet<String>();
    document
        .path("paths")
        .properties()
        .forEach(path -> {
          path.getValue()
              .properties()
              .forEach(method -> {
                assertThat(ids.add(method.getValue().path("operationId").asString()))
                    .as("%s %s", method.getKey(), path.getKey())
                    .isTrue();
                var inPath = new HashSet<String>();
                for (JsonNode parameter : method.getValue().path("parameters")) {
                  JsonNode whole =
                      parameter.has("$ref")
                          ? document.at(parameter.path("$ref").asString().substring(1))
                          : parameter;
                  if (whole.path("in").asString().equals("path")) {
                    inPath.add("{" + whole.path("name").asString() + "}");
                  }
                }
                var wanted = new HashSet<String>();
                for (String part : path.getKey().split("/", -1)) {
                  if (part.startsWith("{")) {
                    wanted.add(part.substring(0, part.indexOf('}') + 1));
                  }
                }
                assertThat(inPath).as(path.getKey()).isEqualTo(wanted);
              });
        });
  }

  @ParameterizedTest
  @CsvSource({
    "'', */*, application/json",
    "'', 'text/html,application/xhtml+xml,*/*;q=0.8', text/html",
    "'?f=html', application/json, text/html",
    "'?f=json', text/html, application/json",
    "'', 'application/json;q=0.2, text/html;q=0.1', application/json",
    "'', 'text/html;q=0, */*', application/json",
    "/conformance, text/html, text/html",
    "/api, text/html, text/html",
    "/api, application/json, application/vnd.oai.openapi+json",
  })
  void theFormIsThatOfTheAddressOrOfAccept(String path, String accept, String type) {
    var answer = api.get(path, "Accept", accept);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(ApiClient.header(answer, "Content-Type")).startsWith(type);
    assertThat(answer.headers().allValues("Vary").toString()).containsIgnoringCase("accept,");
  }

  @ParameterizedTest
  @CsvSource({
    "'?f=xml', 400",
    "'?nonsense=1', 400",
    "'/conformance?limit=1', 400",
    "'/api?f=json&f=json', 400",
    "'/nowhere', 404",
  })
  void whatIsNotUnderstoodIsAProblem(String path, int status) {
    var answer = api.get(path, "Accept", "application/json");
    assertThat(answer.statusCode()).isEqualTo(status);
    // Who takes that type alone is told so; see below for the others.
    assertThat(ApiClient.header(answer, "Content-Type")).startsWith("application/json");
    JsonNode problem = Json.read(ApiClient.text(answer));
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("detail").asString()).isNotBlank();
  }

  @Test
  void aProgramThatNamesNoTypeIsToldAProblemToo() {
    assertThat(ApiClient.header(api.get("/nowhere"), "Content-Type"))
        .startsWith("application/problem+json");
    var both = api.get("/nowhere", "Accept", "application/json, application/problem+json;q=0.5");
    assertThat(ApiClient.header(both, "Content-Type")).startsWith("application/problem+json");
    var atlantis = new ApiClient(port, "atlantis").get("");
    assertThat(atlantis.statusCode()).isEqualTo(404);
    assertThat(ApiClient.header(atlantis, "Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void peopleAreToldInTheirLanguage() {
    var answer = api.get("?nonsense=1", "Accept", "text/html", "Accept-Language", "it");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(ApiClient.text(answer)).contains("A questo non si può rispondere", "nonsense");
  }

  @Test
  void whatNobodyWantsIsNotAcceptable() {
    assertThat(api.get("", "Accept", "image/png").statusCode()).isEqualTo(406);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/conformance", "/api"})
  void whatTheReaderHasIsNotSentTwice(String path) {
    var answer = api.get(path);
    String tag = ApiClient.header(answer, "ETag");
    assertThat(tag).startsWith("W/\"");
    var again = api.get(path, "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void otherSitesMayRead() {
    var answer = api.get("", "Origin", "https://example.org");
    assertThat(ApiClient.header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
    var asked =
        api.send(
            "OPTIONS",
            "/conformance",
            "Origin",
            "https://example.org",
            "Access-Control-Request-Method",
            "GET");
    assertThat(asked.statusCode()).isEqualTo(200);
    assertThat(ApiClient.header(asked, "Access-Control-Allow-Methods")).contains("GET");
    var writing =
        api.send(
            "OPTIONS",
            "/conformance",
            "Origin",
            "https://example.org",
            "Access-Control-Request-Method",
            "DELETE");
    assertThat(writing.statusCode()).isEqualTo(403);
  }

  @Test
  void headAndOptionsAreAnswered() {
    var head = api.send("HEAD", "/conformance");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    var options = api.send("OPTIONS", "/conformance");
    assertThat(options.statusCode()).isEqualTo(200);
    assertThat(ApiClient.header(options, "Allow")).contains("GET", "HEAD");
  }
}
