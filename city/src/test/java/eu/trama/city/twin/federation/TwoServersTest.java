package eu.trama.city.twin.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.trama.city.CityServer;
import eu.trama.city.cli.TrialServer;
import eu.trama.city.identity.Person;
import eu.trama.city.identity.Role;
import eu.trama.city.identity.SignedIn;
import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Comparison;
import eu.trama.city.twin.Json;
import eu.trama.city.twin.Run;
import eu.trama.city.twin.Runs;
import eu.trama.city.twin.ScenarioJson;
import eu.trama.city.twin.Scenarios;
import eu.trama.city.twin.Templates;
import eu.trama.city.twin.Twin;
import eu.trama.city.twin.Zones;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/// Two servers, each with a store of its own: Barcelona's looks at Bologna's, and both try the same
/// policy. Then Bologna's is switched off.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoServersTest {

  private static final Map<String, String> COARSE = Map.of("window", "10", "spacing", "1500");
  private static final String INDICATOR = "people-30-p50";

  private final HttpClient client = HttpClient.newHttpClient();
  private TrialServer barcelona;
  private TrialServer bologna;
  private String peer = "";
  private String tried = "";

  @BeforeAll
  void start() throws IOException {
    barcelona =
        TrialServer.open(CityServer.class, Map.of("trama.federation.private-hosts", "true"));
    bologna = TrialServer.open(CityServer.class);
  }

  @AfterAll
  void stop() {
    barcelona.close();
    bologna.close();
  }

  @BeforeEach
  void aPlannerIsSignedIn() {
    var planner = new Person("p", "Planner", Set.of(Role.PLANNER));
    SecurityContextHolder.getContext().setAuthentication(new SignedIn(planner));
  }

  @AfterEach
  void nobodyIs() {
    SecurityContextHolder.clearContext();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + barcelona.port() + path))
            .header("Accept", "text/html")
            .header("Accept-Language", "en")
            .build(),
        BodyHandlers.ofString());
  }

  private Peer bolognaAsPeer() {
    return barcelona.service(Peers.class).find("barcelona", peer).orElseThrow();
  }

  @Test
  @Order(1)
  void barcelonaLooksAtBologna() throws IOException, InterruptedException {
    peer =
        barcelona
            .service(Peers.class)
            .add("barcelona", "http://127.0.0.1:" + bologna.port() + "/ogc/bologna");
    var page = get("/barcelona/peers");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Bologna", "/barcelona/peers/" + peer + "/stops", "reach");
  }

  @Test
  @Order(2)
  void aLayerOfBolognaIsShownWithWhereItComesFrom() throws IOException, InterruptedException {
    var page = get("/barcelona/peers/" + peer + "/stops");
    assertThat(page.statusCode()).isEqualTo(200);
    var some = bologna.service(Twin.class).features(today(bologna, "bologna"), "stops").getFirst();
    assertThat(page.body())
        .contains(some.properties().requireText("name"), "127.0.0.1:" + bologna.port());
    var file = get("/barcelona/peers/" + peer + "/stops.geojson");
    int theirs = bologna.service(Twin.class).features(today(bologna, "bologna"), "stops").size();
    assertThat(Json.read(file.body()).path("features").size()).isEqualTo(theirs).isPositive();
  }

  private static eu.trama.city.twin.Snapshot today(TrialServer server, String city) {
    return server.service(Twin.class).today(city);
  }

  @Test
  @Order(3)
  void onlyPlannersMakeThisServerAskAnother() {
    var resident = new Person("r", "Resident", Set.of(Role.RESIDENT));
    SecurityContextHolder.getContext().setAuthentication(new SignedIn(resident));
    assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> begin(policy()));
  }

  private String policy() {
    return barcelona.service(Templates.class).policies().stream()
        .filter(each -> each.id().equals("half-as-often"))
        .findFirst()
        .orElseThrow()
        .text();
  }

  private String begin(String policy) throws InterruptedException {
    return barcelona
        .service(JointRuns.class)
        .begin("barcelona", peer, "reach", policy, "en", COARSE);
  }

  /// The other server's figures, as they came over the wire, are those that it has itself.
  @Test
  @Order(4)
  void bothTryTheSamePolicy() throws Exception {
    tried = begin(policy());
    var joint = barcelona.service(JointRuns.class);
    JointRun run = joint.find("barcelona", peer, tried).orElseThrow();
    PeerResults theirs = await(joint, run);
    Comparison there = JointSides.there(theirs, indicator());
    Comparison own = asBolognaHasIt();
    assertThat(there.rows()).hasSize(18).hasSameSizeAs(own.rows());
    assertThat(there.before()).isEqualTo(own.before()).isPositive();
    assertThat(there.after()).isEqualTo(own.after());
    assertThat(there.after()).as("half as many departures reach fewer").isLessThan(there.before());
    awaitHere(run.before());
    awaitHere(run.after());
    var page = get("/barcelona/peers/" + peer + "/try/" + tried);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Barcelona: before", "Bologna")
        .doesNotContain("being computed");
  }

  private static eu.trama.city.twin.Indicator indicator() {
    return new eu.trama.city.twin.Indicator(
        INDICATOR,
        "people",
        "people",
        eu.trama.city.twin.Indicator.Better.HIGHER,
        new java.util.TreeMap<>());
  }

  private static PeerResults await(JointRuns joint, JointRun run) throws Exception {
    long end = System.nanoTime() + java.time.Duration.ofMinutes(2).toNanos();
    Optional<PeerResults> results = joint.ofPeer(run);
    while (results.isEmpty()) {
      assertThat(System.nanoTime()).isLessThan(end);
      results = joint.ofPeer(run);
    }
    return results.get();
  }

  private void awaitHere(String id) {
    long end = System.nanoTime() + java.time.Duration.ofMinutes(2).toNanos();
    Runs runs = barcelona.service(Runs.class);
    while (runs.find(id).orElseThrow().state() != Run.State.DONE) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  /// What Bologna's own server says of the policy, asked without any network.
  private Comparison asBolognaHasIt() {
    Runs runs = bologna.service(Runs.class);
    Scenarios scenarios = bologna.service(Scenarios.class);
    var scenario = scenarios.adopt(ScenarioJson.read(policy(), "policy").in("bologna"), "en");
    Run before = runs.baseline(scenario.snapshot(), "reach", COARSE);
    Run after = runs.of(scenario, "reach", COARSE);
    assertThat(List.of(before.state(), after.state()))
        .as("computed already, since another server asked for the same")
        .containsOnly(Run.State.DONE);
    var zones =
        Zones.of(bologna.service(Twin.class).view(scenario.snapshot()), Zones.NEIGHBOURHOOD);
    return Comparison.of(zones, values(runs, before), values(runs, after));
  }

  private static Map<String, Double> values(Runs runs, Run run) {
    return Objects.requireNonNull(runs.results(run).orElseThrow().values().get(INDICATOR));
  }

  @Test
  @Order(5)
  void whatIsMadeForOneCityIsRefusedByTheOther() {
    String own =
        """
        {"trama": "scenario/1", "city": "barcelona", "name": "No L1",
         "edits": [{"op": "remove", "layer": "lines", "id": "L1"}]}
        """;
    assertThatExceptionOfType(BadInput.class)
        .isThrownBy(() -> begin(own))
        .satisfies(
            refused -> assertThat(refused.findings().getFirst().code()).isEqualTo("peer-refused"));
  }

  @Test
  @Order(6)
  void whenBolognaIsGoneItsPanelSaysSoAndAllElseStands() throws IOException, InterruptedException {
    bologna.close();
    var page = get("/barcelona/peers/" + peer + "/stops");
    assertThat(page.statusCode()).isEqualTo(502);
    assertThat(page.body()).contains("It cannot be reached now.");
    var watch =
        new PeerWatch(
            barcelona.service(Peers.class),
            barcelona.service(OfferReader.class),
            barcelona.service(FederationSettings.class));
    PeerState state = watch.look(List.of(bolognaAsPeer())).getFirst();
    watch.close();
    assertThat(state.fault()).contains(Fault.UNREACHABLE);
    assertThat(state.told()).as("what it last told").isPresent();
    assertThat(get("/barcelona/peers").statusCode()).isEqualTo(200);
    assertThat(get("/barcelona/peers/" + peer + "/try/" + tried).body())
        .as("what it computed is kept")
        .contains("Barcelona: before")
        .doesNotContain("It cannot be reached now.");
  }
}
