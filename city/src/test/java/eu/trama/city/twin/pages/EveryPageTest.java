package eu.trama.city.twin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import eu.trama.city.identity.Person;
import eu.trama.city.identity.Role;
import eu.trama.city.identity.SignedIn;
import eu.trama.city.twin.Imports;
import eu.trama.city.twin.Provenance;
import eu.trama.city.twin.Run;
import eu.trama.city.twin.Runs;
import eu.trama.city.twin.Scenarios;
import eu.trama.city.twin.Templates;
import eu.trama.city.twin.Twin;
import eu.trama.city.twin.federation.JointRuns;
import eu.trama.city.twin.federation.Peers;
import eu.trama.city.web.Browser;
import eu.trama.city.web.Browser.Look;
import eu.trama.city.web.WithBrowser;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.core.context.SecurityContextHolder;

/// Every page of the twin is quiet, accessible and no wider than its window, in every look. A page
/// that this test forgets fails it.
@TwinSite
@WithBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {

  @Autowired private ShownPages shown;
  @Autowired private TwinRuns twinRuns;
  @Autowired private Runs runs;
  @Autowired private Twin twin;
  @Autowired private Scenarios scenarios;
  @Autowired private Imports imports;
  @Autowired private Templates templates;
  @Autowired private Peers peers;
  @Autowired private JointRuns joint;
  @LocalServerPort private int port;

  private String changed = "";
  private String other = "";
  private String after = "";
  private String barcelona = "";
  private String bologna = "";
  private String peer = "";
  private String tried = "";

  static List<Look> looks() {
    return Look.all();
  }

  @BeforeAll
  void prepare(@TempDir Path folder) throws IOException, InterruptedException {
    var today = twin.today("barcelona");
    var scenario = scenarios.create(today, "Un de cada", "Tota mena de canvis.", Changes.ALL);
    changed = "/scenarios/" + scenario.id();
    other = scenarios.create(today, "Un altre", "", Changes.ALL.subList(0, 3)).id();
    after = twinRuns.done(runs.of(scenario, "reach", TwinRuns.SMALL)).id();
    barcelona = twinRuns.baseline("barcelona").id();
    bologna = twinRuns.baseline("bologna").id();
    renameACentre(folder);
    lookAtBologna();
  }

  /// This server as a peer of its own.
  private void lookAtBologna() throws InterruptedException {
    var planner = new Person("planner", "Planner", Set.of(Role.PLANNER));
    SecurityContextHolder.getContext().setAuthentication(new SignedIn(planner));
    try {
      String id = peers.add("barcelona", "http://127.0.0.1:" + port + "/ogc/bologna");
      peer = "/barcelona/peers/" + id;
      String policy = templates.policies().getFirst().text();
      tried = joint.begin("barcelona", id, "reach", policy, "ca", TwinRuns.SMALL);
    } finally {
      SecurityContextHolder.clearContext();
    }
  }

  /// Two editions of one list, so that a feature has a history.
  private void renameACentre(Path folder) throws IOException {
    for (String name : List.of("Centro vecchio", "Centro nuovo")) {
      Path file = folder.resolve(name + ".csv");
      Files.writeString(
          file,
          "id,kind,name,lat,lon\nc1,social," + name + ",44.50,11.35\nc2,social,Sud,44.48,11.34\n");
      var from = LocalDate.parse(name.endsWith("vecchio") ? "2026-01-01" : "2026-06-01");
      imports.run(
          "bologna",
          List.of(
              new Imports.Item(
                  "facilities", file, Map.of(), Provenance.titled(name), Optional.of(from))),
          Silent.PROGRESS);
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void everyPageIsAccessibleAndFitsItsWindow(Look look, Browser browser) {
    var softly = new SoftAssertions();
    shown.forget();
    try (var visitor = browser.visitor(look)) {
      var tour = new Tour(softly, visitor);
      city(tour);
      scenario(tour);
      tasks(tour);
      results(tour);
      peers(tour);
      waiting(tour);
    }
    softly.assertThat(shown.missing()).as("pages that nobody looked at").isEmpty();
    softly.assertAll();
  }

  private void city(Tour tour) {
    tour.look("city", "/barcelona");
    tour.look("city-bologna", "/bologna");
    tour.look("zones", "/barcelona/zones");
    tour.look("zones-districts", "/barcelona/zones?level=district&sort=income");
    tour.look("zone", "/barcelona/zones/neighbourhood:01");
    tour.look("layers", "/barcelona/layers");
    tour.look("layer-lines", "/barcelona/layers/lines");
    tour.look("layer-facilities", "/barcelona/layers/facilities");
    tour.look("layer-stops", "/bologna/layers/stops");
    tour.look("layer-empty", "/barcelona/layers/facilities?known=2020-01-31");
    tour.look("feature", "/barcelona/layers/stops/metro-horta");
    tour.look("feature-line", "/barcelona/layers/lines/L3");
    tour.look("feature-history", "/bologna/layers/facilities/social:c1");
    tour.look("feature-absent", "/bologna/layers/facilities/social:c1?valid=2025-01-31");
    tour.look("catalogue", "/barcelona/catalogue");
    tour.page().locator("#datasets tbody a").first().click();
    tour.look("dataset");
    tour.look("catalogues", "/catalogue");
    tour.wrong("refused", "/barcelona/layers/stops?valid=ahir");
    tour.look("scenarios", "/barcelona/scenarios");
    tour.planner().press("Comença un escenari");
    tour.wrong("scenarios-errors");
  }

  private void scenario(Tour tour) {
    tour.look("scenario", changed);
    tour.page().fill("#other", other);
    tour.planner().press("Compara els canvis");
    tour.look("diff");
    tour.look("diff-none", changed + "/diff/" + changed.replaceAll(".*/", ""));
    tour.page().navigate("/barcelona/scenarios");
    tour.page().fill("#name", "Proves");
    tour.planner().press("Comença un escenari");
    tour.planner().awaitMaps();
    tour.look("scenario-blank");
  }

  private static void tasks(Tour tour) {
    String scenario = URI.create(tour.page().url()).getPath();
    for (String task :
        List.of(
            "headway",
            "headway/often?thing=L1",
            "remove-line",
            "close-stop",
            "close-facility",
            "close-street",
            "add-stop",
            "add-facility",
            "new-line",
            "new-line?ask=mode&name=A",
            "new-line?ask=stops&name=A&mode=tram&stop=metro-horta",
            "new-line?ask=stops&name=A",
            "new-line?ask=check&name=A&mode=tram&stop=metro-horta&stop=metro-jaume-i&speed=18&minutes=5",
            "run")) {
      String name =
          task.replaceAll("[?&](name|mode|thing|stop|speed|minutes)=[^&]*", "")
              .replaceAll("[^a-z]+", "-");
      tour.look("task-" + name, scenario + "/" + task);
    }
    tour.page().fill("#window", "0");
    tour.planner().press("Calcula");
    tour.wrong("task-run-errors");
  }

  private void results(Tour tour) {
    tour.look("result", "/runs/" + after);
    tour.look("compare", "/compare?before=" + barcelona + "&after=" + after);
    tour.look("cities", "/compare?before=" + bologna + "&after=" + barcelona);
  }

  private void peers(Tour tour) {
    tour.look("peers", "/barcelona/peers");
    tour.look("peer-layer", peer + "/zones");
    tour.look("joint-form", peer + "/try");
    tour.page().navigate(peer + "/try/" + tried);
    tour.page().waitForFunction("() => document.querySelector('#joint:not([hx-get])')");
    tour.look("joint");
  }

  /// The queue is stopped meanwhile, and the runs put as far as the picture shows.
  private void waiting(Tour tour) {
    twinRuns.hold();
    try {
      var parameters = Map.of("window", "5", "spacing", String.valueOf(1600 + looked++));
      Run one = runs.baseline(twin.today("barcelona"), "reach", parameters);
      Run two = runs.baseline(twin.today("bologna"), "reach", parameters);
      twinRuns.put(one.id(), "done", 1);
      twinRuns.put(two.id(), "running", 0.42);
      tour.look("waiting", "/compare?before=" + one.id() + "&after=" + two.id());
      Page page = tour.page();
      assertThat(page.locator("[role=status]").first().textContent()).contains("40");
      twinRuns.put(two.id(), "cancelled", 0.42);
      page.getByText("El càlcul no s’ha acabat").first().waitFor();
      tour.look("stopped");
      twinRuns.put(one.id(), "cancelled", 0);
    } finally {
      twinRuns.release();
    }
  }

  private int looked;
}
