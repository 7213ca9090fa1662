package eu.trama.city.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.trama.city.web.Browser.Look;
import eu.trama.sample.SampleSite;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;

/// The pages in a real browser: quiet, self-contained, accessible, at every width and in both
/// themes, and usable without scripts.
@SpringBootTest(
    classes = SampleSite.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@WithBrowser
class PagesBrowserTest {

  static Stream<Arguments> pagesAndLooks() {
    return Stream.of("/", "/about", "/accessibility", "/style", "/barcelona/map", "/bologna/map")
        .flatMap(path -> Look.all().stream().map(look -> Arguments.of(path, look)));
  }

  @ParameterizedTest
  @MethodSource("pagesAndLooks")
  void aPageIsQuietAccessibleAndFits(String path, Look look, Browser browser) {
    try (var visitor = browser.visitor(look)) {
      var name = path.equals("/") ? "home" : path.substring(1).replace('/', '-');
      visitor.open(path).checked().photographed(name);
    }
  }

  static Stream<Arguments> errors() {
    return Stream.of(
            Arguments.of("/nowhere", 404), Arguments.of("/closed", 403),
            Arguments.of("/broken", 500), Arguments.of("/number?n=one", 400))
        .flatMap(a -> Look.all().stream().map(l -> Arguments.of(a.get()[0], a.get()[1], l)));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void anErrorPageIsAccessibleToo(String path, int status, Look look, Browser browser) {
    try (var visitor = browser.visitor(look)) {
      visitor.open(path).photographed("error-" + status);
      assertThat(visitor.complaints()).allMatch(c -> c.contains("status of " + status));
      visitor.forgiving().checked();
      assertThat(visitor.page().locator("main")).containsText("Error " + status);
    }
  }

  @Test
  void theLanguageIsKeptWithoutScripts(Browser browser) {
    try (var visitor = browser.visitor(Look.SCRIPTLESS)) {
      var page = visitor.open("/about").page();
      page.locator("summary").first().click();
      page.getByRole(AriaRole.BUTTON, named("Italiano")).click();
      assertThat(page).hasURL(Pattern.compile("/about$"));
      assertThat(page.locator("html")).hasAttribute("lang", "it");
      page.navigate("/");
      assertThat(page.locator("h1")).hasText("Prova prima di cambiare la città");
    }
  }

  @Test
  void theThemeIsKeptWithoutScripts(Browser browser) {
    try (var visitor = browser.visitor(Look.SCRIPTLESS)) {
      var page = visitor.open("/").page();
      page.locator("summary").nth(1).click();
      page.getByRole(AriaRole.BUTTON, named("Foscos")).click();
      assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
      assertThat(page.locator("body")).isVisible();
      assertThat(page.evaluate("() => getComputedStyle(document.documentElement).backgroundColor"))
          .isEqualTo("rgb(18, 22, 27)");
    }
  }

  @Test
  void aWrongFormSaysWhatToMendAndLeadsThere(Browser browser) {
    try (var visitor = browser.visitor(Look.PHONE)) {
      var page = visitor.open("/style").page();
      page.locator("#minutes").fill("ninety");
      page.getByRole(AriaRole.BUTTON, named("Desa")).click();
      page.waitForURL("**/style#errors");
      assertThat(page.locator(".error-summary")).isFocused();
      visitor.checked().photographed("form-errors");
      page.locator(".error-summary a").nth(1).click();
      assertThat(page.locator("#minutes")).isFocused();
      assertThat(page.locator("#minutes")).hasValue("ninety");
      assertThat(page.locator("#minutes")).hasAttribute("aria-invalid", "true");
    }
  }

  @Test
  void stopsArePickedWithoutScripts(Browser browser) {
    try (var visitor = browser.visitor(Look.SCRIPTLESS)) {
      var page = visitor.open("/style").page();
      page.locator("#stops-add").selectOption("s5");
      page.locator("button[name=step][value=add]").click();
      page.locator("button[name=step][value='up:2']").click();
      page.locator("button[name=step][value='remove:0']").click();
      assertThat(stops(page)).isEqualTo(List.of("s5", "s2"));
    }
  }

  @Test
  void stopsArePickedInTheListAsTheServerDoesIt(Browser browser) {
    try (var visitor = browser.visitor(Look.DESKTOP)) {
      var page = visitor.open("/style").page();
      page.locator("#stops-add").selectOption("s5");
      page.locator("button[name=step][value=add]").click();
      page.locator("button[name=step][value='up:2']").click();
      page.locator("button[name=step][value='remove:0']").click();
      assertThat(stops(page)).isEqualTo(List.of("s5", "s2"));
      assertThat(page.locator("#town")).hasAttribute("data-draft", "2");
      assertThat(page).hasURL(Pattern.compile("/style$"));
    }
  }

  @Test
  void theTableSelectsOnTheMapAndTheMapInTheTable(Browser browser) {
    try (var visitor = browser.visitor(Look.DESKTOP)) {
      var page = visitor.open("/style").page();
      page.locator("#blocks tr[data-id=B3] button").click();
      assertThat(page.locator("#blocks tr[aria-current]")).hasAttribute("data-id", "B3");
      assertThat(page.locator("#town [data-status]")).containsText("Illa B3");
      assertThat(page.locator(".map-popup")).containsText("Habitants");
      visitor.checked().photographed("map-selected");

      var view = page.locator("#town .map-view");
      view.focus();
      page.keyboard().press("n");
      assertThat(page.locator("#blocks tr[aria-current]")).hasAttribute("data-id", "B4");
      page.keyboard().press("Escape");
      assertThat(page.locator("#blocks tr[aria-current]")).hasCount(0);
      assertThat(page.locator(".map-popup")).isHidden();

      view.click(new Locator.ClickOptions().setPosition(at(view, 0.42, 0.62)));
      assertThat(page.locator("#blocks tr[aria-current]")).hasCount(1);
    }
  }

  @Test
  void aClickOnAPointOfTheMapPicksIt(Browser browser) {
    try (var visitor = browser.visitor(Look.DESKTOP)) {
      var page = visitor.open("/style").page();
      var view = page.locator("#town .map-view");
      // The town is 0.036 by 0.018 degrees around the middle of the map; stop 4 stands 0.003 east
      // and 0.0009 north of it, stop 3 as far to the other side.
      var box = view.boundingBox();
      double degree = (box.width - 96) / 0.036;
      view.click(
          new Locator.ClickOptions()
              .setPosition(
                  box.width / 2 - 24 + 0.003 * degree, box.height / 2 - 0.0009 * degree / 0.75));
      assertThat(page.locator("#town")).hasAttribute("data-draft", "3");
      assertThat(stops(page)).isEqualTo(List.of("s1", "s2", "s4"));
    }
  }

  @Test
  void aClickOnTheMapFillsInAPlace(Browser browser) {
    try (var visitor = browser.visitor(Look.DESKTOP)) {
      var page = visitor.open("/style").page();
      var view = page.locator("#town .map-view");
      var box = view.boundingBox();
      view.click(new Locator.ClickOptions().setPosition(box.width / 2 - 24, box.height / 2));
      assertThat(page.locator("input[name=lon]")).not().hasValue("");
      assertThat(number(page, "lon")).isCloseTo(2.168, within(0.0005));
      assertThat(number(page, "lat")).isCloseTo(41.389, within(0.0005));
    }
  }

  private static double number(Page page, String name) {
    return Double.parseDouble(page.locator("input[name=" + name + "]").inputValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "document.querySelector('main').innerHTML += '<img src=\"/assets/x\">'",
        "document.querySelector('h1').style.color = '#ddd'",
        "document.querySelector('h1').style.width = '5000px'",
        "console.log('left behind')",
        "fetch('http://localhost:9/').catch(() => {})",
      })
  void theCheckFailsOnWhatItIsFor(String flaw, Browser browser) {
    try (var visitor = browser.visitor(Look.DESKTOP)) {
      visitor.open("/about").page().evaluate("() => { " + flaw + " }");
      assertThatThrownBy(visitor::checked).isInstanceOf(AssertionError.class);
    }
  }

  private static com.microsoft.playwright.options.Position at(
      Locator view, double across, double down) {
    var box = view.boundingBox();
    return new com.microsoft.playwright.options.Position(box.width * across, box.height * down);
  }

  private static List<?> stops(Page page) {
    return (List<?>)
        page.locator("input[name=stops]").evaluateAll("inputs => inputs.map(i => i.value)");
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
