package eu.trama.city.twin.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import eu.trama.city.twin.Runs;
import eu.trama.city.twin.Scenarios;
import eu.trama.city.twin.Twin;
import eu.trama.city.web.Browser;
import eu.trama.city.web.Browser.Look;
import eu.trama.city.web.WithBrowser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Pages that a planner hands to a councillor on paper. The files are kept beside the screenshots,
/// to be looked at.
@TwinSite
@WithBrowser
class PaperTest {

  /// Objects of a page in a PDF file (ISO 32000-1, 7.7.3.3), but not the tree of pages.
  private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page(?![a-zA-Z])");

  private static final String ON_PAPER =
      """
      selector => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility()).length
      """;

  @Autowired private TwinRuns twinRuns;
  @Autowired private Runs runs;
  @Autowired private Twin twin;
  @Autowired private Scenarios scenarios;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theDifferenceOnPaper(boolean dark, Browser browser) {
    var today = twin.today("barcelona");
    var scenario = scenarios.create(today, "Un de cada", "Tota mena de canvis.", Changes.ALL);
    String after = twinRuns.done(runs.of(scenario, "reach", TwinRuns.SMALL)).id();
    String before = twinRuns.baseline("barcelona").id();
    try (var visitor = browser.visitor(dark ? Look.DARK : Look.DESKTOP)) {
      Page page = visitor.page();
      visitor.open("/compare?before=" + before + "&after=" + after);
      print(page, "difference-" + dark, 2, 4);
      assertThat(page.locator("[data-address]")).containsText("/compare?before=" + before);
      if (!dark) {
        visitor.open("/scenarios/" + scenario.id());
        print(page, "scenario", 1, 3);
        visitor.open("/runs/" + after);
        print(page, "result", 2, 5);
        visitor.open("/barcelona");
        print(page, "city", 2, 5);
      }
    }
  }

  @Test
  void twoCitiesOnPaper(Browser browser) {
    String bologna = twinRuns.baseline("bologna").id();
    String barcelona = twinRuns.baseline("barcelona").id();
    try (var visitor = browser.visitor(Look.DESKTOP)) {
      visitor.open("/compare?before=" + bologna + "&after=" + barcelona);
      print(visitor.page(), "cities", 2, 6);
    }
  }

  private static void print(Page page, String name, int least, int most) {
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(
            page.evaluate(ON_PAPER, "button:not(.pick), form, .button, nav:not(.way), .map-tools"))
        .as("controls on the paper of %s", name)
        .isEqualTo(0);
    assertThat(page.evaluate(ON_PAPER, "main h1, .map-view, table, [data-address]"))
        .as("what the paper of %s is for", name)
        .isNotEqualTo(0);
    for (var head : page.locator("thead").all()) {
      assertThat(head).hasCSS("display", "table-header-group");
    }
    assertThat(page.locator("html")).hasCSS("color-scheme", "light");
    byte[] file =
        page.pdf(
            new Page.PdfOptions()
                .setPreferCSSPageSize(true)
                .setPath(
                    Path.of(
                        System.getProperty("trama.root"),
                        "city/target/screenshots/paper-" + name + ".pdf")));
    var pages = PAGE.matcher(new String(file, StandardCharsets.ISO_8859_1)).results().count();
    assertThat(pages).as("pages of paper of %s", name).isBetween((long) least, (long) most);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
  }
}
