package eu.trama.city.twin.pages.run;

import eu.trama.city.twin.Comparison;
import eu.trama.city.twin.Contrast;
import eu.trama.city.twin.Zone;
import eu.trama.city.twin.pages.Download;
import eu.trama.city.web.Visit;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Comparisons as files: of a scenario with the city as it is, or of a city with another.
@Controller
class CompareFiles {

  private static final List<String> CHANGES =
      List.of(
          "zone", "code", "name", "population", "income", "before", "after", "change", "relative");
  private static final List<String> CONTRASTS =
      List.of("city", "zone", "code", "name", "population", "income", "value", "difference");

  private final FinishedRuns finished;
  private final ScenarioComparison oneCity;
  private final CityComparison twoCities;

  CompareFiles(FinishedRuns finished, ScenarioComparison oneCity, CityComparison twoCities) {
    this.finished = finished;
    this.oneCity = oneCity;
    this.twoCities = twoCities;
  }

  @GetMapping("/compare.csv")
  void csv(Visit visit, @RequestParam Map<String, String> chosen, HttpServletResponse response)
      throws IOException {
    RunPair pair = finished.pair(chosen);
    var choice = finished.choice(visit.words(), pair.after(), chosen);
    if (pair.oneCity()) {
      Download.csv(
          response,
          "difference-" + choice.indicator().id(),
          CHANGES,
          oneCity.of(pair, choice).rows().stream().map(CompareFiles::change));
    } else {
      Download.csv(
          response,
          "cities-" + choice.indicator().id(),
          CONTRASTS,
          twoCities.of(pair, choice).rows().stream().map(CompareFiles::contrast));
    }
  }

  private static List<Object> change(Comparison.Row row) {
    return List.of(
        row.zone().id(),
        row.zone().code(),
        row.zone().name(),
        RunFiles.orBlank(row.zone().population()),
        RunFiles.orBlank(row.zone().income()),
        row.before(),
        row.after(),
        row.change(),
        RunFiles.orBlank(row.relative()));
  }

  private static List<Object> contrast(Contrast.Row row) {
    return List.of(
        row.city(),
        row.zone().id(),
        row.zone().code(),
        row.zone().name(),
        RunFiles.orBlank(row.zone().population()),
        RunFiles.orBlank(row.zone().income()),
        row.value(),
        row.difference());
  }

  /// @param chosen of two cities, with `city` the zones of that one alone
  @GetMapping("/compare.geojson")
  void geojson(Visit visit, @RequestParam Map<String, String> chosen, HttpServletResponse response)
      throws IOException {
    RunPair pair = finished.pair(chosen);
    var choice = finished.choice(visit.words(), pair.after(), chosen);
    List<Drawn> zones =
        pair.oneCity()
            ? oneCity.of(pair, choice).rows().stream().map(Drawn::of).toList()
            : twoCities.of(pair, choice).rows().stream()
                .filter(row -> row.city().equals(chosen.getOrDefault("city", row.city())))
                .map(Drawn::of)
                .toList();
    // Finished runs never change: they are named by the hash of what went into them.
    response.setHeader("Cache-Control", "private, max-age=86400");
    var out = new Download.Collection(response);
    for (Drawn each : zones) {
      out.add(each.id(), each.zone(), each.properties());
    }
    out.end();
  }

  /// A zone as a map draws it.
  private record Drawn(String id, Zone zone, Map<String, ?> properties) {

    static Drawn of(Comparison.Row row) {
      return new Drawn(
          row.zone().id(),
          row.zone(),
          Map.of("before", row.before(), "after", row.after(), "change", row.change()));
    }

    static Drawn of(Contrast.Row row) {
      return new Drawn(
          row.id(),
          row.zone(),
          Map.of("city", row.city(), "value", row.value(), "difference", row.difference()));
    }
  }
}
