package eu.trama.city.ogc.processes;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.CityServer;
import eu.trama.city.ogc.ApiClient;
import eu.trama.city.store.TestStore;
import eu.trama.city.twin.Json;
import eu.trama.city.web.Language;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/// The requirements of the class HTML of OGC API Processes Part 1 (18-062r2): each 200 can be had
/// as a page that has all that the JSON document has, links included. That the description says so
/// too, is tried by `OpenApiTest`.
@SpringBootTest(
    classes = CityServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestStore.class)
class ProcessPagesTest {

  private static final String QUICK =
      "{\"inputs\":{\"window\":1,\"rides\":1,\"walk\":5,\"spacing\":2000}%s}";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @LocalServerPort private int port;
  private ApiClient api = new ApiClient(0, "");

  @BeforeEach
  void client() {
    api = new ApiClient(port, "bologna");
  }

  private static String page(HttpResponse<byte[]> answer) {
    assertThat(answer.statusCode()).as(ApiClient.text(answer)).isEqualTo(200);
    assertThat(ApiClient.header(answer, "Content-Type")).startsWith("text/html");
    String page = ApiClient.text(answer);
    assertThat(page).startsWith("<!DOCTYPE html>");
    return page.substring(page.indexOf("<body"));
  }

  private String page(String path) {
    return page(api.get(path, "Accept", "text/html", "Accept-Language", "en"));
  }

  /// What is read of a page.
  private static String text(String page) {
    return HtmlUtils.htmlUnescape(page.replaceAll("<[^>]*>", ""));
  }

  private static List<String> targets(String page) {
    return Pattern.compile("<a [^>]*?href=\"([^\"]*)\"")
        .matcher(page)
        .results()
        .map(each -> HtmlUtils.htmlUnescape(each.group(1)))
        .toList();
  }

  /// Every text, number and flag of a document, but those of its links; texts as JSON escapes them,
  /// since schemas are shown so. The units, which stand here for programs, are in the descriptions.
  private static void scalars(JsonNode node, List<String> into) {
    if (node.isValueNode()) {
      String json = Json.write(node);
      into.add(node.isString() ? json.substring(1, json.length() - 1) : json);
    } else if (node.isArray()) {
      node.values().forEach(each -> scalars(each, into));
    } else {
      node.properties().stream()
          .filter(each -> !Set.of("links", "additionalParameters").contains(each.getKey()))
          .forEach(each -> scalars(each.getValue(), into));
    }
  }

  private void sameLinks(JsonNode document, String page) {
    List<String> leads = targets(page);
    for (JsonNode link : document.path("links").values()) {
      String href = link.path("href").asString();
      switch (link.path("rel").asString()) {
        case "self" ->
            assertThat(leads).contains(href + (href.contains("?") ? "&" : "?") + "f=json");
        case "alternate" -> assertThat(api.get(href).statusCode()).isEqualTo(200);
        default -> assertThat(leads).contains(href);
      }
    }
  }

  private String job(String process, String body) {
    var answer = api.post("/processes/" + process + "/execution", body, "Prefer", "respond-async");
    assertThat(answer.statusCode()).as(ApiClient.text(answer)).isEqualTo(201);
    return "/jobs/" + Json.read(ApiClient.text(answer)).path("jobID").asString();
  }

  private String ended(String process, String body) {
    String job = job(process, body);
    Instant until = Instant.now().plus(PATIENCE);
    while (!api.json(job).path("status").asString().equals("successful")) {
      assertThat(Instant.now()).isBefore(until);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    return job;
  }

  @Test
  void req_html_definition() {
    String job = ended("reach", QUICK.formatted(""));
    for (String path :
        List.of(
            "/processes", "/processes/reach", "/processes/echo", "/jobs", job, job + "/results")) {
      for (String language : List.of("ca", "es", "en", "it")) {
        var answer = api.get(path, "Accept", "text/html", "Accept-Language", language);
        page(answer);
        assertThat(ApiClient.text(answer)).contains("<html lang=\"" + language + "\"");
      }
      page(api.get(path + "?f=html", "Accept", "application/json"));
      assertThat(ApiClient.header(api.get(path, "Accept", "*/*"), "Content-Type"))
          .doesNotContain("html");
    }
  }

  @Test
  void req_html_content_of_the_list_and_of_each_process() {
    JsonNode list = api.json("/processes", "Accept-Language", "en");
    String page = page("/processes");
    var scalars = new ArrayList<String>();
    scalars(list, scalars);
    assertThat(text(page)).contains(scalars);
    sameLinks(list, page);
    for (JsonNode each : list.path("processes").values()) {
      String path = "/processes/" + each.path("id").asString();
      assertThat(targets(page)).contains("/ogc/bologna" + path + "?f=html");
      JsonNode process = api.json(path, "Accept-Language", "en");
      String own = page(path);
      var told = new ArrayList<String>();
      scalars(process, told);
      assertThat(text(own)).contains(told).contains(process.path("inputs").propertyNames());
      assertThat(text(own)).contains(process.path("outputs").propertyNames());
      sameLinks(process, own);
    }
  }

  @Test
  void req_html_content_of_a_job_and_of_the_list() {
    String job = ended("reach", QUICK.formatted(""));
    JsonNode status = api.json(job);
    String page = page(job);
    assertThat(text(page))
        .contains(
            status.path("jobID").asString(),
            status.path("processID").asString(),
            status.path("type").asString(),
            status.path("status").asString(),
            "100%",
            clock(status.path("created").asString()),
            clock(status.path("finished").asString()),
            clock(status.path("updated").asString()));
    sameLinks(status, page);
    String run =
        targets(page).stream().filter(each -> each.startsWith("/runs/")).findFirst().orElseThrow();
    String root = api.base().substring(0, api.base().indexOf("/ogc/"));
    assertThat(api.get(root + run).statusCode()).isEqualTo(200);

    String list = page("/jobs?limit=1");
    JsonNode jobs = api.json("/jobs?limit=1");
    JsonNode first = jobs.path("jobs").path(0);
    assertThat(text(list))
        .contains(first.path("jobID").asString(), clock(first.path("created").asString()));
    assertThat(targets(list))
        .contains("/ogc/bologna/jobs/" + first.path("jobID").asString() + "?f=html");
    assertThat(text(page("/jobs?status=failed&processID=none"))).contains("No jobs");
  }

  private static String clock(String instant) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
        .withLocale(Language.ENGLISH.locale())
        .withZone(ZoneId.of("Europe/Rome"))
        .format(Instant.parse(instant));
  }

  @Test
  void req_html_content_of_results() {
    for (String response : List.of("document", "raw")) {
      String job = ended("reach", QUICK.formatted(",\"response\":\"" + response + "\""));
      String text = text(page(job + "/results"));
      JsonNode results = api.json(job + "/results?f=json");
      JsonNode people = results.path("people-30-p50").path("value");
      assertThat(people.properties()).isNotEmpty();
      assertThat(text).contains(people.propertyNames());
      for (var output : results.properties()) {
        assertThat(text)
            .contains(output.getKey().equals("notes") ? "Other outputs" : output.getKey());
      }
      assertThat(targets(page(job + "/results"))).contains(api.base() + job + "/results?f=json");
    }
  }

  @Test
  void req_html_content_of_an_execution_at_once_and_of_a_dismissal() {
    String given = "{\"inputs\":{\"text\":\"<i>&amp;\",\"numbers\":[1,2]}}";
    var echoed = api.post("/processes/echo/execution", given, "Accept", "text/html");
    assertThat(text(page(echoed))).contains("<i>&amp;", "[1,2]");
    String job = job("echo", "{\"inputs\":{\"text\":\"a\",\"pause\":10}}");
    String page = page(job);
    assertThat(page)
        .contains("<noscript><meta http-equiv=\"refresh\"", "DELETE " + api.base() + job);
    assertThat(targets(page)).contains("/ogc/bologna" + job + "?f=html");
    assertThat(api.get(job + "/results", "Accept", "text/html").statusCode()).isEqualTo(404);
    String gone = page(api.send("DELETE", job, "Accept", "text/html", "Accept-Language", "en"));
    assertThat(text(gone)).contains("dismissed").doesNotContain("DELETE");
    var waiting = api.get(job + "?f=html", "HX-Request", "true");
    assertThat(ApiClient.header(waiting, "HX-Refresh")).isEqualTo("true");
  }
}
