package eu.trama.city.algorithms;

import static eu.trama.city.algorithms.Attempts.CATALAN;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import eu.trama.city.CityServer;
import eu.trama.city.algorithms.register.Register;
import eu.trama.city.algorithms.stages.Gate;
import eu.trama.city.algorithms.stages.Origin;
import eu.trama.city.algorithms.stages.Stage;
import eu.trama.city.identity.Browsing;
import eu.trama.city.identity.Role;
import eu.trama.city.identity.session.People;
import eu.trama.city.identity.session.Sessions;
import eu.trama.city.store.TestStore;
import eu.trama.city.web.Browser;
import eu.trama.city.web.Browser.Look;
import eu.trama.city.web.Browser.Visitor;
import eu.trama.city.web.WithBrowser;
import java.net.URI;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/// The whole walk on a fresh server, by forms alone and without a script: the platform's check of
/// the transport card goes from its need to operation through the hands of people with four roles,
/// who cannot skip a gate; a resident is decided on, objects and is heard; an auditor stops it.
@SpringBootTest(
    classes = CityServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "trama.test.store=rights-walk")
@ContextConfiguration(initializers = TestStore.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@WithBrowser
class RightsWalkTest {

  private static final String SYSTEM = "/algorithms/transport-card";

  @LocalServerPort private int port;
  @Autowired private Register register;
  @Autowired private People people;
  @Autowired private Sessions sessions;

  private String decision = "";

  private String session(String key, String name, EnumSet<Role> roles) {
    var person = people.welcome("built-in", key, name, roles);
    return sessions.begin(new Sessions.Beginning(person, "token", null, "", "127.0.0.0/24"));
  }

  private Browsing browsing(String demo) throws Exception {
    var browsing = new Browsing("http://127.0.0.1:" + port);
    browsing.signIn(demo);
    return browsing;
  }

  private static Page signIn(Visitor visitor, String name, String path) {
    Page page = visitor.open("/sign-in?back=" + path).page();
    go(
        page,
        page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Entra com a " + name)));
    return page;
  }

  private static void press(Page page, String name) {
    go(
        page,
        page.locator("main")
            .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
            .first());
  }

  /// Presses or follows, and waits until the page it leads to is there: other people's pages must
  /// not be asked before.
  private static void go(Page page, Locator control) {
    var there = new AtomicBoolean();
    Consumer<Frame> arrived = frame -> there.set(true);
    page.onFrameNavigated(arrived);
    control.click();
    page.waitForCondition(there::get);
    page.offFrameNavigated(arrived);
    page.waitForLoadState();
  }

  private static void sign(Page page, String gate, Map<String, String> evidence) {
    page.navigate(SYSTEM + "/gates/" + gate);
    evidence.forEach((field, value) -> page.fill("#" + field, value));
    press(page, CATALAN.say("algorithms.sign"));
    assertThat(page.locator("#gates tr[data-id=" + gate + "] td").allInnerTexts())
        .contains(CATALAN.say("algorithms.gate.passed"));
  }

  private static void advance(Page page, Stage to) {
    page.navigate(SYSTEM);
    page.selectOption("#to", to.key());
    press(page, CATALAN.say("algorithms.advance.do"));
    assertThat(page.locator(".tag").first().innerText())
        .isEqualTo(CATALAN.say("algorithms.stage." + to.key()));
  }

  private Gate gate(String id) {
    return register.lifeCycle().protocol().gate(id).orElseThrow();
  }

  @Test
  @Order(1)
  void aFreshServerClaimsNothingAndSaysHowToGoOn(Browser browser) {
    for (Look look : List.of(Look.DESKTOP, Look.PHONE)) {
      try (var anybody = browser.visitor(look);
          var giulia = browser.visitor(look)) {
        anybody.open("/algorithms?q=targeta");
        go(anybody.page(), anybody.page().locator("main a[href='" + SYSTEM + "']").first());
        assertThat(anybody.page().locator(".tag").first().innerText())
            .isEqualTo(CATALAN.say("algorithms.stage.need"));
        assertThat(anybody.page().locator("#next").count()).isZero();
        anybody.checked().photographed("walk-fresh");
        signIn(giulia, "Giulia Conti", SYSTEM);
        assertThat(giulia.page().locator("#next ~ ul").first().locator("li").count()).isEqualTo(3);
        giulia.checked().photographed("walk-next");
      }
    }
  }

  @Test
  @Order(2)
  void fromNeedToOperationNoGateIsSkipped(Browser browser) throws Exception {
    String tecla = session("tecla", "Tecla Roca", EnumSet.allOf(Role.class));
    try (var marta = browser.visitor(Look.SCRIPTLESS);
        var giulia = browser.visitor(Look.SCRIPTLESS);
        var stefano = browser.visitor(Look.SCRIPTLESS);
        var nuria = browser.visitor(Look.SCRIPTLESS);
        var pau = browser.visitor(Look.SCRIPTLESS)) {
      var team = new Browsing("http://127.0.0.1:" + port);
      team.cookies().put("trama-session", tecla);
      ofTheTeam(browser, tecla);
      var staff = new EnumMap<Role, Browsing>(Role.class);
      staff.put(Role.PROCUREMENT, browsing("marta"));
      staff.put(Role.PLANNER, browsing("giulia"));
      staff.put(Role.AUDITOR, browsing("stefano"));
      staff.put(Role.CASEWORKER, browsing("nuria"));
      var attempts = new Attempts(SYSTEM, staff, team, browsing("montse"));
      Page buyer = signIn(marta, "Marta Vidal", SYSTEM);
      Page planner = signIn(giulia, "Giulia Conti", SYSTEM);
      Page auditor = signIn(stefano, "Stefano Neri", SYSTEM);
      Page caseworker = signIn(nuria, "Núria Soler", SYSTEM);

      attempts.signWithout(gate("risk-class"));
      screen(buyer);
      before(attempts, "design", "risk-class");
      sign(buyer, "risk-class", Map.of());
      before(attempts, "design", "prohibited");
      sign(auditor, "prohibited", Map.of());
      attempts.signWithout(gate("dpia"));
      attempts.study("data-protection");
      study(caseworker, "data-protection", 5, Map.of("officer", "Escoltada, i hi està d’acord."));
      before(attempts, "design", "dpia");
      sign(auditor, "dpia", Map.of());
      advance(planner, Stage.DESIGN);

      for (String gate : List.of("oversight-design", "data-minimised")) {
        before(attempts, "validation", gate);
        sign(planner, gate, Map.of("title", "Memòria de disseny", "reference", "Exp. 12/2026"));
      }
      advance(planner, Stage.VALIDATION);

      before(attempts, "operation", "accuracy");
      sign(auditor, "accuracy", Map.of("title", "Informe de proves", "m0", "1"));
      before(attempts, "operation", "fairness");
      sign(auditor, "fairness", Map.of("title", "Informe de proves", "m0", "0"));
      attempts.signWithout(gate("impact-study"));
      attempts.study("impact");
      study(caseworker, "impact", 1, Map.of());
      before(attempts, "operation", "impact-study");
      sign(buyer, "impact-study", Map.of());
      attempts.signWithout(gate("council-opinion"));
      council(signIn(pau, "Pau Riera", "/algorithms/council"), auditor);
      before(attempts, "operation", "council-opinion");
      sign(auditor, "council-opinion", Map.of());
      before(attempts, "operation", "register-entry");
      sign(buyer, "register-entry", Map.of());
      before(attempts, "operation", "notice");
      sign(planner, "notice", Map.of("title", "Cartell i web", "reference", "/transport-card"));
      for (String gate : List.of("explanation-path", "objection-path")) {
        before(attempts, "operation", gate);
        sign(caseworker, gate, Map.of("title", "Prova amb tres persones, novembre"));
      }
      assertThat(attempts.skipped())
          .containsExactlyInAnyOrderElementsOf(
              register.lifeCycle().protocol().way(Origin.PLATFORM).stream().map(Gate::id).toList());
      assertThat(attempts.refused()).isGreaterThan(60);
      advance(planner, Stage.OPERATION);
    }
  }

  /// Everything that is tried while a gate is the first that is open.
  private void before(Attempts attempts, String stage, String gate) throws Exception {
    attempts.advance(stage, gate(gate));
    attempts.decide(gate(gate));
    attempts.sign(gate(gate));
  }

  /// Whoever writes the entry is of the team, whatever roles they hold.
  private void ofTheTeam(Browser browser, String session) {
    try (var tecla = browser.visitor(Look.SCRIPTLESS)) {
      cookie(tecla, session);
      Page page = tecla.open(SYSTEM + "/edit?in=ca").page();
      page.fill("#contract", "Ordenança municipal de la targeta, art. 3");
      press(page, CATALAN.say("algorithms.edit.do"));
      press(page, CATALAN.say("algorithms.publish.do"));
      assertThat(page.locator("main").innerText()).contains("Ordenança municipal");
    }
  }

  private void cookie(Visitor visitor, String session) {
    visitor
        .page()
        .context()
        .addCookies(
            List.of(new Cookie("trama-session", session).setUrl("http://127.0.0.1:" + port)));
  }

  /// The proposed answers are there to be gone through, and the end is attached.
  private static void screen(Page page) {
    page.navigate(SYSTEM);
    go(page, page.locator("a[href*='screening?system=transport-card']").first());
    assertThat(page.locator("main").innerText())
        .contains(CATALAN.say("studies.screening.proposed"), "Annex III, point 5(a)");
    press(page, CATALAN.say("studies.attach.do"));
    assertThat(page.locator("main").innerText()).contains(CATALAN.say("studies.risk.high"));
  }

  /// The proposed study is checked, changed and submitted.
  private static void study(Page page, String name, int at, Map<String, String> changes) {
    page.navigate(SYSTEM + "/studies");
    go(page, page.locator("form:has(input[value=" + name + "]) button"));
    String study = URI.create(page.url()).getPath().replaceAll("/\\d+$", "");
    page.navigate(study + "/" + at);
    changes.forEach((question, answer) -> page.fill("#" + question, answer));
    press(page, CATALAN.say("studies.leave"));
    press(page, CATALAN.say("studies.submit"));
    assertThat(page.locator("form[action*=submit]").count()).isZero();
  }

  private static void council(Page member, Page auditor) {
    member.fill("#capacity", "Associacions de gent gran");
    press(member, CATALAN.say("algorithms.council.apply.do"));
    auditor.navigate("/algorithms/council");
    go(auditor, auditor.locator("button[value=admit]"));
    auditor.fill("#held", "2026-11-24");
    auditor.fill("#place", "Sala de plens");
    press(auditor, CATALAN.say("algorithms.council.new.do"));
    String session = URI.create(auditor.url()).getPath();
    auditor.selectOption("#system", "transport-card");
    auditor.fill("#question", "Pot proposar qui rep la targeta?");
    press(auditor, CATALAN.say("algorithms.council.add.do"));
    member.navigate(session);
    go(member, member.locator("button[value=for]"));
    auditor.fill("#minutes", "S’ha debatut i votat.");
    press(auditor, CATALAN.say("algorithms.council.close.do"));
  }

  @Test
  @Order(3)
  void aResidentIsDecidedOnObjectsAndIsHeard(Browser browser) {
    try (var montse = browser.visitor(Look.SCRIPTLESS);
        var nuria = browser.visitor(Look.SCRIPTLESS);
        var oriol = browser.visitor(Look.SCRIPTLESS)) {
      Page resident = signIn(montse, "Montse Farré", "/transport-card/ask");
      ask(resident, "17.398,93");
      decision = URI.create(resident.url()).getPath();
      assertThat(resident.locator("main").innerText()).contains("És una proposta");

      Page caseworker = signIn(nuria, "Núria Soler", "/decisions");
      go(caseworker, caseworker.locator("#proposals a").first());
      press(caseworker, CATALAN.say("decisions.confirm.do"));

      resident.navigate(decision);
      assertThat(resident.locator("main").innerText())
          .contains("No teniu dret a la targeta.", "17.398,92", "Confirmat el");
      look(browser, "Montse Farré", decision, "walk-explained");
      go(resident, resident.locator("a[href$=objection]"));
      press(resident, CATALAN.say("decisions.objection.do"));
      assertThat(resident.locator(".error-summary li").count()).isEqualTo(1);
      look(browser, "Montse Farré", decision + "/objection", "walk-objection");
      resident.fill("#income", "9.000,00");
      resident.fill("#text", "Vaig comptar dues vegades la pensió.");
      press(resident, CATALAN.say("decisions.objection.do"));

      caseworker.navigate(decision + "/answer");
      press(caseworker, CATALAN.say("decisions.answer.try"));
      assertThat(caseworker.locator(".error-summary").innerText())
          .contains("Vau confirmar aquesta decisió");

      cookie(oriol, session("oriol", "Oriol Mas", EnumSet.of(Role.CASEWORKER)));
      Page other = oriol.open("/decisions").page();
      go(other, other.locator("#answers a").first());
      go(other, other.locator("a[href$=answer]").first());
      press(other, CATALAN.say("decisions.answer.try"));
      assertThat(other.locator("#replayed").innerText()).contains("preu reduït");
      press(other, CATALAN.say("decisions.answer.do"));
      assertThat(other.locator(".error-summary li").count()).isEqualTo(1);
      other.fill("#reason", "La pensió es va comptar dues vegades.");
      press(other, CATALAN.say("decisions.answer.do"));

      resident.navigate(decision);
      assertThat(resident.locator("main").innerText())
          .contains(
              "Teniu dret a la targeta de preu reduït.",
              "La pensió es va comptar dues vegades.",
              "9.000,00",
              CATALAN.say("decisions.from.corrected"))
          .doesNotContain("17.398,93");
      look(browser, "Montse Farré", decision, "walk-heard");
    }
  }

  private static void ask(Page page, String income) {
    page.navigate("/transport-card/ask");
    page.check("input[name=registered][value=yes]");
    page.check("input[name=sixty][value=yes]");
    page.check("input[name=disability][value=no]");
    press(page, "Continua");
    page.fill("#members", "1");
    page.fill("#income", income);
    press(page, "Continua");
    press(page, "Envia i demana la decisió");
  }

  /// With scripts, so that axe can look, too.
  private static void look(Browser browser, String name, String path, String picture) {
    for (Look look : List.of(Look.DESKTOP, Look.PHONE)) {
      try (var visitor = browser.visitor(look)) {
        signIn(visitor, name, path);
        visitor.checked().photographed(picture);
      }
    }
  }

  @Test
  @Order(4)
  void anAuditorStopsItAndTheNextDecisionIsRefused(Browser browser) {
    try (var stefano = browser.visitor(Look.SCRIPTLESS);
        var montse = browser.visitor(Look.SCRIPTLESS);
        var anybody = browser.visitor(Look.PHONE)) {
      Page auditor = signIn(stefano, "Stefano Neri", SYSTEM + "/oversight");
      auditor.fill("#reason", "Tres queixes pel mateix llindar");
      press(auditor, CATALAN.say("algorithms.suspend.do"));
      assertThat(auditor.locator(".notice").first().innerText()).contains("Tres queixes");
      look(browser, "Stefano Neri", SYSTEM + "/oversight", "walk-oversight");

      Page resident = signIn(montse, "Montse Farré", "/transport-card/ask");
      ask(resident, "9000");
      assertThat(resident.locator("h1").innerText())
          .isEqualTo(CATALAN.say("decisions.refused.title"));
      assertThat(resident.locator("main").innerText())
          .contains(CATALAN.say("algorithms.refused.suspended"));
      anybody.open(SYSTEM).checked().photographed("walk-suspended");
      assertThat(anybody.page().locator(".tag.bad").innerText())
          .isEqualTo(CATALAN.say("algorithms.suspended"));
      // Whatever was done is public with its role, and nobody's name.
      assertThat(anybody.page().locator("#events tbody tr").count()).isGreaterThan(15);
      assertThat(anybody.page().locator("main").innerText())
          .doesNotContain("Marta", "Stefano", "Núria", "Giulia");
    }
  }

  @Test
  @Order(5)
  void whoAsksToBeForgottenIsForgotten(Browser browser) {
    try (var montse = browser.visitor(Look.DESKTOP);
        var jordi = browser.visitor(Look.SCRIPTLESS)) {
      Page resident = signIn(montse, "Montse Farré", "/me/decisions");
      assertThat(resident.locator("#mine tbody tr").count()).isEqualTo(1);
      String said = resident.locator("main small").innerText();
      String code = said.replaceFirst(".*aquí és ([\\w-]+)\\..*", "$1");
      montse.checked().photographed("walk-mine");

      Page operator = signIn(jordi, "Jordi Bosch", "/operator/persons");
      operator.fill("#person", code);
      operator.fill("#again", code + "x");
      press(operator, CATALAN.say("persons.forget.do"));
      assertThat(operator.locator(".error-summary li").innerText())
          .isEqualTo(CATALAN.say("persons.differ"));
      operator.fill("#again", code);
      press(operator, CATALAN.say("persons.forget.do"));
      assertThat(operator.locator("main").innerText())
          .contains(CATALAN.say("persons.forgotten"), CATALAN.say("persons.receipt.salt"));
      operator.fill("#person", code);
      operator.fill("#again", code);
      press(operator, CATALAN.say("persons.forget.do"));
      assertThat(operator.locator(".error-summary li").innerText())
          .isEqualTo(CATALAN.say("persons.unknown"));
      press(operator, CATALAN.say("persons.rotate.do"));
      assertThat(operator.locator(".notice").innerText()).contains("embolcallat");
      look(browser, "Jordi Bosch", "/operator/persons", "walk-keys");

      resident.navigate("/me/decisions");
      assertThat(resident.locator("#mine tbody tr").count()).isZero();
    }
  }
}
