package eu.trama.city.twin.pages;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.twin.Json;
import eu.trama.city.twin.Scenario;
import eu.trama.city.twin.Scenarios;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The forms of a scenario, sent as a browser without scripts sends them.
@TwinSite
class ScenarioFormsTest {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile("/scenarios/([A-Za-z0-9_-]+)");

  @LocalServerPort private int port;
  @Autowired private Scenarios scenarios;
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return get(path, "en");
  }

  private HttpResponse<String> get(String path, String language)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .headers("Accept", "text/html", "Accept-Language", language);
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /// Opens the page that has the form, then sends the form with its token.
  private HttpResponse<String> send(String page, String path, Map<String, String> form)
      throws IOException, InterruptedException {
    Matcher token = TOKEN.matcher(get(page).body());
    assertThat(token.find()).as("the page has a form with a token").isTrue();
    var fields = new TreeMap<>(form);
    fields.put("_csrf", token.group(1));
    String body =
        fields.entrySet().stream()
            .map(each ->
                each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
            .collect(joining("&"));
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .headers(
                "Accept", "text/html",
                "Accept-Language", "en",
                "Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private Scenario made(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isIn(302, 303);
    Matcher id = ID.matcher(answer.headers().firstValue("Location").orElse(""));
    assertThat(id.find()).isTrue();
    return scenarios.find(id.group(1)).orElseThrow();
  }

  private Scenario fromTemplate(String template) throws IOException, InterruptedException {
    return made(send("/barcelona/scenarios", "/barcelona/scenarios", Map.of("template", template)));
  }

  @Test
  void aReadyMadeScenarioCanBeRenamedUndoneRedoneAndBranched()
      throws IOException, InterruptedException {
    Scenario scenario = fromTemplate("sagrada-familia-closed");
    String page = "/scenarios/" + scenario.id();
    int steps = scenario.edits().size();
    send(page, page + "/name", Map.of("name", "Closed for works", "description", ""));
    send(page, page + "/undo", Map.of());
    Scenario undone = scenarios.find(scenario.id()).orElseThrow();
    assertThat(undone.name()).isEqualTo("Closed for works");
    assertThat(undone.edits()).hasSize(steps - 1);
    send(page, page + "/redo", Map.of());
    Scenario branch = made(send(page, page + "/branch", Map.of()));
    assertThat(branch.parent()).isEqualTo(scenario.id());
    assertThat(branch.edits()).hasSize(steps);
  }

  @Test
  void numbersOfTheRunFormAreWrittenAndReadAsTheLanguageWritesThem()
      throws IOException, InterruptedException {
    String page = "/scenarios/" + fromTemplate("l3-double-frequency").id() + "/run";
    assertThat(get(page).body()).contains("value=\"1.33\"");
    for (String language : java.util.List.of("ca", "es", "it")) {
      assertThat(get(page, language).body()).as(language).contains("value=\"1,33\"");
    }
    var wrong = send(page, page, Map.of("model", "reach", "speed", "1,4", "window", "0"));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("value=\"1").doesNotContain("id=\"speed-error\"");
  }

  @Test
  void aNameThatIsMissingIsAskedForAgain() throws IOException, InterruptedException {
    Scenario scenario = fromTemplate("l3-double-frequency");
    String page = "/scenarios/" + scenario.id();
    var answer = send(page, page + "/name", Map.of("name", " ", "description", "kept"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("kept");
    assertThat(scenarios.find(scenario.id()).orElseThrow().name()).isEqualTo(scenario.name());
  }

  @Test
  void anExportedScenarioCanBePastedBack() throws IOException, InterruptedException {
    Scenario scenario = fromTemplate("cap-congres-indians");
    String file = get("/scenarios/" + scenario.id() + ".json").body();
    assertThat(Json.read(file).path("city").asString()).isEqualTo("barcelona");
    Scenario copy =
        made(send("/barcelona/scenarios", "/barcelona/scenarios/import", Map.of("text", file)));
    assertThat(copy.edits()).isEqualTo(scenario.edits());
    assertThat(copy.base()).isEqualTo(scenario.base());
  }

  @Test
  void aFileThatIsNoScenarioIsRefusedWithWhatToDo() throws IOException, InterruptedException {
    for (String text :
        new String[] {"", "{", "{}", "[1]", "{\"trama\":\"scenario/1\",\"edits\":3}"}) {
      var answer =
          send("/barcelona/scenarios", "/barcelona/scenarios/import", Map.of("text", text));
      assertThat(answer.statusCode()).as(text).isEqualTo(400);
    }
  }

  @Test
  void twoScenariosAreComparedStepByStep() throws IOException, InterruptedException {
    Scenario one = fromTemplate("l3-double-frequency");
    Scenario other = fromTemplate("sagrada-familia-closed");
    var answer = get("/scenarios/" + one.id() + "/diff/" + other.id());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("L3");
  }

  @Test
  void aFormWithoutItsTokenIsRefused() throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/barcelona/scenarios"))
            .headers("Content-Type", "application/x-www-form-urlencoded", "Accept", "text/html")
            .POST(BodyPublishers.ofString("name=x"));
    assertThat(client.send(request.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(403);
  }
}
