package eu.trama.city.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.trama.city.CityServer;
import eu.trama.city.store.TestStore;
import eu.trama.city.web.Browser;
import eu.trama.city.web.Browser.Look;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/// Signing in, what is one's own, and signing out, in a real browser.
@SpringBootTest(
    classes = CityServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestStore.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentityBrowserTest {

  @LocalServerPort private int port;
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

  static List<Look> looks() {
    return List.of(Look.DESKTOP, Look.PHONE, Look.DARK);
  }

  private static void choose(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Entra com a " + name))
        .click();
  }

  private static void awaitMap(Page page) {
    page.waitForFunction("() => document.querySelector('[data-map]').dataset.ready");
  }

  private static void click(Page page, AriaRole role, String name) {
    page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
  }

  @Test
  void aPlannersScenarioIsNobodyElsesAndSigningOutEverywhereEndsIt() {
    try (var planner = browser.visitor(Look.DESKTOP);
        var phone = browser.visitor(Look.PHONE);
        var other = browser.visitor(Look.DESKTOP)) {
      Page page = planner.open("/barcelona/scenarios").checked().page();
      click(page, AriaRole.LINK, "Entra");
      planner.checked();
      choose(page, "Giulia Conti");
      assertThat(URI.create(page.url()).getPath()).isEqualTo("/barcelona/scenarios");
      assertThat(page.locator(".account-name").innerText()).isEqualTo("Giulia Conti (demo)");
      page.fill("#name", "Només meu");
      click(page, AriaRole.BUTTON, "Comença un escenari");
      assertThat(page.locator("form[action$='/undo']").count()).isEqualTo(1);
      awaitMap(page);
      planner.checked().photographed("identity-own-scenario").forgiving();
      var path = URI.create(page.url()).getPath();

      Page theirs = other.open("/sign-in?back=" + path).page();
      choose(theirs, "Montse Farré");
      assertThat(URI.create(theirs.url()).getPath()).isEqualTo(path);
      assertThat(theirs.locator("form[action$='/undo']").count()).isZero();
      awaitMap(theirs);
      other.checked().photographed("identity-others-scenario").forgiving();
      theirs.navigate(path + "/new-line");
      assertThat(theirs.locator("h1").innerText()).isEqualTo("És d’una altra persona");
      other.forgiving().checked().photographed("identity-not-yours");

      choose(phone.open("/sign-in?back=/about").page(), "Giulia Conti");
      assertThat(phone.page().locator(".account-name").count()).isEqualTo(1);

      page.locator(".account summary").click();
      click(page, AriaRole.LINK, "Les meves sessions");
      assertThat(page.locator(".people li").count()).isGreaterThanOrEqualTo(2);
      planner.checked().photographed("identity-my-sessions");
      click(page, AriaRole.BUTTON, "Tanca-les totes");
      assertThat(page.locator("h1").innerText()).isEqualTo("Heu sortit");
      planner.checked().photographed("identity-signed-out");
      phone.open("/about");
      assertThat(phone.page().locator(".account-name").count()).isZero();
      assertThat(phone.page().locator(".sign-in").count()).isEqualTo(1);
    }
  }

  @Test
  void itWorksWithoutScripts() {
    try (var visitor = browser.visitor(Look.SCRIPTLESS)) {
      Page page = visitor.open("/about").page();
      click(page, AriaRole.LINK, "Entra");
      choose(page, "Laia Puig");
      assertThat(URI.create(page.url()).getPath()).isEqualTo("/about");
      page.locator(".account summary").click();
      click(page, AriaRole.BUTTON, "Surt");
      assertThat(page.locator("h1").innerText()).isEqualTo("Heu sortit");
    }
  }

  @Test
  void everythingGoesByKeyboard() {
    try (var visitor = browser.visitor(Look.DESKTOP)) {
      Page page = visitor.open("/about").page();
      page.locator(".sign-in").focus();
      page.keyboard().press("Enter");
      page.waitForURL("**/sign-in/demo**");
      page.locator("button[value=laia]").focus();
      page.keyboard().press("Enter");
      page.waitForURL("**/about");
      page.locator(".account summary").focus();
      page.keyboard().press("Enter");
      // One's decisions, one's sessions, then the way out.
      page.keyboard().press("Tab");
      page.keyboard().press("Tab");
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");
      page.waitForURL("**/signed-out");
      assertThat(page.locator(".sign-in").count()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void everyPageIsAccessibleAndFitsItsWindow(Look look) {
    try (var visitor = browser.visitor(look)) {
      Page page = visitor.open("/sign-in?back=/operator").checked().photographed("sign-in").page();
      choose(page, "Jordi Bosch");
      assertThat(URI.create(page.url()).getPath()).isEqualTo("/operator");
      visitor.checked().photographed("operator");
      page.locator(".account summary").click();
      visitor.checked().photographed("account-menu");
      visitor.open("/operator/sign-ins").checked().photographed("sign-in-log");
      visitor.open("/me/sessions").checked().photographed("my-sessions");
      for (String why : List.of("cancelled", "unknown-attempt", "refused", "closed")) {
        visitor.open("/sign-in/refused?why=" + why).checked();
      }
      visitor.open("/sign-in/refused?why=provider-down");
      visitor.forgiving().checked().photographed("provider-down");
    }
  }
}
