package eu.trama.city.twin.pages.run;

import eu.trama.city.twin.Json;
import eu.trama.city.twin.Run;
import eu.trama.city.twin.RunCost;
import eu.trama.city.twin.Zone;
import eu.trama.city.twin.pages.Download;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// A finished run as files: every indicator of every zone, and everything that went into it.
@Controller
class RunFiles {

  private final FinishedRuns finished;

  RunFiles(FinishedRuns finished) {
    this.finished = finished;
  }

  private Outcome outcome(String id) {
    return finished.outcome(finished.require(id));
  }

  @GetMapping("/runs/{id}.csv")
  void csv(@PathVariable("id") String id, HttpServletResponse response) throws IOException {
    var outcome = outcome(id);
    var indicators = List.copyOf(outcome.results().values().keySet());
    var header = new ArrayList<>(List.of("zone", "code", "name", "population", "income"));
    header.addAll(indicators);
    Download.csv(
        response,
        "run-" + outcome.run().shortId(),
        header,
        outcome.zones().stream().map(zone -> row(outcome, zone, indicators)));
  }

  private static List<Object> row(Outcome outcome, Zone zone, List<String> indicators) {
    var row = new ArrayList<Object>();
    row.add(zone.id());
    row.add(zone.code());
    row.add(zone.name());
    row.add(orBlank(zone.population()));
    row.add(orBlank(zone.income()));
    for (String indicator : indicators) {
      Double value = outcome.results().values().getOrDefault(indicator, none()).get(zone.id());
      row.add(value == null ? "" : value);
    }
    return row;
  }

  private static java.util.SortedMap<String, Double> none() {
    return java.util.Collections.emptySortedMap();
  }

  static Object orBlank(OptionalDouble value) {
    return value.isPresent() ? (Object) value.getAsDouble() : "";
  }

  @GetMapping("/runs/{id}.geojson")
  void geojson(@PathVariable("id") String id, HttpServletResponse response) throws IOException {
    var outcome = outcome(id);
    // A done run never changes: it is named by the hash of what went into it.
    response.setHeader("Cache-Control", "private, max-age=86400");
    Download.zones(
        response,
        outcome.zones(),
        zone -> {
          var properties = new LinkedHashMap<String, @Nullable Object>();
          outcome
              .results()
              .values()
              .forEach((indicator, byZone) -> properties.put(indicator, byZone.get(zone.id())));
          return properties;
        });
  }

  @GetMapping("/runs/{id}.json")
  void json(@PathVariable("id") String id, HttpServletResponse response) throws IOException {
    var outcome = outcome(id);
    Run run = outcome.run();
    var object = new LinkedHashMap<String, @Nullable Object>();
    object.put("id", run.id());
    object.put("request", Json.read(run.request()));
    object.put(
        "snapshot",
        Map.of(
            "city", run.snapshot().city(),
            "valid", run.snapshot().asOf().valid().toString(),
            "known", run.snapshot().asOf().known().toString()));
    object.put("result_sha256", run.resultSha256());
    RunCost cost = run.cost();
    if (cost != null) {
      object.put(
          "cost",
          Map.of(
              "cpu_seconds", cost.cpuSeconds(),
              "wall_seconds", cost.wallSeconds(),
              "peak_bytes", cost.peakBytes(),
              "joules_estimated", cost.joules()));
    }
    object.put("notes", outcome.results().notes());
    object.put("values", outcome.results().values());
    Download.json(response, "run-" + run.shortId(), object);
  }
}
