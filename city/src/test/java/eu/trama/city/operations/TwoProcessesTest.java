package eu.trama.city.operations;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.store.DatabaseUrl;
import eu.trama.city.store.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Two `trama up` on one outside store, which an earlier release left (its rows of Bologna are made
/// up). Both were started at once.
@Tag("fault")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoProcessesTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.with();

  private static final Path ROOT = Path.of(requireNonNull(System.getProperty("trama.root")));
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final int PEOPLE = 4;
  private static final int BETWEEN = 40;
  private static final long BREATH_NANOS = Duration.ofMillis(20).toNanos();

  /// So fine that it takes many seconds.
  private static final Map<String, String> LONG =
      Map.of("model", "reach", "window", "240", "spacing", "250", "walk", "20", "rides", "4");

  @TempDir static Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<ServerProcess> servers = new CopyOnWriteArrayList<>();
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger askedAnother = new AtomicInteger();
  private final AtomicBoolean stop = new AtomicBoolean();

  @BeforeAll
  void anEarlierReleaseLeftItsStore() throws IOException, SQLException {
    try (var connection = DriverManager.getConnection(address());
        var statement = connection.createStatement()) {
      statement.execute(
          Files.readString(ROOT.resolve("city/src/test/resources/released/0.1.0.sql")));
    }
  }

  @BeforeEach
  void bothRun() throws Exception {
    try (var starting = Executors.newVirtualThreadPerTaskExecutor()) {
      var begun = new ArrayList<Future<ServerProcess>>();
      for (int i = servers.size(); i < 2; i++) {
        begun.add(starting.submit(this::start));
      }
      for (Future<ServerProcess> each : begun) {
        servers.add(each.get());
      }
    }
  }

  @AfterAll
  void stopThem() throws IOException {
    for (ServerProcess each : servers) {
      each.close();
    }
  }

  @Test
  void whatChangesOnOneIsSoOnTheOther() throws Exception {
    var one = Visitor.of(client, servers.getFirst().site());
    assertThat(query("select name from twin.scenario where id = ?", "s2"))
        .as("of the earlier release")
        .isEqualTo("Child");

    String made = path(one.post("/barcelona/scenarios", Map.of("name", "Made on one")));
    // The form that the first gave is taken by the second.
    var other = new Visitor(client, servers.getLast().site(), one.cookie(), one.token());
    assertThat(other.post(made + "/name", Map.of("name", "Named on the other")).statusCode())
        .isEqualTo(303);
    assertAlike(made + ".json");
    assertThat(one.get(made).body()).contains("Named on the other");

    Path list = folder.resolve("centres.csv");
    Files.writeString(list, "id,kind,name,lat,lon\nc1,social,Centro nuovo,41.40,2.16\n");
    var imported =
        ServerProcess.begin(
            folder.resolve("home"),
            store(),
            "import",
            "barcelona",
            "--facilities",
            list.toString());
    assertThat(imported.process().waitFor()).as(Files.readString(imported.log())).isZero();
    String facilities = "/barcelona/layers/facilities.geojson";
    for (ServerProcess each : servers) {
      var visitor = Visitor.of(client, each.site());
      Waiting.until(LIMIT, () -> visitor.get(facilities).body().contains("Centro nuovo"));
    }
    for (String each :
        List.of(
            facilities,
            "/barcelona/zones.geojson",
            "/ogc/barcelona/collections/stops/items?f=json")) {
      assertAlike(each);
    }
  }

  @Test
  void theRunOfAKilledServerIsFinishedByTheOther() throws Exception {
    var one = Visitor.of(client, servers.getFirst().site());
    String scenario = path(one.post("/barcelona/scenarios", Map.of("name", "Long")));
    String run = path(one.post(scenario + "/run", LONG)).replaceAll(".*/", "");
    Waiting.until(LIMIT, () -> !"".equals(worker(run, "running")));
    String first = worker(run, "running");
    ServerProcess killed = servers.stream().filter(each -> is(each, first)).findAny().orElseThrow();
    killed.kill();
    servers.remove(killed);

    Waiting.until(LIMIT, () -> !"".equals(worker(run, "done")));
    assertThat(is(servers.getFirst(), worker(run, "done"))).isTrue();
    assertThat(query("select attempts::text from twin.run where id = ?", run)).isEqualTo("2");
    var left = Visitor.of(client, servers.getFirst().site());
    assertThat(left.get("/runs/" + run + ".json").statusCode()).isEqualTo(200);
  }

  /// Each server is replaced while people use both; who finds one closed asks the other.
  @Test
  void replacingOneAfterTheOtherLosesNoRequest() throws Exception {
    var form = Visitor.of(client, servers.getFirst().site());
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> busy = new ArrayList<>();
      for (int i = 0; i < PEOPLE; i++) {
        int person = i;
        busy.add(people.submit(() -> use(form, person)));
      }
      for (int place = 0; place < servers.size(); place++) {
        awaitMore(busy);
        ServerProcess old = servers.get(place);
        old.close();
        assertThat(old.process().exitValue()).isEqualTo(143);
        servers.set(place, start());
      }
      awaitMore(busy);
      stop.set(true);
      for (Future<?> each : busy) {
        each.get();
      }
    }
    for (ServerProcess each : servers) {
      var visitor = Visitor.of(client, each.site());
      for (String scenario : acknowledged) {
        assertThat(visitor.get(scenario).statusCode()).as(scenario).isEqualTo(200);
      }
    }
    assertThat(logs()).doesNotContain("incident");
    System.out.printf(
        "two servers replaced: %d requests answered, %d forms kept, %d times the other was asked%n",
        answered.get(), acknowledged.size(), askedAnother.get());
  }

  private Void use(Visitor form, int person) throws Exception {
    for (int i = person; !stop.get(); i++) {
      if (i % 2 == 0) {
        acknowledged.add(
            path(
                answer(
                    i, form, each -> each.post("/barcelona/scenarios", Map.of("name", "kept")))));
      } else {
        var page = answer(i, form, each -> each.get("/barcelona"));
        assertThat(page.statusCode()).as(logs()).isEqualTo(200);
      }
      answered.incrementAndGet();
      LockSupport.parkNanos(BREATH_NANOS);
    }
    return null;
  }

  private interface Request {
    HttpResponse<String> to(Visitor visitor) throws IOException, InterruptedException;
  }

  /// Asks the servers in turn, as a proxy before them does, until one answers; a new connection
  /// each time, as proxies do for forms.
  private HttpResponse<String> answer(int turn, Visitor form, Request request) throws Exception {
    for (int attempt = 0; attempt < servers.size(); attempt++) {
      String site = servers.get((turn + attempt) % servers.size()).site();
      try (var own = HttpClient.newHttpClient()) {
        var answer = request.to(new Visitor(own, site, form.cookie(), form.token()));
        if (answer.statusCode() != 503) {
          return answer;
        }
      } catch (IOException closed) {
        askedAnother.incrementAndGet();
      }
    }
    throw new AssertionError("no server answers");
  }

  /// What all servers complained of until now.
  private static String logs() throws IOException {
    var all = new StringBuilder();
    try (var files = Files.list(folder.resolve("home-said"))) {
      for (Path each : files.sorted().toList()) {
        all.append(Files.readString(each));
      }
    }
    return all.toString();
  }

  private void awaitMore(List<Future<?>> busy) throws Exception {
    int enough = answered.get() + BETWEEN;
    Waiting.until(LIMIT, () -> answered.get() >= enough || busy.stream().anyMatch(Future::isDone));
    for (Future<?> each : busy) {
      if (each.isDone()) {
        each.get(); // says what went wrong
      }
    }
  }

  private void assertAlike(String path) throws IOException, InterruptedException {
    var first = Visitor.of(client, servers.getFirst().site()).get(path);
    var last = Visitor.of(client, servers.getLast().site()).get(path);
    assertThat(first.statusCode()).as(path).isEqualTo(200);
    assertThat(withoutPort(last)).isEqualTo(withoutPort(first));
  }

  private static String withoutPort(HttpResponse<String> answer) {
    return answer.body().replaceAll("127\\.0\\.0\\.1:\\d+|\"timeStamp\":\\s*\"[^\"]*\"", "");
  }

  private static String path(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    String location = answer.headers().firstValue("Location").orElseThrow();
    return location.contains("after=")
        ? "/runs/" + location.replaceAll(".*after=|#.*", "")
        : URI.create(location).getPath();
  }

  private ServerProcess start() throws Exception {
    return ServerProcess.start(folder.resolve("home"), store());
  }

  private static Map<String, String> store() {
    return Map.of("TRAMA_DB_URL", address(), "TRAMA_RATES_WRITE", "100000/60");
  }

  private static String address() {
    DatabaseUrl url = DATABASE.url();
    return url.jdbc() + "&user=" + url.user() + "&password=" + url.password();
  }

  /// Who computes a run that is in such a state, or did; empty where it is in another.
  private static String worker(String run, String state) throws SQLException {
    return query("select worker from twin.run where id = ? and state = ?", run, state);
  }

  private static boolean is(ServerProcess server, String worker) {
    return worker.contains("-" + server.process().pid() + "@");
  }

  private static String query(String sql, String... values) throws SQLException {
    try (var connection = DriverManager.getConnection(address());
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      try (var rows = statement.executeQuery()) {
        return rows.next() ? rows.getString(1) : "";
      }
    }
  }
}
