package eu.trama.city.algorithms.monitoring;

import static eu.trama.city.algorithms.decisions.OnTheWay.as;
import static eu.trama.city.algorithms.decisions.OnTheWay.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import eu.trama.city.CityServer;
import eu.trama.city.algorithms.RuleSet;
import eu.trama.city.algorithms.decisions.DecisionDesk;
import eu.trama.city.algorithms.decisions.OnTheWay;
import eu.trama.city.algorithms.register.Register;
import eu.trama.city.identity.Role;
import eu.trama.city.identity.session.People;
import eu.trama.city.identity.session.Sessions;
import eu.trama.city.store.TestStore;
import eu.trama.city.web.Browser;
import eu.trama.city.web.Browser.Look;
import eu.trama.city.web.Browser.Visitor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// The pages of monitoring: a visitor reads last month's figures, an auditor enters a sample by
/// which the check stops itself, a caseworker reports an incident, and the auditor closes it.
@SpringBootTest(
    classes = CityServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "trama.test.store=monitoring-pages")
@ContextConfiguration(initializers = TestStore.class)
@Import(OnTheWay.Setup.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonitoringBrowserTest {

  private static final String WAY = "/algorithms/transport-card";

  @LocalServerPort private int port;
  @Autowired private Register register;
  @Autowired private RuleSet rules;
  @Autowired private DecisionDesk desk;
  @Autowired private People people;
  @Autowired private Sessions sessions;
  @Autowired private Clock clock;
  @Autowired private Monitoring monitoring;
  @Autowired private OnTheWay.Hands hands;
  private Browser browser;
  private final List<UUID> refused = new ArrayList<>();
  private final List<UUID> granted = new ArrayList<>();

  @BeforeAll
  void open() {
    browser = Browser.start(port);
    new OnTheWay(register, rules).toOperation(() -> {});
    // Three months of decisions that end with the one that runs; the first is not a whole one.
    hands.ahead(Duration.ofDays(-62));
    decide(12, 0);
    hands.ahead(Duration.ofDays(-31));
    decide(120, 0);
    hands.ahead(Duration.ZERO);
    decide(60, 2_000);
  }

  @AfterAll
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  private void decide(int cases, int up) {
    for (int i = 0; i < cases; i++) {
      boolean sixty = i % 2 == 0;
      var answers =
          Map.of(
              "registered",
              "yes",
              "sixty",
              sixty ? "yes" : "no",
              "disability",
              sixty ? "no" : "yes",
              "members",
              String.valueOf(1 + (i / 2) % 3),
              "income",
              String.valueOf(up + 29_000L * (i * 7 % cases) / cases));
      UUID id =
          as(
              person("resident-" + UUID.randomUUID(), Role.RESIDENT),
              () -> desk.decide(rules, answers));
      String outcome = rules.decide(answers).outcome();
      (outcome.equals("none") ? refused : granted).add(id);
    }
  }

  private Visitor signedIn(Look look, Role role) {
    Visitor visitor = browser.visitor(look);
    var who = people.welcome("built-in", "m-" + role.key(), role.key(), EnumSet.of(role));
    String session = sessions.begin(new Sessions.Beginning(who, "token", null, "", "127.0.0.0/24"));
    visitor
        .page()
        .context()
        .addCookies(
            List.of(new Cookie("trama-session", session).setUrl("http://127.0.0.1:" + port)));
    return visitor;
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  @Test
  void fromFiguresToTheStopAndTheIncident() {
    try (var phone = browser.visitor(Look.PHONE);
        var auditor = signedIn(Look.DESKTOP, Role.AUDITOR);
        var caseworker = signedIn(Look.PHONE, Role.CASEWORKER)) {
      phone.open(WAY);
      phone
          .page()
          .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Xifres en funcionament"))
          .click();
      assertThat(phone.page().locator("#outcomes-age tbody tr").count()).isEqualTo(2);
      phone.checked().photographed("monitoring-public");
      // Everybody reads months that are over only; nobody else's buttons are there.
      assertThat(phone.page().locator("nav.tabs a").count()).isEqualTo(2);
      assertThat(phone.page().locator("main form").count()).isZero();

      auditor.open(WAY + "/monitoring");
      assertThat(auditor.page().locator("nav.tabs a").count()).isEqualTo(3);
      press(auditor.page(), "Avalua els llindars ara");
      assertThat(auditor.page().locator("main").innerText())
          .contains("Els llindars s’han avaluat.", "Massa pocs casos");
      auditor.checked().photographed("monitoring-auditor");

      auditor.open(WAY + "/truth").checked().photographed("monitoring-truth");
      auditor.page().fill("#lines", "no-id,free\n" + granted.getFirst() + ",gold");
      press(auditor.page(), "Entra la mostra");
      assertThat(auditor.page().locator(".error-summary li").count()).isEqualTo(1);
      auditor.checked();
      String lines =
          granted.stream().limit(60).map(id -> id + ",free").collect(Collectors.joining("\n"))
              + "\n"
              + refused.stream()
                  .limit(40)
                  .map(id -> id + ",free")
                  .collect(Collectors.joining("\n"));
      auditor.page().fill("#lines", lines);
      press(auditor.page(), "Entra la mostra");
      assertThat(auditor.page().locator("main").innerText())
          .contains("S’han entrat " + lines.lines().count() + " decisions.");

      auditor.open(WAY + "/monitoring");
      press(auditor.page(), "Avalua els llindars ara");
      assertThat(auditor.page().locator("main").innerText())
          .contains("El sistema està aturat", "Superat: el sistema s’atura");
      auditor.checked().photographed("monitoring-stopped");
      phone.open(WAY + "/monitoring");
      assertThat(phone.page().locator("main").innerText()).contains("El sistema està aturat");
      phone.checked().photographed("monitoring-stopped-public");

      incident(auditor, caseworker);
    }
  }

  private void incident(Visitor auditor, Visitor caseworker) {
    Page page = caseworker.open(WAY + "/incidents").page();
    caseworker.checked().photographed("monitoring-incidents");
    page.check("input[name=severity][value=serious]");
    page.fill("#text", "L’Ada (ada@example.org) no va rebre la targeta.");
    press(page, "Comunica’l");
    assertThat(page.locator(".error-summary").innerText()).contains("dades d’una persona");
    caseworker.checked();
    page.fill("#text", "Una persona no va rebre la targeta i hi tenia dret.");
    press(page, "Comunica’l");
    caseworker.checked().photographed("monitoring-incident");
    assertThat(page.locator("main").innerText()).contains("Art. 73(2)");
    String path = java.net.URI.create(page.url()).getPath();

    hands.ahead(Duration.ofDays(20));
    try {
      // The session of the auditor has run out by then.
      assertThat(Instant.now(clock)).isAfter(Instant.now().plus(Duration.ofDays(19)));
      try (var later = signedIn(Look.DESKTOP, Role.AUDITOR)) {
        later.open(path);
        assertThat(later.page().locator("main").innerText()).contains("Fora de termini");
        later.checked().photographed("monitoring-overdue");
        later.page().check("input[name=do][value=closed]");
        later.page().fill("#text", "S’ha lliurat la targeta.");
        press(later.page(), "Signa");
        assertThat(later.page().locator(".error-summary").innerText())
            .contains("abans es comuniqui a l’autoritat");
        later.page().check("input[name=do][value=reported]");
        press(later.page(), "Signa");
        later.page().check("input[name=do][value=closed]");
        later.page().fill("#text", "S’ha lliurat la targeta.");
        press(later.page(), "Signa");
        assertThat(later.page().locator("main").innerText()).contains("Tancat");
        later.checked().photographed("monitoring-closed");
      }
    } finally {
      hands.ahead(Duration.ZERO);
    }
    assertThat(auditor.open(path).page().locator("form[action*=incidents]").count()).isZero();
    assertThat(monitoring.latest(rules.id())).isPresent();
  }
}
