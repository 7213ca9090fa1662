package eu.trama.city.twin;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Computes what a run asks for, from nothing but what the run says.
@Component
public class RunComputer {

  private final Twin twin;
  private final Models models;

  RunComputer(Twin twin, Models models) {
    this.twin = twin;
    this.models = models;
  }

  /// Computes a run once more, for itself.
  ///
  /// @return the hash of the result's bytes, to compare with the one that was kept
  /// @throws BadInput when code or data are no longer those of the run, saying which
  public String again(Run run) throws InterruptedException {
    JsonNode request = Json.read(run.request());
    Model model = models.require(run.model());
    refuseUnless(
        "run-code-changed",
        request.path("code").asString(""),
        models.codeHash(model),
        "Use the version of Trama that made this run: model version "
            + request.path("version")
            + ".");
    refuseUnless(
        "run-data-changed",
        request.path("data").asString(""),
        twin.fingerprint(run.snapshot(), model.reads()),
        "The store no longer holds this run’s data.");
    try (var computation = new Computation()) {
      return Digest.hex(Digest.sha256().digest(compute(run, computation).bytes()));
    }
  }

  /// Whether this server has the code that a run asks for: during an upgrade servers of two
  /// releases share a store.
  boolean canCompute(Run run) {
    String code = Json.read(run.request()).path("code").asString("");
    return models.find(run.model()).map(models::codeHash).filter(code::equals).isPresent();
  }

  Results compute(Run run, RunContext context) throws InterruptedException {
    Model model = models.require(run.model());
    JsonNode request = Json.read(run.request());
    List<Edit> changes = new ArrayList<>();
    for (JsonNode change : request.path("changes")) {
      changes.add(EditJson.read(change, "run"));
    }
    var view = new CityView(twin, run.snapshot(), changes).restrictedTo(model.reads());
    var parameters = new Parameters(Json.properties(request.path("parameters")));
    return model.run(view, parameters, context);
  }

  private static void refuseUnless(String code, String then, String now, String advice) {
    if (!then.equals(now)) {
      throw new BadInput(Finding.error(code, "run", 0, "", now, advice));
    }
  }
}
