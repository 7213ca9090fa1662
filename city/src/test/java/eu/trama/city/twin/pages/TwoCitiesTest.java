package eu.trama.city.twin.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.trama.city.twin.Json;
import eu.trama.city.twin.Run;
import eu.trama.city.twin.Twin;
import eu.trama.city.twin.Zone;
import eu.trama.city.twin.Zones;
import eu.trama.city.web.Browser;
import eu.trama.city.web.Browser.Look;
import eu.trama.city.web.WithBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// The same model on Barcelona and on Bologna, side by side: from the result of one to the
/// comparison, whose every number is the store's.
@TwinSite
@WithBrowser
class TwoCitiesTest {

  private static final String INDICATOR = "people-30-p50";

  @Autowired private TwinRuns runs;
  @Autowired private Twin twin;

  private Run barcelona;
  private Run bologna;
  private final Map<String, Double> stored = new HashMap<>();
  private double mean;

  @BeforeEach
  void compute() {
    barcelona = runs.baseline("barcelona");
    bologna = runs.baseline("bologna");
    double people = 0;
    double sum = 0;
    for (Run run : List.of(barcelona, bologna)) {
      String city = run.snapshot().city();
      var residents = new HashMap<String, Double>();
      for (Zone zone : Zones.of(twin.view(run.snapshot()), Zones.NEIGHBOURHOOD)) {
        residents.put(zone.id(), zone.population().orElse(0));
      }
      for (var value : runs.values(run, INDICATOR).entrySet()) {
        stored.put(city + "/" + value.getKey(), value.getValue());
        double here = residents.getOrDefault(value.getKey(), 0.0);
        people += here;
        sum += here * value.getValue();
      }
    }
    mean = sum / people;
  }

  @Test
  void twoCitiesStandSideBySide(Browser browser) throws IOException {
    try (var visitor = browser.visitor(Look.DESKTOP)) {
      Page page = visitor.open("/runs/" + barcelona.id()).page();
      var planner = new Planner(page);
      page.selectOption("#before", bologna.id());
      planner.press("Compara");
      planner.await("#cities");
      planner.awaitMaps();
      visitor.checked();

      assertThat(page.locator("[data-map]").count()).isEqualTo(2);
      assertThat(page.locator("#both tbody tr").count()).isEqualTo(73 + 18);
      assertThat(ids(page)).isEqualTo(sorted());
      assertThat(page.locator("#both th[aria-sort=descending]").innerText())
          .contains("Gent a l’abast");
      assertThat(page.locator("#fifths tbody tr").count()).isEqualTo(5);
      assertThat(page.locator(".chart.bars li").count()).isEqualTo(10);
      assertThat(page.locator("#means tbody tr").count()).isEqualTo(36);

      page.locator("#both tr[data-id='bologna/" + firstOfBologna() + "'] button").click();
      assertThat(page.locator("#map-bologna .map-popup").isVisible()).isTrue();
      assertThat(page.locator("#map-barcelona .map-popup").isVisible()).isFalse();

      var csv = page.waitForDownload(() -> planner.follow("Baixa la taula (CSV)"));
      check(csv.path());
      String map =
          page.locator("a", new Page.LocatorOptions().setHasText("Baixa el mapa (GeoJSON)"))
              .getAttribute("href");
      check(Json.read(page.request().get(map).text()));
    }
  }

  private String firstOfBologna() {
    return runs.values(bologna, INDICATOR).keySet().stream().sorted().findFirst().orElseThrow();
  }

  private static List<Object> ids(Page page) {
    return new ArrayList<>(
        (List<?>)
            page.locator("#both tbody tr").evaluateAll("rows => rows.map(row => row.dataset.id)"));
  }

  /// From most to least, as the page begins.
  private List<Object> sorted() {
    return new ArrayList<>(
        stored.entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
            .map(Map.Entry::getKey)
            .toList());
  }

  private void check(Path file) throws IOException {
    int rows = 0;
    assertThat(Files.size(file)).isPositive();
    try (var csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : csv) {
        double value = stored.getOrDefault(row.getField("city") + "/" + row.getField("zone"), -1.0);
        assertThat(Double.parseDouble(row.getField("value"))).isEqualTo(value);
        assertThat(Double.parseDouble(row.getField("difference")))
            .isCloseTo(value - mean, within(1e-6));
        rows++;
      }
    }
    assertThat(rows).isEqualTo(stored.size());
  }

  private void check(JsonNode map) {
    JsonNode features = map.path("features");
    assertThat(features.size()).isEqualTo(stored.size());
    for (JsonNode feature : features) {
      double value = stored.getOrDefault(feature.path("id").asString(), -1.0);
      assertThat(feature.path("properties").path("value").asDouble()).isEqualTo(value);
      assertThat(feature.path("geometry").path("coordinates").size()).isPositive();
    }
  }
}
