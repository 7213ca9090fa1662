package eu.trama.city.ogc.processes;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.CityServer;
import eu.trama.city.ogc.ApiClient;
import eu.trama.city.store.TestStore;
import eu.trama.city.twin.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
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

/// The requirements of OGC API Processes Part 1 (18-062r2), each test named after its own.
@SpringBootTest(
    classes = CityServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestStore.class)
class ProcessesTest {

  private static final String CONF = "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/";
  private static final String REL = "http://www.opengis.net/def/rel/ogc/1.0/";
  private static final String EXCEPTION =
      "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/";

  /// The coarsest question that the model takes, so that it is answered in seconds.
  private static final String QUICK = "\"window\":1,\"rides\":1,\"walk\":5,\"spacing\":2000";

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @LocalServerPort private int port;
  @Autowired private DataSource source;
  private final HttpClient client = HttpClient.newHttpClient();
  private ApiClient api;

  @BeforeEach
  void client() {
    api = new ApiClient(port, "bologna");
  }

  private HttpResponse<String> post(String body, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(api.base() + "/processes/reach/execution"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> delete(String address) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(address)).DELETE().build(), BodyHandlers.ofString());
  }

  /// Runs and waits until the job has ended.
  private JsonNode ended(String body) throws IOException, InterruptedException {
    var answer = post(body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    String address = answer.headers().firstValue("Location").orElseThrow();
    Instant until = Instant.now().plus(PATIENCE);
    JsonNode status = api.json(address);
    while (Set.of("accepted", "running").contains(status.path("status").asString())) {
      assertThat(Instant.now()).isBefore(until);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      status = api.json(address);
    }
    return status;
  }

  private String job(JsonNode status) {
    return api.base() + "/jobs/" + status.path("jobID").asString();
  }

  private static Set<String> members(JsonNode object) {
    var names = new TreeSet<String>();
    object.properties().forEach(each -> names.add(each.getKey()));
    return names;
  }

  private static String problemType(HttpResponse<?> answer, String body) {
    assertThat(ApiClient.header(answer, "Content-Type")).startsWith("application/problem+json");
    JsonNode problem = Json.read(body);
    assertThat(problem.path("status").asInt()).isEqualTo(answer.statusCode());
    return problem.path("type").asString();
  }

  @Test
  void req_core_landingpage_success() {
    JsonNode landing = api.json("");
    for (String relation :
        List.of("service-desc", "conformance", REL + "processes", REL + "job-list")) {
      JsonNode link = ApiClient.link(landing, relation).orElseThrow();
      assertThat(api.get(link.path("href").asString()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void req_core_conformance_success() {
    assertThat(api.json("/conformance").path("conformsTo").values())
        .extracting(JsonNode::asString)
        .contains(
            CONF + "core",
            CONF + "ogc-process-description",
            CONF + "json",
            CONF + "oas30",
            CONF + "job-list",
            CONF + "dismiss");
  }

  @Test
  void req_oas30_definition() {
    JsonNode definition = api.json("/api");
    var operations = new TreeSet<String>();
    definition
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(each -> operations.add(each.getValue().path("operationId").asString())));
    assertThat(operations)
        .contains(
            "getProcesses",
            "getProcessDescription",
            "execute",
            "getJobs",
            "getStatus",
            "getResult",
            "dismiss");
    String text = Json.write(definition);
    var reference = Pattern.compile("\"\\$ref\":\"([^\"]*)\"").matcher(text);
    while (reference.find()) {
      assertThat(reference.group(1)).startsWith("#/components/");
      String[] steps = reference.group(1).substring(2).split("/", -1);
      JsonNode found = definition;
      for (String step : steps) {
        found = found.path(step);
      }
      assertThat(found.isMissingNode()).as(reference.group(1)).isFalse();
    }
  }

  @Test
  void req_core_process_list_success() {
    JsonNode list = api.json("/processes");
    assertThat(ApiClient.link(list, "self")).isPresent();
    JsonNode reach = list.path("processes").path(0);
    assertThat(reach.path("id").asString()).isEqualTo("reach");
    assertThat(members(reach))
        .contains(
            "id",
            "version",
            "title",
            "description",
            "jobControlOptions",
            "outputTransmission",
            "links");
    JsonNode own = ApiClient.link(reach, "self").orElseThrow();
    assertThat(api.json(own.path("href").asString()).path("id").asString()).isEqualTo("reach");
  }

  @ParameterizedTest
  @CsvSource({"1, 200", "10000, 200", "0, 400", "-1, 400", "x, 400"})
  void req_core_pl_limit_definition(String limit, int status) {
    assertThat(api.get("/processes?limit=" + limit).statusCode()).isEqualTo(status);
  }

  @Test
  void req_core_pl_limit_response() {
    assertThat(api.json("/processes?limit=1").path("processes").size()).isEqualTo(1);
    assertThat(api.json("/processes?start=50").path("processes").size()).isZero();
  }

  @Test
  void req_core_process_success() {
    JsonNode reach = api.json("/processes/reach");
    assertThat(members(reach.path("inputs")))
        .containsExactlyInAnyOrder(
            "day", "from", "window", "rides", "walk", "speed", "spacing", "scenario");
    JsonNode window = reach.path("inputs").path("window");
    assertThat(window.path("title").asString()).isNotBlank().doesNotContain("parameter.");
    assertThat(window.path("minOccurs").asInt()).isZero();
    assertThat(window.path("schema").path("type").asString()).isEqualTo("integer");
    assertThat(window.path("schema").path("maximum").asInt()).isEqualTo(240);
    assertThat(window.path("schema").path("default").asInt()).isEqualTo(120);
    assertThat(members(reach.path("outputs"))).contains("people-30-p50", "notes");
    JsonNode execute = ApiClient.link(reach, REL + "execute").orElseThrow();
    assertThat(execute.path("href").asString())
        .isEqualTo(api.base() + "/processes/reach/execution");
  }

  @Test
  void req_core_process_exception_no_such_process() {
    var answer = api.get("/processes/no-such");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(problemType(answer, ApiClient.text(answer)))
        .isEqualTo(EXCEPTION + "no-such-process");
  }

  @Test
  void req_core_job_creation_success_async() throws IOException, InterruptedException {
    var answer = post("{\"inputs\":{" + QUICK + "}}", "Prefer", "respond-async");
    assertThat(answer.statusCode()).isEqualTo(201);
    JsonNode status = Json.read(answer.body());
    assertThat(answer.headers().firstValue("Location")).hasValue(job(status));
    assertThat(status.path("type").asString()).isEqualTo("process");
    assertThat(status.path("processID").asString()).isEqualTo("reach");
    assertThat(JobDocuments.states()).contains(status.path("status").asString());
  }

  /// A process that declares only asynchronous execution is so executed, whatever is preferred.
  @ParameterizedTest
  @ValueSource(strings = {"respond-async", "wait=10", "return=minimal"})
  void req_core_job_creation_auto_execution_mode(String preference)
      throws IOException, InterruptedException {
    assertThat(api.json("/processes/reach").path("jobControlOptions").values())
        .extracting(JsonNode::asString)
        .containsExactly("async-execute", "dismiss");
    assertThat(post("{\"inputs\":{" + QUICK + "}}", "Prefer", preference).statusCode())
        .isEqualTo(201);
  }

  @Test
  void req_core_job_creation_default_execution_mode() throws IOException, InterruptedException {
    assertThat(post("{\"inputs\":{" + QUICK + "}}").statusCode()).isEqualTo(201);
  }

  @Test
  void req_core_job_results_async_document() throws IOException, InterruptedException {
    JsonNode status = ended("{\"inputs\":{" + QUICK + "},\"response\":\"document\"}");
    assertThat(status.path("status").asString()).as(status.toString()).isEqualTo("successful");
    assertThat(status.path("progress").asInt()).isEqualTo(100);
    JsonNode link = ApiClient.link(status, REL + "results").orElseThrow();
    JsonNode results = api.json(link.path("href").asString());
    assertThat(members(results)).isEqualTo(members(api.json("/processes/reach").path("outputs")));
    assertThat(results.path("people-30-p50").path("value").properties()).hasSizeGreaterThan(10);
  }

  @Test
  void req_core_job_results_async_raw_value_one() throws IOException, InterruptedException {
    JsonNode status =
        ended(
            "{\"inputs\":{" + QUICK + "},\"outputs\":{\"people-30-p50\":{}},\"response\":\"raw\"}");
    JsonNode value = api.json(job(status) + "/results");
    assertThat(value.properties()).allMatch(zone -> zone.getValue().isNumber());
  }

  @Test
  void req_core_job_results_async_raw_value_multi() throws IOException, InterruptedException {
    JsonNode status =
        ended(
            "{\"inputs\":{"
                + QUICK
                + "},\"outputs\":{\"people-30-p50\":{\"transmissionMode\":\"value\"},\"notes\":{}}}");
    var answer = api.get(job(status) + "/results");
    String type = ApiClient.header(answer, "Content-Type");
    assertThat(type).startsWith("multipart/related");
    var boundary = Pattern.compile("boundary=\"?([^\";]+)").matcher(type);
    assertThat(boundary.find()).isTrue();
    String[] parts = ApiClient.text(answer).split("--" + Pattern.quote(boundary.group(1)), -1);
    assertThat(parts).hasSize(4);
    assertThat(parts[1]).contains("Content-ID: <people-30-p50>", "Content-Type: application/json");
    assertThat(Json.read(parts[1].substring(parts[1].indexOf("\r\n\r\n"))).isObject()).isTrue();
    assertThat(parts[3].strip()).isEqualTo("--");
  }

  @Test
  void req_core_job_creation_default_outputs() throws IOException, InterruptedException {
    JsonNode status =
        ended("{\"inputs\":{" + QUICK + "},\"outputs\":{},\"response\":\"document\"}");
    assertThat(members(api.json(job(status) + "/results"))).hasSizeGreaterThan(30);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"inputs\":",
        "{\"inputs\":7}",
        "{\"inputs\":{\"unknown\":1}}",
        "{\"inputs\":{\"window\":\"long\"}}",
        "{\"inputs\":{\"window\":1.5}}",
        "{\"inputs\":{\"window\":0}}",
        "{\"inputs\":{\"window\":[1,2]}}",
        "{\"inputs\":{\"from\":\"99:00\"}}",
        "{\"inputs\":{\"window\":{\"value\":1,\"mediaType\":\"text/plain\"}}}",
        "{\"inputs\":{\"scenario\":\"no-such\"}}",
        "{\"inputs\":{\"scenario\":\"\\u0000\"}}",
        "{\"inputs\":{\"\\u0000\":1}}",
        "{\"inputs\":{\"scenario\":{\"href\":\"http://10.0.0.1/scenario.json\"}}}",
        "{\"inputs\":{\"scenario\":{\"value\":{\"trama\":\"scenario/9\",\"edits\":[]}}}}",
        "{\"outputs\":{\"unknown\":{}}}",
        "{\"outputs\":{\"notes\":{\"transmissionMode\":\"reference\"}}}",
        "{\"response\":\"fast\"}"
      })
  void req_core_job_creation_input_validation(String body)
      throws IOException, InterruptedException {
    var answer = post(body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(problemType(answer, answer.body())).isEqualTo("about:blank");
  }

  @Test
  void req_core_job_creation_input_inline_object() throws IOException, InterruptedException {
    String scenario =
        """
        {"trama":"scenario/1","city":"bologna","name":"Nothing new","edits":[]}
        """;
    JsonNode plain =
        ended(
            "{\"inputs\":{" + QUICK + ",\"scenario\":" + scenario + "},\"response\":\"document\"}");
    JsonNode qualified =
        ended(
            "{\"inputs\":{\"window\":{\"value\":1},\"rides\":1,\"walk\":5,\"spacing\":2000,\"scenario\":{\"value\":"
                + scenario
                + "}},\"response\":\"document\"}");
    assertThat(api.json(job(plain) + "/results")).isEqualTo(api.json(job(qualified) + "/results"));
  }

  @Test
  void req_core_job_success() throws IOException, InterruptedException {
    JsonNode status = ended("{\"inputs\":{" + QUICK + "}}");
    assertThat(members(status))
        .contains(
            "processID", "type", "jobID", "status", "created", "finished", "progress", "links");
    assertThat(Instant.parse(status.path("finished").asString()))
        .isAfterOrEqualTo(Instant.parse(status.path("created").asString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/jobs/no-such", "/jobs/no-such/results"})
  void req_core_job_exception_no_such_job(String path) {
    var answer = api.get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(problemType(answer, ApiClient.text(answer))).isEqualTo(EXCEPTION + "no-such-job");
  }

  /// The finest question there is takes long enough to be asked about, and to be dismissed.
  @Test
  void req_core_job_results_exception_results_not_ready_then_req_dismiss_job_dismiss_success()
      throws IOException, InterruptedException {
    var answer = post("{\"inputs\":{\"window\":240,\"spacing\":200,\"walk\":45,\"rides\":8}}");
    String job = job(Json.read(answer.body()));
    var early = api.get(job + "/results");
    assertThat(early.statusCode()).isEqualTo(404);
    assertThat(problemType(early, ApiClient.text(early))).isEqualTo(EXCEPTION + "result-not-ready");
    var dismissed = delete(job);
    assertThat(dismissed.statusCode()).as(dismissed.body()).isEqualTo(200);
    assertThat(Json.read(dismissed.body()).path("status").asString()).isEqualTo("dismissed");
    assertThat(api.json(job).path("status").asString()).isEqualTo("dismissed");
    assertThat(api.get(job + "/results").statusCode()).isEqualTo(410);
    assertThat(delete(api.base() + "/jobs/no-such").statusCode()).isEqualTo(404);
  }

  /// The run is made to have failed in the store: no question that is taken makes the model fail.
  @Test
  void req_core_job_results_failed() throws IOException, InterruptedException {
    JsonNode ended = ended("{\"inputs\":{\"window\":2,\"rides\":1,\"walk\":5,\"spacing\":2000}}");
    JdbcClient.create(source)
        .sql(
            """
            update twin.run set state = 'failed', failure = 'no memory'
            where id = (select run from ogc.job where id = ?)
            """)
        .params(ended.path("jobID").asString())
        .update();
    JsonNode status = api.json(job(ended));
    assertThat(status.path("status").asString()).isEqualTo("failed");
    assertThat(status.path("message").asString()).isEqualTo("no memory");
    var results =
        api.get(ApiClient.link(status, REL + "exceptions").orElseThrow().path("href").asString());
    assertThat(results.statusCode()).isEqualTo(500);
    assertThat(problemType(results, ApiClient.text(results))).isEqualTo("about:blank");
    assertThat(ApiClient.text(results)).contains("no memory");
  }

  /// Whoever asks must not make this server ask the machines that only it can see.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/", "http://localhost:8080/metrics", "http://[::1]/", "http://10.1.2.3/",
        "http://169.254.169.254/latest", "http://user@10.1.2.3/", "file:///etc/passwd", "x y"
      })
  void req_core_job_creation_input_ref_only_from_public_addresses(String href)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(api.base() + "/processes/echo/execution"))
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString("{\"inputs\":{\"document\":{\"href\":\"" + href + "\"}}}"));
    var answer = client.send(request.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("public address");
  }

  @Test
  void req_job_list_job_list_success() throws IOException, InterruptedException {
    String id = ended("{\"inputs\":{" + QUICK + "}}").path("jobID").asString();
    assertThat(ids("/jobs")).contains(id);
    assertThat(ids("/jobs?processID=reach&type=process&status=successful")).contains(id);
    assertThat(ids("/jobs?processID=other")).isEmpty();
    assertThat(ids("/jobs?type=other")).isEmpty();
    assertThat(ids("/jobs?status=failed")).doesNotContain(id);
    assertThat(ids("/jobs?datetime=../2020-01-01T00:00:00Z")).isEmpty();
    assertThat(ids("/jobs?datetime=2020-01-01T00:00:00Z/..")).contains(id);
    assertThat(ids("/jobs?maxDuration=600")).contains(id);
    assertThat(ids("/jobs?minDuration=86400")).isEmpty();
    assertThat(ids("/jobs?limit=1")).hasSize(1);
  }

  @Test
  void req_job_list_links() throws IOException, InterruptedException {
    ended("{\"inputs\":{" + QUICK + "}}");
    ended("{\"inputs\":{" + QUICK + "}}");
    JsonNode first = api.json("/jobs?limit=1");
    String next = ApiClient.link(first, "next").orElseThrow().path("href").asString();
    assertThat(api.json(next).path("jobs").path(0)).isNotEqualTo(first.path("jobs").path(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"status=lost", "datetime=soon", "minDuration=x", "limit=0", "colour=red"})
  void req_job_list_parameters_are_checked(String query) {
    assertThat(api.get("/jobs?" + query).statusCode()).isEqualTo(400);
  }

  /// Who knows the id of a scenario may edit it: the list, which everybody sees, tells nothing of
  /// it.
  @Test
  void aJobOfAScenarioIsNotListed() throws IOException, InterruptedException {
    String body =
        "{\"inputs\":{"
            + QUICK
            + ",\"scenario\":{\"trama\":\"scenario/1\",\"name\":\"Mine\",\"edits\":[]}}}";
    var answer = post(body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    String id = Json.read(answer.body()).path("jobID").asString();
    assertThat(api.json("/jobs/" + id).path("jobID").asString()).isEqualTo(id);
    assertThat(ids("/jobs")).doesNotContain(id);
  }

  private List<String> ids(String path) {
    return api.json(path).path("jobs").values().stream()
        .map(each -> each.path("jobID").asString())
        .toList();
  }

  @Test
  void whatIsNotJsonOrTooLargeOrTooDeepIsRefused() throws IOException, InterruptedException {
    var form =
        HttpRequest.newBuilder(URI.create(api.base() + "/processes/reach/execution"))
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString("{}"));
    assertThat(client.send(form.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(415);
    assertThat(post("{\"inputs\":{\"day\":\"" + "x".repeat(1 << 20) + "\"}}").statusCode())
        .isEqualTo(413);
    assertThat(post("[".repeat(100_000)).statusCode()).isEqualTo(400);
  }

  @Test
  void theOpenApiDescribesOnlyWhatIsThere() {
    assertThat(api.send("PUT", "/jobs/x").statusCode()).isIn(403, 405);
    assertThat(api.get("/processes/reach?colour=red").statusCode()).isEqualTo(400);
  }
}
