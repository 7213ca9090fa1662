package eu.trama.city.twin.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import eu.trama.city.web.Browser;
import eu.trama.city.web.Browser.Look;
import eu.trama.city.web.WithBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// What a screen reader is told on the way from the city to the difference, by Chromium's tree of
/// accessible objects.
@TwinSite
@WithBrowser
class ScreenReaderTest {

  @Test
  void theWholeWayByEar(Browser browser) throws IOException {
    try (var visitor = browser.visitor(Look.DESKTOP)) {
      Page page = visitor.open("/barcelona").page();
      var planner = new Planner(page);
      tell(page, "1-city");
      planner.begin("Del mar a la muntanya");
      planner.awaitMaps();
      tell(page, "2-scenario");
      planner.nameLine();
      planner.awaitMaps();
      planner.next();
      assertThat(page.locator(".error-summary")).isFocused();
      tell(page, "3-error");
      planner.pickStops();
      tell(page, "4-stops");
      planner.finishLine("3");
      tell(page, "5-steps");
      planner.compute();
      planner.await("#winners");
      planner.awaitMaps();
      tell(page, "6-difference");
    }
  }

  private static void tell(Page page, String name) throws IOException {
    Files.writeString(
        Path.of(System.getProperty("trama.root"), "city/target/screenshots/" + name + ".aria.txt"),
        page.locator("body").ariaSnapshot());
  }
}
