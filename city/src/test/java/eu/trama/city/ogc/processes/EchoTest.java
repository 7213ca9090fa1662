package eu.trama.city.ogc.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import eu.trama.city.CityServer;
import eu.trama.city.ogc.ApiClient;
import eu.trama.city.store.TestStore;
import eu.trama.city.twin.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

/// The requirements of OGC API Processes Part 1 (18-062r2) on executing, tried on the echo, which
/// has an input and an output of each kind. Sends what the official suite (ets-ogcapi-processes10)
/// sends, `Accept: application/json` included.
@SpringBootTest(
    classes = CityServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "trama.federation.private-references=true")
@ContextConfiguration(initializers = TestStore.class)
class EchoTest {

  private static final String EXCEPTION =
      "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/";
  private static final String REL = "http://www.opengis.net/def/rel/ogc/1.0/";
  private static final String ALL_KINDS =
      """
      {"inputs":{
        "text":"teststring",
        "number":1.5,
        "flag":true,
        "numbers":[1,2,3],
        "words":["one",{"value":"two"}],
        "box":{"bbox":[51.9,7,52,7.1],"crs":"http://www.opengis.net/def/crs/OGC/1.3/CRS84"},
        "document":{"value":{"a":{"b":[1]}}},
        "picture":{"value":"iVBORw0KGgo=","mediaType":"image/png","encoding":"base64"}
      },"response":"%s"}
      """;

  @LocalServerPort private int port;
  private final HttpClient client = HttpClient.newHttpClient();
  private ApiClient api;

  @Autowired private EchoJobs jobs;
  @Autowired private DataSource store;

  @BeforeEach
  void client() {
    api = new ApiClient(port, "bologna");
  }

  private HttpResponse<String> post(String body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(api.base() + "/processes/echo/execution"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private JsonNode done(String body) {
    var answer = post(body, "Accept", "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.read(answer.body());
  }

  private static List<String> names(JsonNode object) {
    var names = new ArrayList<String>();
    object.properties().forEach(each -> names.add(each.getKey()));
    return names;
  }

  @Test
  void conf_ogc_process_description_each_input_and_output_has_a_schema() {
    JsonNode echo = api.json("/processes/echo", "Accept", "application/json");
    assertThat(names(echo.path("inputs"))).containsExactlyElementsOf(EchoInput.ids());
    assertThat(names(echo.path("outputs")))
        .containsExactlyInAnyOrderElementsOf(EchoInput.outputs());
    echo.path("inputs").values().forEach(each -> assertThat(each.has("schema")).isTrue());
    echo.path("outputs").values().forEach(each -> assertThat(each.has("schema")).isTrue());
    assertThat(echo.path("inputs").path("document").path("schema").has("oneOf")).isTrue();
    assertThat(echo.path("outputs").path("document").path("schema").has("oneOf")).isTrue();
    for (JsonNode part : echo.path("inputs").path("box").path("schema").path("allOf").values()) {
      assertThat(part.path("format").asString()).isEqualTo("ogc-bbox");
    }
    assertThat(api.json("/processes").path("processes").values())
        .extracting(each -> each.path("id").asString())
        .contains("echo");
  }

  /// By default what can be executed both ways is executed at once.
  @Test
  void req_core_job_creation_default_execution_mode() {
    var answer = post("{\"inputs\":{\"text\":\"teststring\"}}", "Accept", "application/json");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Link")).isEmpty();
  }

  @Test
  void req_core_job_creation_auto_execution_mode() {
    var answer =
        post("{\"inputs\":{\"text\":\"teststring\"}}", "Prefer", "wait=10, respond-async ");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().firstValue("Preference-Applied")).hasValue("respond-async");
    JsonNode status = api.json(answer.headers().firstValue("Location").orElseThrow());
    assertThat(status.path("status").asString()).isEqualTo("successful");
    assertThat(status.path("processID").asString()).isEqualTo("echo");
  }

  @Test
  void req_core_job_creation_sync_document() {
    JsonNode results = done(ALL_KINDS.formatted("document"));
    assertThat(names(results)).containsExactlyInAnyOrderElementsOf(EchoInput.outputs());
    assertThat(results.path("text").asString()).isEqualTo("teststring");
    assertThat(results.path("number").asDouble()).isEqualTo(1.5);
    assertThat(results.path("flag").asBoolean()).isTrue();
    assertThat(results.path("numbers").toString()).isEqualTo("[1,2,3]");
    assertThat(results.path("words").toString()).isEqualTo("[\"one\",\"two\"]");
    assertThat(results.path("box").path("bbox").size()).isEqualTo(4);
    assertThat(results.path("document").toString()).isEqualTo("{\"value\":{\"a\":{\"b\":[1]}}}");
    assertThat(results.path("picture").asString()).isEqualTo("iVBORw0KGgo=");
  }

  @Test
  void req_core_job_creation_sync_raw_value_one() {
    String request =
        "{\"inputs\":{\"text\":\"teststring\"},\"outputs\":{\"text\":{\"transmissionMode\":\"value\"}},\"response\":\"raw\"}";
    assertThat(done(request).asString()).isEqualTo("teststring");
    var picture = post("{\"inputs\":{\"picture\":\"iVBORw0KGgo=\"}}");
    assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/png");
  }

  @Test
  void req_core_job_creation_sync_raw_value_multi() {
    var answer = post(ALL_KINDS.formatted("raw"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(ApiClient.header(answer, "Content-Type")).startsWith("multipart/related");
    assertThat(answer.body())
        .contains("Content-ID: <text>", "Content-Type: image/png", "{\"a\":{\"b\":[1]}}");
    assertThat(names(done(ALL_KINDS.formatted("raw")))).hasSize(EchoInput.outputs().size());
  }

  @Test
  void req_core_job_creation_default_outputs() {
    assertThat(names(done("{\"inputs\":{\"text\":\"a\",\"number\":1},\"response\":\"document\"}")))
        .containsExactlyInAnyOrder("text", "number");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"document\":{\"value\":\"teststring\"},\"text\":\"teststring\"}",
        "{\"document\":{\"value\":\"<a/>\",\"mediaType\":\"application/xml\"}}",
        "{\"document\":\"teststring\",\"picture\":\"teststring\"}",
        "{\"words\":\"teststring\"}",
        "{\"numbers\":[1,2,3]}",
        "{\"box\":{\"bbox\":[1,2,3,4]}}",
        "{\"box\":{\"bbox\":[345345345,345345345,345345345,345345345],\"crs\":\"urn:ogc:def:crs:EPSG:6.6:4326\"}}"
      })
  void req_core_job_creation_input_inline_of_each_kind(String inputs) {
    done("{\"inputs\":" + inputs + "}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"inputs\":{\"text\":7}}",
        "{\"inputs\":{\"number\":\"7\"}}",
        "{\"inputs\":{\"flag\":\"true\"}}",
        "{\"inputs\":{\"numbers\":[1.5]}}",
        "{\"inputs\":{\"numbers\":7}}",
        "{\"inputs\":{\"words\":[]}}",
        "{\"inputs\":{\"words\":[1]}}",
        "{\"inputs\":{\"box\":{\"bbox\":[1,2,3]}}}",
        "{\"inputs\":{\"document\":{\"type\":\"wrong/type\"},\"picture\":{\"type\":\"wrong/type\"}}}",
        "{\"inputs\":{\"document\":{\"value\":{},\"mediaType\":\"wrong/type\"}}}",
        "{\"inputs\":{\"picture\":\"%%%\"}}",
        "{\"inputs\":{\"text\":\"a\",\"pause\":11}}",
        "{\"inputs\":{\"unknown\":1}}",
        "{\"inputs\":{\"text\":\"a\"},\"outputs\":{\"unknown\":{}}}",
        "{\"inputs\":{\"text\":\"a\"},\"outputs\":{\"number\":{}}}",
        "{\"inputs\":{\"text\":\"a\"},\"outputs\":{\"text\":{\"transmissionMode\":\"reference\"}}}",
        "{\"inputs\":{\"pause\":1}}",
        "{\"invalid-execute-request\":\"true)\"}"
      })
  void req_core_job_creation_input_validation(String body) {
    var answer = post(body, "Accept", "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(ApiClient.header(answer, "Content-Type")).startsWith("application/json");
    assertThat(names(Json.read(answer.body()))).contains("type", "title", "status", "detail");
    assertThat(ApiClient.header(post(body), "Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void req_core_job_results_exception_results_not_ready_then_the_results() {
    var answer =
        post(
            "{\"inputs\":{\"text\":\"teststring\",\"pause\":5},\"outputs\":{\"text\":{}},\"response\":\"raw\"}",
            "Prefer",
            "respond-async",
            "Accept",
            "application/json");
    assertThat(answer.statusCode()).isEqualTo(201);
    String job = answer.headers().firstValue("Location").orElseThrow();
    var early = api.get(job + "/results", "Accept", "application/json");
    assertThat(early.statusCode()).isEqualTo(404);
    assertThat(Json.read(ApiClient.text(early)).path("type").asString())
        .isEqualTo(EXCEPTION + "result-not-ready");
    Instant until = Instant.now().plusSeconds(30);
    while (!api.json(job).path("status").asString().equals("successful")) {
      assertThat(Instant.now()).isBefore(until);
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
    String results =
        ApiClient.link(api.json(job), REL + "results").orElseThrow().path("href").asString();
    assertThat(api.json(results).asString()).isEqualTo("teststring");
  }

  @Test
  void req_dismiss_job_dismiss_success_and_the_job_list() throws Exception {
    var answer = post("{\"inputs\":{\"text\":\"a\",\"pause\":10}}", "Prefer", "respond-async");
    String job = answer.headers().firstValue("Location").orElseThrow();
    String id = Json.read(answer.body()).path("jobID").asString();
    assertThat(jobs("?processID=echo")).contains(id);
    assertThat(jobs("?processID=echo&status=successful")).doesNotContain(id);
    var dismissed =
        client.send(
            HttpRequest.newBuilder(URI.create(job)).DELETE().build(), BodyHandlers.ofString());
    assertThat(dismissed.statusCode()).isEqualTo(200);
    assertThat(Json.read(dismissed.body()).path("status").asString()).isEqualTo("dismissed");
    assertThat(api.get(job + "/results").statusCode()).isEqualTo(410);
    assertThat(jobs("")).doesNotContain(id);
  }

  private List<String> jobs(String query) {
    return api.json("/jobs" + query).path("jobs").values().stream()
        .map(each -> each.path("jobID").asString())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "/good, 200",
    "/missing, 400",
    "/elsewhere, 400",
    "/text, 400",
    "/large, 400",
    "/silent, 400"
  })
  void req_core_job_creation_input_ref(String path, int status) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/good", each -> say(each, 200, "{\"far\":1}"));
    server.createContext("/missing", each -> say(each, 404, "{}"));
    server.createContext(
        "/elsewhere",
        each -> {
          each.getResponseHeaders().set("Location", "/good");
          say(each, 302, "");
        });
    server.createContext("/text", each -> say(each, 200, "not JSON"));
    server.createContext("/large", each -> say(each, 200, "\"" + "x".repeat(9 << 20) + "\""));
    server.createContext("/silent", each -> {});
    server.start();
    try {
      String href = "http://127.0.0.1:" + server.getAddress().getPort() + path;
      var answer =
          post(
              "{\"inputs\":{\"document\":{\"href\":\""
                  + href
                  + "\",\"type\":\"application/json\"}}}");
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
      assertThat(answer.body()).contains(status == 200 ? "{\"far\":1}" : "cannot be fetched");
    } finally {
      server.stop(0);
    }
  }

  private static void say(com.sun.net.httpserver.HttpExchange exchange, int status, String text)
      throws IOException {
    try (exchange) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Test
  void anAddressThatTheSuiteMakesUpIsAnsweredInJson() {
    for (String path : List.of("/processes/invalid-job", "/processes/invalid-job/results")) {
      var answer = api.get(path, "Accept", "application/json");
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(ApiClient.header(answer, "Content-Type")).startsWith("application/json");
      assertThat(Json.read(ApiClient.text(answer)).path("type").asString()).isNotEmpty();
    }
    assertThat(ApiClient.link(api.json("/"), "processes")).isPresent();
  }

  @Test
  void aJobOfTheEchoKeepsLittle() {
    String large =
        "{\"inputs\":{\"document\":{\"value\":{\"a\":[0%s]}}}}".formatted(",1".repeat(33_000));
    assertThat(post(large, "Prefer", "respond-async").statusCode()).isEqualTo(413);
    assertThat(post(large).statusCode()).isEqualTo(200);
  }

  @Test
  void allJobsOfTheEchoTogetherAreBounded() {
    var echo = new Echo(Map.of("text", Json.read("\"a\"")), List.of("text"), 0, false);
    for (int i = 0; i < EchoJobs.MOST_KEPT + 5; i++) {
      jobs.create("barcelona", "bounded-" + i, echo);
    }
    assertThat(
            JdbcClient.create(store)
                .sql("select count(*) from ogc.echo")
                .query(Long.class)
                .single())
        .isEqualTo(EchoJobs.MOST_KEPT);
    assertThat(jobs.find("barcelona", "bounded-" + (EchoJobs.MOST_KEPT + 4))).isPresent();
  }
}
