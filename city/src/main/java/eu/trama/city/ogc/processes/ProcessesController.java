package eu.trama.city.ogc.processes;

import eu.trama.city.ogc.Addresses;
import eu.trama.city.ogc.ApiLink;
import eu.trama.city.ogc.Asked;
import eu.trama.city.ogc.Media;
import eu.trama.city.ogc.Problem;
import eu.trama.city.twin.Json;
import eu.trama.city.twin.Model;
import eu.trama.city.twin.Models;
import eu.trama.city.twin.Run;
import eu.trama.city.twin.Runs;
import eu.trama.city.twin.Scenario;
import eu.trama.city.twin.ScenarioJson;
import eu.trama.city.twin.Scenarios;
import eu.trama.city.twin.Twin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// The list of processes, each one's description, and their execution.
@Controller
class ProcessesController {

  private static final int MOST_BYTES = 1 << 20;
  private static final String NO_PROCESS =
      "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/no-such-process";

  private final Models models;
  private final Processes processes;
  private final Runs runs;
  private final Scenarios scenarios;
  private final Twin twin;
  private final Jobs jobs;

  ProcessesController(
      Models models, Processes processes, Runs runs, Scenarios scenarios, Twin twin, Jobs jobs) {
    this.models = models;
    this.processes = processes;
    this.runs = runs;
    this.scenarios = scenarios;
    this.twin = twin;
    this.jobs = jobs;
  }

  @GetMapping("/ogc/{city}/processes")
  @Nullable View list(Asked asked) throws IOException {
    asked.only("limit", "start");
    Media media = asked.choose(Media.JSON);
    List<Model> all = List.copyOf(models.all());
    int start = Math.min(Paging.start(asked), all.size());
    int end = (int) Math.min(all.size(), (long) start + Paging.limit(asked));
    var links = new ArrayList<>(asked.selfAndAlternates(media, Media.JSON));
    if (end < all.size()) {
      String next = Addresses.with(asked.self(), "start", String.valueOf(end));
      links.add(ApiLink.to(next, "next", media, "More processes"));
    }
    return asked.answer(
        media,
        Map.of(
            "processes",
            all.subList(start, end).stream().map(each -> processes.summary(asked, each)).toList(),
            "links",
            links));
  }

  @GetMapping("/ogc/{city}/processes/{process}")
  @Nullable View process(Asked asked, @PathVariable("process") String id) throws IOException {
    asked.only();
    Media media = asked.choose(Media.JSON);
    return asked.answer(media, processes.description(asked, model(id)));
  }

  /// Always asynchronous, whatever `Prefer` says: that is what the processes declare.
  @PostMapping("/ogc/{city}/processes/{process}/execution")
  @Nullable View execute(Asked asked, @PathVariable("process") String id) throws IOException {
    asked.only();
    Model model = model(id);
    var request = ExecuteRequest.read(body(asked), model);
    Run run = run(asked, model, request);
    Job job = jobs.create(run, request.scenario() == null, request);
    asked.response().setStatus(HttpStatus.CREATED.value());
    asked.response().setHeader("Location", asked.href("/jobs/" + job.id()));
    asked.response().setHeader("Preference-Applied", "respond-async");
    asked.response().setContentType(Media.JSON.type().toString());
    byte[] status =
        Json.write(JobDocuments.status(asked, job, run)).getBytes(StandardCharsets.UTF_8);
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
    Scenario scenario;
    if (given.isString()) {
      scenario = known(given.asString());
    } else if (request.scenarioAddress().isPresent()) {
      scenario = known(idIn(asked, request.scenarioAddress().get()));
    } else {
      var content = ScenarioJson.read(Json.write(given), "scenario");
      if (!content.city().isEmpty() && !content.city().equals(asked.city().id())) {
        throw ExecuteRequest.bad("The scenario is for ‘" + content.city() + "’.");
      }
      scenario = scenarios.adopt(content.in(asked.city().id()), asked.visit().language().tag());
    }
    if (!scenario.city().equals(asked.city().id())) {
      throw ExecuteRequest.bad("The scenario is for ‘" + scenario.city() + "’.");
    }
    return scenario;
  }

  private Scenario known(String id) {
    return scenarios
        .find(id)
        .orElseThrow(() -> ExecuteRequest.bad("There is no scenario with this id here."));
  }

  /// This server fetches nothing from other ones on a visitor's word.
  private static String idIn(Asked asked, String address) {
    String root = asked.base().substring(0, asked.base().indexOf("/ogc/"));
    String path = address.startsWith(root) ? address.substring(root.length()) : address;
    if (!path.matches("/scenarios/[A-Za-z0-9_-]+(\\.json)?")) {
      throw ExecuteRequest.bad(
          "Only scenarios of this server are taken by address, such as "
              + root
              + "/scenarios/ID.json; give others inline.");
    }
    return path.substring("/scenarios/".length()).replace(".json", "");
  }

  private static String body(Asked asked) throws IOException {
    String type = asked.request().getContentType();
    if (type == null || !isJson(type)) {
      throw new Problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send application/json.");
    }
    byte[] body = asked.request().getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw new Problem(HttpStatus.CONTENT_TOO_LARGE, "A request has at most 1 MiB.");
    }
    return new String(body, StandardCharsets.UTF_8);
  }

  private static boolean isJson(String type) {
    try {
      return MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(type));
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  private Model model(String id) {
    return models
        .find(id)
        .orElseThrow(() ->
            new Problem(HttpStatus.NOT_FOUND, NO_PROCESS, "There is no process " + id + " here."));
  }
}
