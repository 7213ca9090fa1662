package eu.trama.city.transportcard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.trama.city.CityServer;
import eu.trama.city.algorithms.RuleSet;
import eu.trama.city.algorithms.decisions.OnTheWay;
import eu.trama.city.algorithms.register.Register;
import eu.trama.city.identity.Role;
import eu.trama.city.identity.session.People;
import eu.trama.city.identity.session.Sessions;
import eu.trama.city.store.TestStore;
import eu.trama.city.web.Browser;
import eu.trama.city.web.Browser.Look;
import eu.trama.city.web.Browser.Visitor;
import java.net.URI;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// A resident asks for the card, reads why, objects, sees it decided anew; then the system is
/// stopped. Two caseworkers, since nobody answers an objection to what they confirmed.
@SpringBootTest(
    classes = CityServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestStore.class)
@Import(OnTheWay.Setup.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CardBrowserTest {

  @LocalServerPort private int port;
  @Autowired private Register register;
  @Autowired private RuleSet rules;
  @Autowired private People people;
  @Autowired private Sessions sessions;
  private Browser browser;

  @BeforeAll
  void open() {
    browser = Browser.start(port);
  }

  @AfterAll
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  private static void signIn(Visitor visitor, String name, String back) {
    visitor
        .open("/sign-in?back=" + back)
        .page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Entra com a " + name))
        .click();
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private static void follow(Page page, String name) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
  }

  private static void ask(Visitor visitor, String income, boolean picture) {
    Page page = visitor.open("/transport-card/ask").page();
    page.check("input[name=registered][value=yes]");
    page.check("input[name=sixty][value=yes]");
    page.check("input[name=disability][value=no]");
    press(page, "Continua");
    page.fill("#members", "1");
    page.fill("#income", income);
    if (picture) {
      visitor.checked().photographed("card-household");
    }
    press(page, "Continua");
    if (picture) {
      visitor.checked().photographed("card-check");
    }
    press(page, "Envia i demana la decisió");
  }

  @Test
  void fromAskingToTheObjectionAndTheStop() {
    var way = new OnTheWay(register, rules);
    try (var resident = browser.visitor(Look.DESKTOP);
        var phone = browser.visitor(Look.PHONE);
        var nuria = browser.visitor(Look.DESKTOP);
        var other = browser.visitor(Look.DESKTOP)) {
      phone.open("/transport-card").checked().fitting(".stacked").photographed("card-start");
      signIn(resident, "Montse Farré", "/transport-card/ask");
      Page page = resident.page();
      press(page, "Continua");
      assertThat(page.locator(".error-summary li").count()).isEqualTo(3);
      resident.checked();

      // Before the last gate nothing is decided, and the page says which gate is missing.
      ask(resident, "9000", false);
      assertThat(page.locator("h1").innerText()).isEqualTo("No s’ha decidit res");
      resident.forgiving().checked();

      way.toOperation(() -> {});
      ask(resident, "17.398,93", true);
      assertThat(page.locator("main").innerText())
          .contains("No teniu dret a la targeta.", "És una proposta", "17.398,92");
      resident.checked().photographed("decision-proposed");
      String path = URI.create(page.url()).getPath();

      // Only their own.
      signIn(other, "Laia Puig", path);
      assertThat(other.page().locator("main").innerText()).doesNotContain("17.398,92");
      other.forgiving();

      signIn(nuria, "Núria Soler", "/decisions");
      nuria.checked().photographed("decisions-desk");
      nuria.page().locator("#proposals a").first().click();
      nuria.checked().photographed("decision-to-confirm");
      press(nuria.page(), "Signa");
      assertThat(nuria.page().locator("main").innerText()).contains("Confirmat el");

      resident.open(path).checked().photographed("decision-explained");
      follow(page, "Objecta");
      resident.checked().photographed("objection-form");
      page.fill("#income", "9.000,00");
      press(page, "Envia l’objecció");
      assertThat(page.locator(".error-summary li").count()).isEqualTo(1);
      page.fill("#text", "Vaig comptar dues vegades la pensió.");
      press(page, "Envia l’objecció");
      assertThat(page.locator("main").innerText()).contains("Hi ha una objecció");

      // Who confirmed may not answer.
      nuria.open(path + "/answer");
      press(nuria.page(), "Torna a calcular");
      assertThat(nuria.page().locator(".error-summary").innerText())
          .contains("Vau confirmar aquesta decisió");
      nuria.checked();

      try (var second = browser.visitor(Look.DESKTOP)) {
        var oriol = people.welcome("built-in", "oriol", "Oriol Mas", EnumSet.of(Role.CASEWORKER));
        String session =
            sessions.begin(new Sessions.Beginning(oriol, "token", null, "", "127.0.0.0/24"));
        second
            .page()
            .context()
            .addCookies(
                java.util.List.of(
                    new com.microsoft.playwright.options.Cookie("trama-session", session)
                        .setUrl("http://127.0.0.1:" + port)));
        second.open(path + "/answer");
        press(second.page(), "Torna a calcular");
        assertThat(second.page().locator("#replayed").innerText())
            .contains("Teniu dret a la targeta de preu reduït.");
        second.page().fill("#reason", "La pensió es va comptar dues vegades.");
        second.checked().photographed("objection-answer");
        press(second.page(), "Signa la resposta");
        assertThat(second.page().locator("main").innerText()).contains("s’ha acceptat");
      }

      resident.open(path).checked().photographed("decision-answered");
      assertThat(page.locator("main").innerText())
          .contains(
              "Teniu dret a la targeta de preu reduït.", "La pensió es va comptar dues vegades.");
      resident.open("/me/decisions").checked().photographed("decisions-mine");
      phone.open("/algorithms/transport-card/decisions").checked().photographed("decisions-public");
      try (var auditor = browser.visitor(Look.DESKTOP)) {
        signIn(auditor, "Stefano Neri", "/algorithms/transport-card/oversight");
        auditor.checked().photographed("decisions-oversight");
      }

      way.suspend();
      ask(resident, "9000", false);
      assertThat(page.locator("main").innerText()).contains("No s’ha decidit", "suspès");
      resident.forgiving().checked().photographed("decision-refused");
    }
  }
}
