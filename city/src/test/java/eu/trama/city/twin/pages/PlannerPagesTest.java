package eu.trama.city.twin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.trama.city.web.Browser;
import eu.trama.city.web.Browser.Look;
import eu.trama.city.web.WithBrowser;
import java.net.URI;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What only planners are shown: the forms that make this server ask another one.
@TwinSite
@WithBrowser
class PlannerPagesTest {

  @LocalServerPort private int port;

  static List<Look> looks() {
    return Look.all();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void aPlannerAddsAServerAndTriesAPolicyThere(Look look, Browser browser) {
    var softly = new SoftAssertions();
    try (var visitor = browser.visitor(look)) {
      var tour = new Tour(softly, visitor);
      Page page = visitor.open("/sign-in?back=/barcelona/peers").page();
      page.getByRole(
              AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Entra com a Giulia Conti"))
          .click();
      assertThat(URI.create(page.url()).getPath()).isEqualTo("/barcelona/peers");
      tour.look("planner-peers-none");
      page.fill("#address", "això no és cap adreça");
      page.locator("form[action*='/peers#errors'] button").click();
      tour.wrong("planner-peers-wrong");
      assertThat(page.locator(".error-summary").innerText()).contains("Doneu una adreça pública");
      page.fill("#address", "http://127.0.0.1:" + port + "/ogc/bologna");
      page.locator("form[action*='/peers#errors'] button").click();
      page.locator("[id^=peer-]").first().waitFor();
      tour.look("planner-peers");
      page.locator("a[href$='/try']").first().click();
      tour.look("planner-joint-form");
      page.locator("input[name=policy]").last().check();
      page.fill("#scenario", "res");
      page.locator("form[action*='/try#errors'] button").click();
      tour.wrong("planner-joint-wrong");
      page.navigate("/barcelona/peers");
      page.locator("form[action$='/remove'] button").first().click();
      assertThat(page.locator("form[action$='/remove']").count()).isZero();
      visitor.open("/barcelona/scenarios");
      page.fill("#name", "D’una planificadora");
      tour.planner().press("Comença un escenari");
      tour.planner().awaitMaps();
      page.navigate(URI.create(page.url()).getPath() + "/run");
      tour.look("planner-run-form");
    }
    softly.assertAll();
  }
}
