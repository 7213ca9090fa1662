package eu.trama.city.twin.commands;

import eu.trama.city.twin.Json;
import eu.trama.city.twin.Run;
import eu.trama.city.twin.RunCost;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// A run as the shell shows it: everything that went into it, how it went, and what it cost.
final class RunView {

  private RunView() {}

  static Map<String, Object> of(Run run) {
    var view = new LinkedHashMap<String, Object>();
    view.put("id", run.id());
    view.put("state", run.state().name().toLowerCase(Locale.ROOT));
    view.put("scenario", run.scenario());
    view.put("request", Json.read(run.request()));
    view.put(
        "asOf",
        Map.of(
            "valid", run.snapshot().asOf().valid().toString(),
            "known", run.snapshot().asOf().known().toString()));
    view.put("requestedAt", run.requestedAt().toString());
    if (!run.failure().isEmpty()) {
      view.put("failure", run.failure());
    }
    if (run.resultSha256() != null) {
      view.put("resultSha256", run.resultSha256());
    }
    RunCost cost = run.cost();
    if (cost != null) {
      view.put("cost", cost(cost));
    }
    return view;
  }

  private static Map<String, Object> cost(RunCost cost) {
    var view = new LinkedHashMap<String, Object>();
    view.put("cpuSeconds", cost.cpuSeconds());
    view.put("wallSeconds", cost.wallSeconds());
    view.put("peakHeapBytes", cost.peakBytes());
    view.put("energyJoulesEstimate", cost.joules());
    view.put(
        "energyFormula",
        "(cpuSeconds x %s W + wallSeconds x peakHeapBytes/1e9 x %s W) x PUE %s"
            .formatted(RunCost.WATT_PER_CORE, RunCost.WATT_PER_GIGABYTE, RunCost.PUE));
    return view;
  }
}
