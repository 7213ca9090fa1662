package eu.trama.city.ogc.processes;

import eu.trama.city.ogc.Addresses;
import eu.trama.city.ogc.ApiLink;
import eu.trama.city.ogc.Asked;
import eu.trama.city.ogc.Media;
import eu.trama.city.ogc.Problem;
import eu.trama.city.twin.Json;
import eu.trama.city.twin.Model;
import eu.trama.city.twin.Models;
import eu.trama.city.twin.References;
import eu.trama.city.twin.Run;
import eu.trama.city.twin.Runs;
import eu.trama.city.twin.Scenario;
import eu.trama.city.twin.ScenarioJson;
import eu.trama.city.twin.Scenarios;
import eu.trama.city.twin.Twin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import tools.jackson.databind.JsonNode;

/// The list of processes, each one's description, and their execution.
@Controller
class ProcessesController {

  private static final String NO_PROCESS =
      "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/no-such-process";

  private final Models models;
  private final Processes processes;
  private final Runs runs;
  private final Scenarios scenarios;
  private final Twin twin;
  private final Standings standings;
  private final References references;

  ProcessesController(
      Models models,
      Processes processes,
      Runs runs,
      Scenarios scenarios,
      Twin twin,
      Standings standings,
      References references) {
    this.models = models;
    this.processes = processes;
    this.runs = runs;
    this.scenarios = scenarios;
    this.twin = twin;
    this.standings = standings;
    this.references = references;
  }

  @GetMapping("/ogc/{city}/processes")
  @Nullable View list(Asked asked) throws IOException {
    asked.only("limit", "start");
    Media media = asked.choose(Media.JSON);
    var all = new ArrayList<Map<String, Object>>();
    models.all().forEach(each -> all.add(processes.summary(asked, each)));
    all.add(EchoDescription.summary(asked));
    int start = Math.min(Paging.start(asked), all.size());
    int end = (int) Math.min(all.size(), (long) start + Paging.limit(asked));
    var links = new ArrayList<>(asked.selfAndAlternates(media, Media.JSON));
    if (end < all.size()) {
      String next = Addresses.with(asked.self(), "start", String.valueOf(end));
      links.add(ApiLink.to(next, "next", media, "More processes"));
    }
    return asked.answer(media, Map.of("processes", all.subList(start, end), "links", links));
  }

  @GetMapping("/ogc/{city}/processes/{process}")
  @Nullable View process(Asked asked, @PathVariable("process") String id) throws IOException {
    asked.only();
    Media media = asked.choose(Media.JSON);
    return asked.answer(
        media,
        id.equals(Echo.ID)
            ? EchoDescription.description(asked)
            : processes.description(asked, model(id)));
  }

  /// Models are always executed asynchronously, whatever `Prefer` says: that is what they declare.
  @PostMapping("/ogc/{city}/processes/{process}/execution")
  @Nullable View execute(Asked asked, @PathVariable("process") String id)
      throws IOException, InterruptedException {
    asked.only();
    var values = new InputValues(references);
    if (id.equals(Echo.ID)) {
      return echo(asked, Echo.of(ExecuteDocument.read(asked), values));
    }
    Model model = model(id);
    var request = ExecuteRequest.of(ExecuteDocument.read(asked), model, values);
    Run run = run(asked, model, request);
    return created(asked, standings.create(run, request.scenario() == null, request));
  }

  /// Who does not ask to be told later waits for the pause that they asked for.
  private @Nullable View echo(Asked asked, Echo echo) throws IOException, InterruptedException {
    if (Preference.later(asked)) {
      return created(asked, standings.create(asked.city().id(), echo));
    }
    Thread.sleep(Duration.ofSeconds(echo.pause()));
    return echo.outcome().tell(asked, "trama-echo-" + UUID.randomUUID());
  }

  private static @Nullable View created(Asked asked, Standing standing) throws IOException {
    asked.response().setStatus(HttpStatus.CREATED.value());
    asked.response().setHeader("Location", asked.href("/jobs/" + standing.job().id()));
    Preference.applied(asked);
    asked.response().setContentType(Media.JSON.type().toString());
    byte[] status =
        Json.write(JobDocuments.status(asked, standing)).getBytes(StandardCharsets.UTF_8);
    asked.response().getOutputStream().write(status);
    return null;
  }

  private Run run(Asked asked, Model model, ExecuteRequest request) {
    if (request.scenario() == null) {
      return runs.baseline(twin.today(asked.city().id()), model.id(), request.parameters());
    }
    return runs.of(scenario(asked, request), model.id(), request.parameters());
  }

  private Scenario scenario(Asked asked, ExecuteRequest request) {
    var given = java.util.Objects.requireNonNull(request.scenario());
    Optional<String> here = request.scenarioAddress().flatMap(each -> idIn(asked, each));
    Scenario scenario;
    if (given.isString()) {
      scenario = known(given.asString());
    } else if (here.isPresent()) {
      scenario = known(here.get());
    } else {
      JsonNode document = request.scenarioAddress().map(references::read).orElse(given);
      var content = ScenarioJson.read(Json.write(document), "scenario");
      if (!content.city().isEmpty() && !content.city().equals(asked.city().id())) {
        throw ExecuteDocument.bad("The scenario is for ‘" + content.city() + "’.");
      }
      scenario = scenarios.adopt(content.in(asked.city().id()), asked.visit().language().tag());
    }
    if (!scenario.city().equals(asked.city().id())) {
      throw ExecuteDocument.bad("The scenario is for ‘" + scenario.city() + "’.");
    }
    return scenario;
  }

  private Scenario known(String id) {
    return Optional.of(id)
        .filter(each -> each.matches("[A-Za-z0-9_-]{1,100}"))
        .flatMap(scenarios::find)
        .orElseThrow(() -> ExecuteDocument.bad("There is no scenario with this id here."));
  }

  /// The id of a scenario of this server, which need not be fetched; empty where it is elsewhere.
  private static Optional<String> idIn(Asked asked, String address) {
    String root = asked.base().substring(0, asked.base().indexOf("/ogc/"));
    String path = address.startsWith(root) ? address.substring(root.length()) : address;
    return path.matches("/scenarios/[A-Za-z0-9_-]+(\\.json)?")
        ? Optional.of(path.substring("/scenarios/".length()).replace(".json", ""))
        : Optional.empty();
  }

  private Model model(String id) {
    return models
        .find(id)
        .orElseThrow(() ->
            new Problem(HttpStatus.NOT_FOUND, NO_PROCESS, "There is no process " + id + " here."));
  }
}
