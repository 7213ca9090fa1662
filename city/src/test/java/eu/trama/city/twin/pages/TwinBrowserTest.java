package eu.trama.city.twin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.trama.city.CityServer;
import eu.trama.city.store.TestStore;
import eu.trama.city.twin.Run;
import eu.trama.city.twin.Runs;
import eu.trama.city.web.Browser;
import eu.trama.city.web.Browser.Look;
import eu.trama.city.web.Browser.Visitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/// What a planner does, in a real browser on a real server with the packs: looks at the city, makes
/// a scenario, adds a line, runs the model, sees the difference and takes the table home.
@SpringBootTest(
    classes = CityServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestStore.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwinBrowserTest {

  private static final int LONGEST_RUN_MILLIS = 120_000;

  /// From the sea to the mountain by stops that no line joins: Barceloneta, Jaume I, Verdaguer,
  /// Alfons X, Horta.
  private static final List<String> STOPS =
      List.of(
          "metro-barceloneta",
          "metro-jaume-i",
          "metro-verdaguer-l4",
          "metro-alfons-x",
          "metro-horta");

  @LocalServerPort private int port;
  @Autowired private Runs runs;
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
    return Look.all();
  }

  @Test
  void aPlannerAddsALineAndTakesTheDifferenceHome() throws IOException {
    try (var visitor = browser.visitor(Look.DESKTOP)) {
      Page page = visitor.open("/barcelona").checked().photographed("city").page();
      assertThat(page.locator("#zones tbody tr").count()).isEqualTo(73);
      begin(page);
      page.getByRole(AriaRole.LINK, link("Afegeix una línia")).click();
      answerUntilStops(page);
      for (String stop : STOPS) {
        page.selectOption("#stop-add", stop);
        page.locator("button[value=add]:not(.unseen)").click();
      }
      page.waitForFunction("() => document.querySelector('#map').dataset.draft === '5'");
      visitor.photographed("new-line");
      finishLine(page);
      assertThat(page.locator(".edits li").allInnerTexts())
          .containsExactly("Afegeix la línia “Línia del mar”, amb 5 parades i un pas cada 3 min");
      page.waitForFunction("() => document.querySelector('[data-map]').dataset.ready");
      visitor.checked().photographed("scenario");
      compute(page);
      page.waitForSelector("#winners", patiently());
      page.waitForFunction("() => document.querySelector('[data-map]').dataset.ready");
      visitor.checked().photographed("difference");
      assertThat(page.locator("#changes tbody tr").count()).isEqualTo(73);
      var download =
          page.waitForDownload(
              () -> page.getByRole(AriaRole.LINK, link("Baixa la taula (CSV)")).click());
      checkAgainstStore(page.url(), download.path());
    }
  }

  @Test
  void theSameWithoutScripts() {
    try (var visitor = browser.visitor(Look.SCRIPTLESS)) {
      Page page = visitor.open("/barcelona").page();
      begin(page);
      page.getByRole(AriaRole.LINK, link("Afegeix una línia")).click();
      answerUntilStops(page);
      for (String stop : STOPS) {
        page.selectOption("#stop-add", stop);
        page.locator("button[value=add]:not(.unseen)").click();
      }
      page.locator("button[value='remove:4']").click();
      assertThat(page.locator(".picks-list li").count()).isEqualTo(4);
      finishLine(page);
      assertThat(page.locator(".edits li").count()).isEqualTo(1);
      page.getByRole(AriaRole.BUTTON, button("Desfés")).click();
      assertThat(page.locator(".edits li").count()).isZero();
      page.getByRole(AriaRole.BUTTON, button("Refés")).click();
      compute(page);
      page.waitForSelector("#winners", patiently());
      assertThat(page.locator("#changes tbody tr").count()).isEqualTo(73);
    }
  }

  private static void begin(Page page) {
    page.getByRole(AriaRole.NAVIGATION)
        .getByRole(
            AriaRole.LINK,
            new com.microsoft.playwright.Locator.GetByRoleOptions().setName("Escenaris"))
        .first()
        .click();
    page.fill("#name", "Del mar a la muntanya");
    page.getByRole(AriaRole.BUTTON, button("Comença un escenari")).click();
  }

  private static void answerUntilStops(Page page) {
    page.fill("#name", "Línia del mar");
    next(page);
    page.getByLabel("Metro").check();
    next(page);
  }

  private static void finishLine(Page page) {
    next(page);
    assertThat(page.inputValue("#speed")).isEqualTo("27");
    next(page);
    page.fill("#minutes", "0");
    next(page);
    assertThat(page.locator(".error-summary").innerText()).contains("d’1 a 120");
    page.fill("#minutes", "3");
    next(page);
    page.getByRole(AriaRole.BUTTON, button("Afegeix la línia")).click();
  }

  private static void compute(Page page) {
    page.getByRole(AriaRole.LINK, link("Calcula què passa")).click();
    page.fill("#window", "5");
    page.fill("#spacing", "1500");
    page.getByRole(AriaRole.BUTTON, button("Calcula")).click();
  }

  private static void next(Page page) {
    page.getByRole(AriaRole.BUTTON, button("Continua")).click();
  }

  /// Every number of the file is the one that the store holds for that zone.
  private void checkAgainstStore(String address, Path file) throws IOException {
    Run before = run(address, "before");
    Run after = run(address, "after");
    String indicator = "people-30-p50";
    Map<String, Double> one = values(before, indicator);
    Map<String, Double> other = values(after, indicator);
    int rows = 0;
    int changed = 0;
    try (var csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : csv) {
        String zone = row.getField("zone");
        double was = one.getOrDefault(zone, Double.NaN);
        double is = other.getOrDefault(zone, Double.NaN);
        assertThat(Double.parseDouble(row.getField("before"))).isEqualTo(was);
        assertThat(Double.parseDouble(row.getField("after"))).isEqualTo(is);
        assertThat(Double.parseDouble(row.getField("change"))).isEqualTo(is - was);
        rows++;
        changed += is == was ? 0 : 1;
      }
    }
    assertThat(rows).isEqualTo(73);
    assertThat(changed).as("zones that the line changes").isPositive();
  }

  private Map<String, Double> values(Run run, String indicator) {
    var values = runs.results(run).orElseThrow().values().get(indicator);
    assertThat(values).isNotNull();
    return Map.copyOf(java.util.Objects.requireNonNull(values));
  }

  private Run run(String address, String name) {
    Matcher id = Pattern.compile("[?&]" + name + "=([0-9a-f]{64})").matcher(address);
    assertThat(id.find()).isTrue();
    return runs.find(id.group(1)).orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void everyPageIsAccessibleAndFitsItsWindow(Look look) {
    var softly = new SoftAssertions();
    try (var visitor = browser.visitor(look)) {
      check(softly, visitor, "city", "/barcelona");
      check(softly, visitor, "city-bologna", "/bologna");
      check(softly, visitor, "zones", "/barcelona/zones");
      check(softly, visitor, "zones-districts", "/barcelona/zones?level=district&sort=income");
      check(softly, visitor, "zone", "/barcelona/zones/neighbourhood:01");
      check(softly, visitor, "layers", "/barcelona/layers");
      check(softly, visitor, "layer-lines", "/barcelona/layers/lines");
      check(softly, visitor, "layer-facilities", "/barcelona/layers/facilities?valid=2026-01-31");
      check(softly, visitor, "layer-streets", "/barcelona/layers/streets");
      check(softly, visitor, "feature", "/barcelona/layers/stops/metro-horta");
      check(softly, visitor, "catalogue", "/barcelona/catalogue");
      Page page = visitor.page();
      page.locator("#datasets tbody a").first().click();
      check(softly, visitor, "dataset");
      check(softly, visitor, "scenarios", "/barcelona/scenarios");
      page.fill("#name", "Proves");
      page.getByRole(AriaRole.BUTTON, button("Comença un escenari")).click();
      page.waitForFunction("() => document.querySelector('[data-map]').dataset.ready");
      check(softly, visitor, "scenario-blank");
      String scenario = java.net.URI.create(page.url()).getPath();
      for (String task :
          List.of(
              "headway",
              "headway/often?thing=L1",
              "remove-line",
              "close-stop",
              "close-facility",
              "close-street",
              "add-stop",
              "add-facility",
              "new-line",
              "new-line?ask=stops&name=A&mode=tram&stop=metro-horta",
              "run")) {
        check(softly, visitor, "task-" + task.replaceAll("[/?&=].*", ""), scenario + "/" + task);
      }
      page.fill("#window", "5");
      page.fill("#spacing", "1500");
      page.getByRole(AriaRole.BUTTON, button("Calcula")).click();
      page.waitForSelector("#values", patiently());
      page.waitForFunction("() => document.querySelector('[data-map]').dataset.ready");
      check(softly, visitor, "result");
    }
    softly.assertAll();
  }

  private static void check(SoftAssertions softly, Visitor visitor, String name, String path) {
    visitor.open(path);
    check(softly, visitor, name);
  }

  private static void check(SoftAssertions softly, Visitor visitor, String name) {
    softly.assertThatCode(visitor::checked).as(name).doesNotThrowAnyException();
    // Taking the picture resizes the window, of which a map complains.
    visitor.photographed(name).forgiving();
  }

  private static Page.GetByRoleOptions button(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.GetByRoleOptions link(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.WaitForSelectorOptions patiently() {
    return new Page.WaitForSelectorOptions().setTimeout(LONGEST_RUN_MILLIS);
  }
}
