package eu.trama.city.twin.pages.run;

import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Json;
import eu.trama.city.twin.Model;
import eu.trama.city.twin.Models;
import eu.trama.city.twin.Parameter;
import eu.trama.city.twin.Run;
import eu.trama.city.twin.Runs;
import eu.trama.city.twin.Scenario;
import eu.trama.city.twin.Scenarios;
import eu.trama.city.twin.pages.Cities;
import eu.trama.city.twin.pages.FindingWords;
import eu.trama.city.twin.pages.SeeOther;
import eu.trama.city.web.Link;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.Words;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Asks for a model on a scenario, and on the city as it is, to compare the two; and stops asking.
@Controller
class RunRequestController {

  private final Pages pages;
  private final Cities cities;
  private final Frame frame;
  private final Scenarios scenarios;
  private final Models models;
  private final Runs runs;
  private final Naming naming;

  RunRequestController(
      Pages pages,
      Cities cities,
      Frame frame,
      Scenarios scenarios,
      Models models,
      Runs runs,
      Naming naming) {
    this.pages = pages;
    this.cities = cities;
    this.frame = frame;
    this.scenarios = scenarios;
    this.models = models;
    this.runs = runs;
    this.naming = naming;
  }

  @GetMapping("/scenarios/{id}/run")
  View ask(
      Visit visit,
      @PathVariable("id") String id,
      @RequestParam(name = "model", defaultValue = "") String model) {
    return ask(visit, require(id), model, Map.of(), List.of());
  }

  private Scenario require(String id) {
    return scenarios.find(id).orElseThrow(Cities::missing);
  }

  private View ask(
      Visit visit,
      Scenario scenario,
      String chosen,
      Map<String, String> answers,
      List<FormError> errors) {
    Optional<Model> model = models.find(chosen).or(() -> models.all().stream().findFirst());
    String address = "/scenarios/" + scenario.id() + "/run";
    var words = visit.words();
    var links =
        models.all().stream()
            .map(each ->
                new Link(
                    naming.say(words, each.id(), "name"),
                    address + "?model=" + each.id(),
                    model.filter(each::equals).isPresent()))
            .toList();
    var form =
        new RunForm(
            address,
            links.size() > 1 ? links : List.of(),
            model.map(Model::id).orElse(""),
            model.map(each -> naming.say(words, each.id(), "name")).orElse(""),
            model.map(each -> naming.say(words, each.id(), "about")).orElse(""),
            model.map(each -> fields(words, each, answers, errors)).orElse(List.of()),
            errors);
    return pages.show(
        "twin/runForm", frame.scenario(visit, scenario, visit.say("twin.run.ask")), form);
  }

  private List<Field> fields(
      Words words, Model model, Map<String, String> answers, List<FormError> errors) {
    return model.parameters().stream()
        .map(each ->
            Field.of(
                    each.name(),
                    kind(each.kind()),
                    naming.say(words, model.id(), "parameter." + each.name()))
                .hint(hint(words, model, each))
                .options(options(words, model, each))
                .value(
                    shown(words, each, answers.getOrDefault(each.name(), each.value().toString())))
                .checked(errors))
        .toList();
  }

  /// As people write it: what they typed, and the model's own value, which has a point.
  private static String shown(Words words, Parameter parameter, String value) {
    return parameter.kind() == Parameter.Kind.NUMBER ? words.decimals(value) : value;
  }

  private static Field.Kind kind(Parameter.Kind kind) {
    return switch (kind) {
      case WHOLE, NUMBER -> Field.Kind.NUMBER;
      case DATE -> Field.Kind.DATE;
      case TIME -> Field.Kind.TIME;
      case TEXT -> Field.Kind.TEXT;
      case CHOICE -> Field.Kind.SELECT;
    };
  }

  private List<Field.Option> options(Words words, Model model, Parameter parameter) {
    return parameter.choices().stream()
        .map(each -> Field.Option.of(each, naming.value(words, model.id(), parameter, each)))
        .toList();
  }

  private String hint(Words words, Model model, Parameter parameter) {
    var said = naming.find(words, model.id(), "parameter." + parameter.name() + ".hint");
    boolean number =
        parameter.kind() == Parameter.Kind.WHOLE || parameter.kind() == Parameter.Kind.NUMBER;
    return said.orElseGet(() ->
        number
            ? words
                .say("twin.parameter.range", parameter.least(), parameter.most(), parameter.unit())
                .strip()
            : "");
  }

  private static String typed(Parameter parameter, String text) {
    return parameter.kind() == Parameter.Kind.NUMBER ? text.replace(',', '.') : text;
  }

  @PostMapping("/scenarios/{id}/run")
  View run(
      Visit visit,
      @PathVariable("id") String id,
      @RequestParam Map<String, String> form,
      HttpServletResponse response) {
    Scenario scenario = require(id);
    String modelId = form.getOrDefault("model", "");
    var answers = new HashMap<String, String>();
    models
        .find(modelId)
        .ifPresent(model ->
            model
                .parameters()
                .forEach(each ->
                    answers.put(each.name(), typed(each, form.getOrDefault(each.name(), "")))));
    try {
      Run before = runs.baseline(scenario.snapshot(), modelId, answers);
      Run after = runs.of(scenario, modelId, answers);
      return SeeOther.at(
          before.id().equals(after.id())
              ? "/runs/" + after.id() + "#main"
              : "/compare?before=" + before.id() + "&after=" + after.id() + "#main");
    } catch (BadInput refused) {
      return ask(
          visit,
          scenario,
          modelId,
          answers,
          FindingWords.refuse(response, visit.words(), refused, Map.of()));
    }
  }

  /// The same computation on another city as it is, to set both side by side.
  @PostMapping("/runs/{id}/elsewhere")
  View elsewhere(
      @PathVariable("id") String id, @RequestParam(name = "city", defaultValue = "") String city) {
    Run run = runs.find(id).orElseThrow(Cities::missing);
    var answers = new HashMap<String, String>();
    for (var each : Json.read(run.request()).path("parameters").properties()) {
      answers.put(each.getKey(), each.getValue().asString());
    }
    Run other = runs.baseline(cities.today(cities.require(city)), run.model(), answers);
    return SeeOther.at("/compare?before=" + other.id() + "&after=" + run.id() + "#main");
  }

  @PostMapping("/runs/{id}/cancel")
  View cancel(@PathVariable("id") String id) {
    Run run = runs.find(id).orElseThrow(Cities::missing);
    runs.cancel(run);
    return SeeOther.at("/runs/" + run.id() + "#main");
  }
}
