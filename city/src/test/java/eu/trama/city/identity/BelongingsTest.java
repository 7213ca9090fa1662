package eu.trama.city.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.city.CityServer;
import eu.trama.city.identity.audit.SignInLog;
import eu.trama.city.identity.session.SessionDesk;
import eu.trama.city.store.TestStore;
import eu.trama.city.twin.Runs;
import eu.trama.city.twin.Scenario;
import eu.trama.city.twin.Scenarios;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.ContextConfiguration;

/// What belongs to a person, and what only some roles may do: on the pages, and in the services
/// behind them whatever page leads there.
@SpringBootTest(
    classes = CityServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestStore.class)
class BelongingsTest {

  @LocalServerPort private int port;
  @Autowired private Scenarios scenarios;
  @Autowired private Runs runs;
  @Autowired private SessionDesk desk;
  @Autowired private SignInLog log;

  private Browsing owner;
  private Browsing visitor;
  private Browsing other;

  @BeforeEach
  void threeBrowsers() throws Exception {
    owner = as("marta");
    visitor = browser();
    other = as("ivan");
  }

  @AfterEach
  void nobody() {
    SecurityContextHolder.clearContext();
  }

  private Browsing browser() {
    return new Browsing("http://127.0.0.1:" + port);
  }

  private Browsing as(String person) throws Exception {
    var browser = browser();
    browser.signIn(person);
    return browser;
  }

  private static String begin(Browsing browser) throws Exception {
    return Browsing.location(
        browser.post("/barcelona/scenarios", "/barcelona/scenarios", "name", "Mine"));
  }

  private Scenario scenario(String path) {
    return scenarios.find(path.replace("/scenarios/", "")).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"name", "undo", "redo", "new-line", "close-stop", "add-stop", "headway/often"})
  void onlyItsOwnerEditsAScenario(String action) throws Exception {
    var path = begin(owner);
    var before = scenario(path);
    for (Browsing stranger : new Browsing[] {visitor, other}) {
      var refused = stranger.post("/about", path + "/" + action, "name", "Taken", "lang", "en");
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(refused.body()).contains("d’una altra persona");
    }
    assertThat(scenario(path)).isEqualTo(before);
    assertThat(owner.post(path, path + "/" + action, "name", "Still mine").statusCode())
        .isNotIn(403, 500);
  }

  @Test
  void othersReadRunAndBranchIt() throws Exception {
    var path = begin(owner);
    assertThat(other.get(path + "?lang=en").body())
        .contains("belongs to somebody else")
        .doesNotContain(path + "/undo", path + "/new-line");
    assertThat(owner.get(path).body()).contains(path + "/undo", path + "/new-line");
    assertThat(other.get(path + ".json").body()).doesNotContain("owner");
    var branch = Browsing.location(other.post(path, path + "/branch")).replace("#steps", "");
    assertThat(scenario(branch).owner()).isNotNull().isNotEqualTo(scenario(path).owner());
    assertThat(other.post(branch, branch + "/name", "name", "Now mine").statusCode())
        .isEqualTo(303);
    assertThat(visitor.get(path + "/run").statusCode()).isEqualTo(200);
  }

  @Test
  void whatAVisitorMadeIsEverybodysWhoHasTheLink() throws Exception {
    var path = begin(visitor);
    assertThat(scenario(path).owner()).isNull();
    assertThat(other.post(path, path + "/name", "name", "Ours").statusCode()).isEqualTo(303);
    assertThat(scenario(path).name()).isEqualTo("Ours");
  }

  @Test
  void aRunIsStoppedByWhoAskedForItByPlannersAndOperators() throws Exception {
    var path = begin(owner);
    var asked = owner.post(path, path + "/run", "model", "reach", "window", "7", "spacing", "1700");
    var run = Browsing.location(asked).replaceAll(".*after=|.*/runs/", "");
    assertThat(runs.find(run)).isPresent();
    for (Browsing stranger : new Browsing[] {visitor, other}) {
      assertThat(stranger.post("/about", "/runs/" + run + "/cancel").statusCode()).isEqualTo(403);
    }
    for (Browsing allowed : new Browsing[] {owner, as("giulia"), as("jordi")}) {
      assertThat(allowed.post("/about", "/runs/" + run + "/cancel").statusCode()).isEqualTo(303);
    }
  }

  @ParameterizedTest
  @EnumSource
  void servicesCheckRolesThemselves(Role role) {
    SecurityContextHolder.getContext()
        .setAuthentication(new SignedIn(new Person("somebody", "Somebody", Set.of(role))));
    if (role == Role.OPERATOR) {
      assertThat(desk.latest(1)).hasSizeLessThanOrEqualTo(1);
      assertThat(desk.end("no such session")).isEmpty();
    } else {
      assertThatThrownBy(() -> desk.latest(1)).isInstanceOf(AccessDeniedException.class);
      assertThatThrownBy(() -> desk.end("x")).isInstanceOf(AccessDeniedException.class);
    }
    if (role == Role.OPERATOR || role == Role.AUDITOR) {
      assertThat(log.before(Long.MAX_VALUE, 1)).hasSize(1);
    } else {
      assertThatThrownBy(() -> log.before(Long.MAX_VALUE, 1))
          .isInstanceOf(AccessDeniedException.class);
    }
  }

  @Test
  void aThreadThatActsForNobodyMayDoWhatAVisitorMay() {
    assertThatThrownBy(() -> desk.latest(1)).isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> log.before(Long.MAX_VALUE, 1))
        .isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void anOperatorEndsASessionAndTheLogSaysSo() throws Exception {
    var operator = as("jordi");
    var victim = as("pau");
    var page = operator.get("/operator?lang=en").body();
    var handle =
        page.replaceAll(
            "(?s).*?<h3>Pau Riera \\(demo\\)</h3>.*?value=\"([A-Za-z0-9_-]{43})\">.*", "$1");
    assertThat(handle).hasSize(43);
    assertThat(operator.post("/operator", "/operator/sessions/end", "session", handle).statusCode())
        .isEqualTo(303);
    assertThat(victim.get("/about").body()).doesNotContain("Pau Riera");
    assertThat(operator.get("/operator/sign-ins?lang=en").body())
        .contains("an operator ended the session");
    var auditor = as("stefano");
    assertThat(auditor.get("/operator/sign-ins").statusCode()).isEqualTo(200);
    assertThat(auditor.get("/operator").statusCode()).isEqualTo(403);
    assertThat(auditor.post("/about", "/operator/sessions/end", "session", handle).statusCode())
        .isEqualTo(403);
  }
}
