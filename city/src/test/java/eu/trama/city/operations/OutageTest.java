package eu.trama.city.operations;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.CityServer;
import eu.trama.city.store.OwnServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The database is killed under a server that people use: what cannot be answered is told in plain
/// words, the next requests work, and what was acknowledged is there.
@SpringBootTest(
    classes = CityServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class OutageTest {

  private static final int PEOPLE = 6;
  private static final int KILLS = 2;
  private static final int BETWEEN = 20;
  private static final Duration LIMIT = Duration.ofSeconds(90);

  @TempDir static Path home;

  @LocalServerPort private int port;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final Set<String> outages = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean stop = new AtomicBoolean();

  @DynamicPropertySource
  static void store(DynamicPropertyRegistry settings) {
    Path own = OwnServer.in(home).home();
    settings.add("TRAMA_HOME", own::toString);
    settings.add("TRAMA_DB_URL", () -> "");
    settings.add("trama.rates.write", () -> "10000/60");
  }

  @Test
  void theNextRequestsWorkAndNothingAcknowledgedIsLost() throws Exception {
    var server = new OwnServer(home);
    var visitor = Visitor.of(client, "http://127.0.0.1:" + port);
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> busy =
          IntStream.range(0, PEOPLE)
              .<Future<?>>mapToObj(i -> people.submit(() -> use(visitor, i)))
              .toList();
      for (int kill = 0; kill < KILLS; kill++) {
        awaitScenarios(acknowledged.size() + BETWEEN, busy);
        server.kill();
      }
      awaitScenarios(acknowledged.size() + BETWEEN, busy);
      stop.set(true);
    }
    for (String scenario : acknowledged) {
      assertThat(visitor.get(scenario).statusCode()).as(scenario).isEqualTo(200);
    }
    assertThat(outages).isSubsetOf("page 503");
  }

  @Test
  void whileTheStoreIsAwayPeopleGetAPageAndProgramsAProblem() throws Exception {
    var server = new OwnServer(home);
    var visitor = Visitor.of(client, "http://127.0.0.1:" + port);
    // While the store's start lock is held, nobody can start it again.
    try (var _ = server.keptDown()) {
      var page = visitor.get("/barcelona/catalogue");
      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(page.headers().firstValue("Retry-After")).hasValue("5");
      assertThat(page.body())
          .contains("We cannot answer right now", "Barcelona")
          .doesNotContain("Exception", "SQL", "localhost");

      var request =
          HttpRequest.newBuilder(URI.create(visitor.site() + "/barcelona/layers/stops.geojson"))
              .header("Accept", "application/geo+json")
              .build();
      var problem = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(problem.statusCode()).isEqualTo(503);
      assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(problem.body()).contains("\"status\":503").doesNotContain("Exception", "SQL");
    }
    awaitAnswer(visitor);
  }

  private Void use(Visitor visitor, int person) throws IOException, InterruptedException {
    for (int i = 0; !stop.get(); i++) {
      note(visitor.get("/barcelona"));
      note(visitor.post("/barcelona/scenarios", Map.of("name", "by " + person + " no " + i)));
    }
    return null;
  }

  private void note(HttpResponse<String> answer) {
    switch (answer.statusCode()) {
      case 200 -> {}
      case 302, 303 -> acknowledged.add(path(answer));
      case 503 -> {
        boolean page = answer.body().contains("We cannot answer right now");
        outages.add(page ? "page 503" : answer.body());
      }
      default -> outages.add(answer.statusCode() + answer.body());
    }
  }

  private static String path(HttpResponse<String> answer) {
    return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
  }

  private void awaitScenarios(int count, List<Future<?>> busy) throws Exception {
    Waiting.until(
        LIMIT, () -> acknowledged.size() >= count || busy.stream().anyMatch(Future::isDone));
    assertThat(busy).as("nobody met a broken connection").noneMatch(Future::isDone);
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(count);
  }

  private static void awaitAnswer(Visitor visitor) throws Exception {
    Waiting.until(LIMIT, () -> visitor.get("/barcelona/zones").statusCode() == 200);
  }
}
