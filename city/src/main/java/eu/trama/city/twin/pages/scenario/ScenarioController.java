package eu.trama.city.twin.pages.scenario;

import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Run;
import eu.trama.city.twin.Runs;
import eu.trama.city.twin.Scenario;
import eu.trama.city.twin.ScenarioJson;
import eu.trama.city.twin.Scenarios;
import eu.trama.city.twin.Twin;
import eu.trama.city.twin.pages.Download;
import eu.trama.city.twin.pages.FindingWords;
import eu.trama.city.twin.pages.ScenarioFrame;
import eu.trama.city.twin.pages.SeeOther;
import eu.trama.city.twin.pages.Wording;
import eu.trama.city.web.Link;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// The editor of a scenario: its steps, and what can be done with it as a whole.
@Controller
class ScenarioController {

  private final Pages pages;
  private final Editing editing;
  private final Scenarios scenarios;
  private final Twin twin;
  private final Runs runs;

  ScenarioController(Pages pages, Editing editing, Scenarios scenarios, Twin twin, Runs runs) {
    this.pages = pages;
    this.editing = editing;
    this.scenarios = scenarios;
    this.twin = twin;
    this.runs = runs;
  }

  @GetMapping("/scenarios/{id}")
  View scenario(Visit visit, @PathVariable("id") String id) {
    Scenario scenario = editing.require(id);
    return show(visit, scenario, scenario.name(), scenario.description(), List.of());
  }

  private View show(
      Visit visit, Scenario scenario, String name, String description, List<FormError> errors) {
    var wording = editing.wording(visit, scenario);
    var view = editing.view(scenario);
    var changes = ScenarioChange.of(view, scenario.snapshot(), twin);
    String parent = scenario.parent();
    var model =
        new ScenarioPage(
            scenario.id(),
            scenario.description(),
            visit.say(
                "twin.scenario.based",
                wording.city().name(),
                wording.when(scenario.base().valid())),
            parent == null
                ? Link.to("", "")
                : Link.to(
                    scenarios.find(parent).map(Scenario::name).orElse(parent),
                    "/scenarios/" + parent),
            ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/scenarios/" + scenario.id())
                .toUriString(),
            StepWords.of(wording, twin, scenario),
            scenario.undone(),
            Arrays.stream(Task.values())
                .map(task ->
                    Link.to(
                        visit.say("twin.task." + task.key()),
                        "/scenarios/" + scenario.id() + "/" + task.key()))
                .toList(),
            ScenarioMap.panel(wording, scenario, view, changes),
            ScenarioMap.table(wording, changes),
            naming(visit, name, description, errors),
            errors,
            scenario.owner() != null,
            editing.mayEdit(scenario),
            runLinks(wording, scenario));
    return pages.show(
        "twin/scenario",
        ScenarioFrame.page(visit, editing.city(scenario), Optional.empty(), scenario.name())
            .wholeWidth(),
        model);
  }

  private static List<Field> naming(
      Visit visit, String name, String description, List<FormError> errors) {
    return List.of(
        Field.of("name", Field.Kind.TEXT, visit.say("twin.scenario.name"))
            .value(name)
            .checked(errors),
        Field.of("description", Field.Kind.LONG, visit.say("twin.scenario.description"))
            .value(description)
            .checked(errors));
  }

  private List<Link> runLinks(Wording wording, Scenario scenario) {
    return runs.ofScenario(scenario.id()).stream()
        .map(run ->
            Link.to(
                wording.say(
                    "twin.scenario.run",
                    wording.when(run.requestedAt()),
                    wording.say("twin.run.state." + state(run))),
                "/runs/" + run.id()))
        .toList();
  }

  private static String state(Run run) {
    return run.state().name().toLowerCase(java.util.Locale.ROOT);
  }

  @PostMapping("/scenarios/{id}/name")
  View rename(
      Visit visit,
      @PathVariable("id") String id,
      @RequestParam(name = "name", defaultValue = "") String name,
      @RequestParam(name = "description", defaultValue = "") String description,
      HttpServletResponse response) {
    Scenario scenario = editing.require(id);
    try {
      scenarios.rename(id, name, description);
      return back(scenario);
    } catch (BadInput refused) {
      var errors = FindingWords.refuse(response, visit.words(), refused, Map.of());
      return show(visit, scenario, name, description, errors);
    }
  }

  @PostMapping("/scenarios/{id}/undo")
  View undo(@PathVariable("id") String id) {
    return back(scenarios.undo(editing.require(id).id()));
  }

  @PostMapping("/scenarios/{id}/redo")
  View redo(@PathVariable("id") String id) {
    return back(scenarios.redo(editing.require(id).id()));
  }

  @PostMapping("/scenarios/{id}/branch")
  View branch(Visit visit, @PathVariable("id") String id) {
    Scenario scenario = editing.require(id);
    String name = visit.say("twin.scenario.branch.name", scenario.name());
    return back(scenarios.branch(scenario, name.substring(0, Math.min(200, name.length()))));
  }

  @GetMapping("/scenarios/{id}.json")
  void file(@PathVariable("id") String id, HttpServletResponse response) throws IOException {
    Scenario scenario = editing.require(id);
    Download.json(response, "scenario-" + scenario.city(), ScenarioJson.write(scenario));
  }

  private static View back(Scenario scenario) {
    return SeeOther.at("/scenarios/" + scenario.id() + "#steps");
  }
}
