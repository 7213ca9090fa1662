package eu.trama.city.twin.pages.run;

import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Model;
import eu.trama.city.twin.Models;
import eu.trama.city.twin.Run;
import eu.trama.city.twin.Runs;
import eu.trama.city.twin.pages.Cities;
import eu.trama.city.web.Words;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Runs as pages and files need them: what a run found, by which model, and which of its indicators
/// is asked for. What an address names and does not exist is "not found".
@Component
class FinishedRuns {

  private final Runs runs;
  private final Models models;
  private final Cities cities;
  private final Naming naming;

  FinishedRuns(Runs runs, Models models, Cities cities, Naming naming) {
    this.runs = runs;
    this.models = models;
    this.cities = cities;
    this.naming = naming;
  }

  /// Finished or not.
  Run require(String id) {
    return runs.find(id).orElseThrow(Cities::missing);
  }

  Outcome outcome(Run run) {
    if (run.state() != Run.State.DONE) {
      throw Cities.missing();
    }
    return Outcome.of(run, runs, cities);
  }

  Model model(Run run) {
    return models.find(run.model()).orElseThrow(Cities::missing);
  }

  IndicatorChoice choice(Words words, Run run, Map<String, String> chosen) {
    return IndicatorChoice.of(words, naming, model(run), chosen);
  }

  /// The two runs that the parameters `before` and `after` name.
  ///
  /// @throws BadInput when they are of two models
  RunPair pair(Map<String, String> chosen) {
    Run before = require(chosen.getOrDefault("before", ""));
    Run after = require(chosen.getOrDefault("after", ""));
    if (!before.model().equals(after.model())) {
      throw new BadInput(
          Finding.error(
              "runs-unlike",
              "request",
              0,
              "after",
              after.model(),
              "Compare two runs of one model."));
    }
    return new RunPair(before, after);
  }
}
