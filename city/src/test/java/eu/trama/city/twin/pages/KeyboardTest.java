package eu.trama.city.twin.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import eu.trama.city.web.Browser;
import eu.trama.city.web.Browser.Look;
import eu.trama.city.web.WithBrowser;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// From the city to the difference without a mouse: Tab, Enter, Space, arrows and letters. Whatever
/// has the focus shows it, and nothing keeps it.
@TwinSite
@WithBrowser
class KeyboardTest {

  /// More than any page has to be passed by.
  private static final int MOST_TABS = 200;

  /// Whether the focus is on what is looked for, whether it can be seen, and where it is.
  private static final String FOCUS =
      """
      wanted => {
        const element = document.activeElement;
        const style = getComputedStyle(element);
        const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
        return [element.matches(wanted), seen, element.outerHTML.slice(0, 160)];
      }
      """;

  @Test
  void theWholeWayByKeyboard(Browser browser) {
    try (var visitor = browser.visitor(Look.DESKTOP)) {
      Page page = visitor.open("/barcelona").page();
      page.keyboard().press("Tab");
      assertThat(page.locator(".skip")).isFocused();
      page.keyboard().press("Enter");
      assertThat(page.locator("#main")).isFocused();
      page.keyboard().press("Shift+Tab");
      page.reload();
      enter(page, "nav.sections a[href$='/scenarios']");
      type(page, "#name", "Amb el teclat");
      enter(page, "form[action$='/scenarios#errors'] .button:not(.second)");
      assertThat(page.locator("#main")).isFocused();
      enter(page, "a[href$='/new-line']");
      type(page, "#name", "Línia");
      page.keyboard().press("Enter");
      to(page, "input[name=mode]");
      page.keyboard().press("Space");
      page.keyboard().press("Enter");
      pickOnTheMap(visitor.page());
      enter(page, "button[name=ask]");
      to(page, "#speed");
      page.keyboard().press("Enter");
      type(page, "#minutes", "4");
      page.keyboard().press("Enter");
      enter(page, "main form .button");
      assertThat(page.locator("#steps")).isFocused();
      assertThat(page.locator(".edits li")).hasCount(1);
      enter(page, "a.button[href$='/run']");
      type(page, "#window", "5");
      type(page, "#spacing", "1500");
      page.keyboard().press("Enter");
      readTheDifference(page);
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  /// N brings the next stop to the middle, Enter picks what is there, Tab leaves.
  private static void pickOnTheMap(Page page) {
    new Planner(page).awaitMaps();
    to(page, "#map .map-view");
    var said = page.locator("#map [data-status]");
    for (int i = 1; i <= 3; i++) {
      page.keyboard().press("n");
      assertThat(said).containsText("Al mig:");
      page.keyboard().press("Enter");
      assertThat(page.locator(".picks-list li")).hasCount(i);
      assertThat(page.locator(".picks [data-said]")).containsText("Parades: " + i);
    }
    page.keyboard().press("ArrowRight");
    page.keyboard().press("+");
    to(page, ".picks-list button[value='remove:2']");
    page.keyboard().press("Enter");
    assertThat(page.locator(".picks-list li")).hasCount(2);
    assertThat(page.locator(".picks [data-said]")).containsText("treta");
  }

  private static void readTheDifference(Page page) {
    new Planner(page).await("#winners");
    page.reload();
    to(page, "select#minutes");
    page.keyboard().press("ArrowDown");
    enter(page, ".choose .button");
    page.waitForURL(Pattern.compile("minutes=45"));
    assertThat(page.locator("#indicator")).isFocused();
    new Planner(page).awaitMaps();
    enter(page, "#changes thead a");
    page.waitForURL(Pattern.compile("sort=name"));
    assertThat(page.locator("#changes")).isFocused();
    assertThat(page.locator("#changes thead th").first()).hasAttribute("aria-sort", "ascending");
    new Planner(page).awaitMaps();
    to(page, "#changes tbody button");
    page.keyboard().press("Enter");
    assertThat(page.locator("#map .map-popup")).isVisible();
  }

  private static void enter(Page page, String selector) {
    to(page, selector);
    page.keyboard().press("Enter");
  }

  private static void type(Page page, String selector, String text) {
    to(page, selector);
    page.keyboard().press("ControlOrMeta+a");
    page.keyboard().type(text);
  }

  private static void to(Page page, String selector) {
    page.locator(selector).first().waitFor();
    for (int i = 0; i < MOST_TABS; i++) {
      page.keyboard().press("Tab");
      var focus = (List<?>) page.evaluate(FOCUS, selector);
      assertThat(focus.get(1)).as("focus is seen at %s", focus.get(2)).isEqualTo(true);
      if (focus.get(0).equals(true)) {
        return;
      }
    }
    throw new AssertionError("the focus never comes to " + selector + " on " + page.url());
  }
}
