package eu.trama.city.twin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.trama.city.twin.Run;
import eu.trama.city.twin.Runs;
import eu.trama.city.web.Browser;
import eu.trama.city.web.Browser.Look;
import eu.trama.city.web.WithBrowser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What a planner does, in a real browser on a real server with the packs: looks at the city, makes
/// a scenario, adds a line, runs the model, sees the difference and takes the table home.
@TwinSite
@WithBrowser
class TwinBrowserTest {

  @Autowired private Runs runs;
  @Autowired private TwinRuns twinRuns;

  @Test
  void aPlannerAddsALineAndTakesTheDifferenceHome(Browser browser) throws IOException {
    try (var visitor = browser.visitor(Look.DESKTOP)) {
      Page page = visitor.open("/barcelona").checked().page();
      var planner = new Planner(page);
      assertThat(page.locator("#zones tbody tr").count()).isEqualTo(73);
      planner.begin("Del mar a la muntanya");
      planner.nameLine();
      planner.pickStops();
      page.waitForFunction("() => document.querySelector('#map').dataset.draft === '5'");
      visitor.photographed("new-line");
      planner.finishLine("3");
      assertThat(page.locator(".edits li").allInnerTexts())
          .containsExactly("Afegeix la línia “Línia del mar”, amb 5 parades i un pas cada 3 min");
      planner.awaitMaps();
      visitor.checked();
      planner.compute();
      planner.await("#winners");
      planner.awaitMaps();
      visitor.checked().photographed("difference");
      assertThat(page.locator("#changes tbody tr").count()).isEqualTo(73);
      var download = page.waitForDownload(() -> planner.follow("Baixa la taula (CSV)"));
      checkAgainstStore(page.url(), download.path());
    }
  }

  @Test
  void theSameWithoutScripts(Browser browser) {
    try (var visitor = browser.visitor(Look.SCRIPTLESS)) {
      Page page = visitor.open("/barcelona").page();
      var planner = new Planner(page);
      planner.begin("Del mar a la muntanya");
      planner.nameLine();
      planner.pickStops();
      page.locator("button[value='remove:4']").click();
      assertThat(page.locator(".picks-list li").count()).isEqualTo(4);
      planner.finishLine("3");
      assertThat(page.locator(".edits li").count()).isEqualTo(1);
      planner.press("Desfés");
      assertThat(page.locator(".edits li").count()).isZero();
      planner.press("Refés");
      planner.compute();
      planner.await("#winners");
      assertThat(page.locator("#changes tbody tr").count()).isEqualTo(73);
    }
  }

  /// Every number of the file is the one that the store holds for that zone.
  private void checkAgainstStore(String address, Path file) throws IOException {
    Map<String, Double> one = twinRuns.values(run(address, "before"), "people-30-p50");
    Map<String, Double> other = twinRuns.values(run(address, "after"), "people-30-p50");
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

  private Run run(String address, String name) {
    Matcher id = Pattern.compile("[?&]" + name + "=([0-9a-f]{64})").matcher(address);
    assertThat(id.find()).isTrue();
    return runs.find(id.group(1)).orElseThrow();
  }
}
