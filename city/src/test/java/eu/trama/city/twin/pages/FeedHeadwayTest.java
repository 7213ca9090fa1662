package eu.trama.city.twin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import eu.trama.city.twin.Imports;
import eu.trama.city.twin.Provenance;
import eu.trama.city.twin.Runs;
import eu.trama.city.twin.Scenario;
import eu.trama.city.twin.Scenarios;
import eu.trama.city.twin.Twin;
import eu.trama.city.web.Browser;
import eu.trama.city.web.Browser.Look;
import eu.trama.city.web.WithBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/// A line that came with a timetable is told to run twice as often, on the page, with scripts and
/// without; so is a line of the pack. The city is one of its own, since the feed stays in it.
@TwinSite
@WithBrowser
@TestPropertySource(properties = "spring.application.name=feed")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedHeadwayTest {

  @Autowired private Imports imports;
  @Autowired private Twin twin;
  @Autowired private Scenarios scenarios;
  @Autowired private Runs runs;
  @Autowired private TwinRuns twinRuns;

  static List<Look> looks() {
    return List.of(Look.DESKTOP, Look.SCRIPTLESS);
  }

  /// Every half hour of a working day's morning from Horta to the sea and back, in ten minutes.
  @BeforeAll
  void importAFeed(@TempDir Path folder) throws IOException {
    var trips = new StringBuilder("route_id,service_id,trip_id\n");
    var times = new StringBuilder("trip_id,arrival_time,departure_time,stop_id,stop_sequence\n");
    for (int i = 0; i < 10; i++) {
      for (String way : List.of("ab", "ba")) {
        int minutes = 6 * 60 + 30 * i;
        trips.append("r,w,%s%d\n".formatted(way, i));
        times.append(call(way, i, minutes, way.substring(0, 1), 1));
        times.append(call(way, i, minutes + 10, way.substring(1), 2));
      }
    }
    Map<String, String> feed =
        Map.of(
            "agency.txt",
            "agency_name,agency_url,agency_timezone\nProva,http://x.example,Europe/Madrid\n",
            "stops.txt",
            "stop_id,stop_name,stop_lat,stop_lon\na,Dalt,41.4297,2.1600\nb,Baix,41.3800,2.1897\n",
            "routes.txt",
            "route_id,route_short_name,route_long_name,route_type\nr,T9,Dalt – Baix,0\n",
            "calendar.txt",
            "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n"
                + "w,1,1,1,1,1,0,0,20260105,20260331\n",
            "trips.txt",
            trips.toString(),
            "stop_times.txt",
            times.toString());
    for (var file : feed.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    imports.run(
        "barcelona",
        List.of(
            new Imports.Item(
                "gtfs",
                folder,
                Map.of("feed", "trial"),
                Provenance.titled("Trial"),
                Optional.empty())),
        Silent.PROGRESS);
  }

  private static String call(String way, int number, int minutes, String stop, int sequence) {
    String time = "%02d:%02d:00".formatted(minutes / 60, minutes % 60);
    return "%s%d,%s,%s,%s,%d\n".formatted(way, number, time, time, stop, sequence);
  }

  @ParameterizedTest
  @MethodSource("looks")
  void aLineOfATimetableRunsTwiceAsOften(Look look, Browser browser) {
    Scenario scenario = scenarios.create(twin.today("barcelona"), "Més tramvies", "", List.of());
    try (var visitor = browser.visitor(look)) {
      Page page = choose(visitor, scenario, "T9", "trial:r");
      assertThat(page.locator("main .lead").innerText())
          .isEqualTo("Ara segueix l’horari del fitxer: en hora punta, un pas cada 30 min.");
      page.getByLabel("El doble de sovint, tot el dia").check();
      new Planner(page).press("Canvia la freqüència");
      assertThat(page.locator(".edits li").innerText())
          .isEqualTo(
              "La línia “T9 Dalt – Baix” passa cada 15 min en hora punta, en lloc de cada 30");
    }
    var changed = scenarios.find(scenario.id()).orElseThrow();
    assertThat(
            scenarios
                .view(changed)
                .feature("lines", "trial:r")
                .orElseThrow()
                .properties()
                .texts("headways"))
        .containsExactly("weekday 06:00-11:00/900");
    var before = twinRuns.values(twinRuns.baseline("barcelona"), "people-30-p50");
    var after =
        twinRuns.values(twinRuns.done(runs.of(changed, "reach", TwinRuns.SMALL)), "people-30-p50");
    assertThat(after).isNotEqualTo(before);
    assertThat(sum(after)).as("people within reach").isGreaterThan(sum(before));
  }

  private static double sum(Map<String, Double> values) {
    return values.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void aLineOfThePackRunsAtAnIntervalOfItsOwn(Look look, Browser browser) {
    Scenario scenario = scenarios.create(twin.today("barcelona"), "Més metro", "", List.of());
    try (var visitor = browser.visitor(look)) {
      Page page = choose(visitor, scenario, "L1 ", "L1");
      page.getByLabel("Un altre interval, igual tot el dia").check();
      page.fill("#minutes", "2");
      new Planner(page).press("Canvia la freqüència");
      assertThat(page.locator(".edits li").innerText()).contains("L1", "passa cada 2 min");
    }
  }

  /// Finds a line by its name on the list of lines, and answers with it.
  private static Page choose(
      Browser.Visitor visitor, Scenario scenario, String search, String line) {
    Page page = visitor.open("/scenarios/" + scenario.id() + "/headway").page();
    page.fill("#q", search);
    new Planner(page).press("Busca");
    page.locator("input[name=thing][value='" + line + "']").check();
    new Planner(page).next();
    return page;
  }
}
