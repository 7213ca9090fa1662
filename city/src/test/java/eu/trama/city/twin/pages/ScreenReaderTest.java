package eu.trama.city.twin.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.trama.city.web.Browser;
import eu.trama.city.web.Browser.Look;
import eu.trama.city.web.WithBrowser;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a screen reader is told on the way from the city to the difference, by Chromium's tree of
/// accessible objects. That headings have no gaps, controls have names and tables have captions is
/// checked on every page by [Browser.Visitor#checked].
@TwinSite
@WithBrowser
class ScreenReaderTest {

  @Test
  void theWholeWayByEar(Browser browser) {
    try (var visitor = browser.visitor(Look.DESKTOP)) {
      Page page = visitor.open("/barcelona").page();
      var planner = new Planner(page);
      landmarks(page, "Barcelona");
      told(
          page,
          """
          - heading "Els barris" [level=2]
          - navigation "Color del mapa"
          - region "73 zones":
            - table "73 zones":
              - caption: 73 zones
              - rowgroup:
                - row:
                  - columnheader "Zona"
          """);
      planner.begin("Del mar a la muntanya");
      assertThat(page.locator("#main")).isFocused();
      landmarks(page, "Del mar a la muntanya");
      theNewLine(page, planner);
      planner.compute();
      planner.await("#winners");
      planner.awaitMaps();
      theDifference(page);
    }
  }

  private static void theNewLine(Page page, Planner planner) {
    planner.nameLine();
    planner.next();
    planner.awaitMaps();
    assertThat(page.locator(".error-summary")).isFocused();
    told(
        page,
        """
        - alert:
          - heading "Hi ha un problema" [level=2]
          - list:
            - listitem:
              - link "Trieu de 2 a 150 parades."
        """);
    planner.pickStops();
    var said = page.locator(".picks [data-said]");
    assertThat(said).hasText("Horta: afegida. Parades: 5.");
    page.getByRole(AriaRole.BUTTON, named("Puja: Horta")).click();
    assertThat(said).hasText("Horta: ara és la número 4.");
    page.getByRole(AriaRole.BUTTON, named("Treu: Horta")).click();
    assertThat(said).hasText("Horta: treta. Parades: 4.");
    page.selectOption("#stop-add", "metro-jaume-i");
    page.locator("button[value=add]:not(.unseen)").click();
    assertThat(said).hasText("Jaume I ja hi és.");
    told(
        page,
        """
        - group "Parades, en ordre":
          - status: Jaume I ja hi és.
          - list:
            - listitem:
              - text: Barceloneta
              - 'button "Puja: Barceloneta"'
              - 'button "Treu: Barceloneta"'
        """);
    planner.finishLine("3");
    assertThat(page.locator("#steps")).isFocused();
  }

  private static void theDifference(Page page) {
    landmarks(page, "Abans i després");
    told(
        page,
        """
        - combobox "Què es mesura"
        - combobox "Temps"
        - button "Mostra"
        - heading "Gent a l’abast, en 30 minuts, la meitat de les sortides" [level=2]
        """);
    told(
        page,
        """
        - 'table "Canvi per barri: Gent a l’abast, en 30 minuts, la meitat de les sortides"'
        """);
    assertThat(page.locator("#changes th[aria-sort=descending]")).hasText("Canvi");
    page.getByRole(AriaRole.LINK, named("Renda anual")).click();
    assertThat(page.locator("#changes")).isFocused();
    assertThat(page.locator("#changes th[aria-sort=descending]")).hasText("Renda anual");
    new Planner(page).awaitMaps();
    page.locator("#changes tbody button").first().click();
    assertThat(page.locator("#map [data-status]")).containsText("Renda anual:");
  }

  /// The parts by which a screen reader leaps, each once, and the page's name.
  private static void landmarks(Page page, String title) {
    new Planner(page).awaitMaps();
    for (AriaRole role : List.of(AriaRole.BANNER, AriaRole.MAIN, AriaRole.CONTENTINFO)) {
      assertThat(page.getByRole(role)).hasCount(1);
    }
    for (String name : List.of("Ciutats", "Seccions", "Sou aquí")) {
      assertThat(page.getByRole(AriaRole.NAVIGATION, named(name))).hasCount(1);
    }
    assertThat(page).hasTitle(title + " – Trama");
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .hasText(title);
  }

  private static void told(Page page, String tree) {
    assertThat(page.getByRole(AriaRole.MAIN)).matchesAriaSnapshot(tree);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
