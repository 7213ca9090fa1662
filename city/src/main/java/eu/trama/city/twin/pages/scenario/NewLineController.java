package eu.trama.city.twin.pages.scenario;

import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.Scenario;
import eu.trama.city.twin.pages.FindingWords;
import eu.trama.city.twin.pages.scenario.NewLine.Question;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.FormError;
import eu.trama.city.web.part.Picks;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Adds a line, one question after the other. The answers travel in the address until the last
/// page, so that going back loses nothing and the server keeps nothing.
@Controller
class NewLineController {

  private final Pages pages;
  private final Editing editing;

  NewLineController(Pages pages, Editing editing) {
    this.pages = pages;
    this.editing = editing;
  }

  /// @param ask the question to show
  /// @param step a change to the list of stops, see [Picks]
  @GetMapping("/scenarios/{id}/new-line")
  View ask(
      Visit visit,
      @PathVariable("id") String id,
      @RequestParam(name = "ask", defaultValue = "name") String ask,
      @RequestParam(name = "name", defaultValue = "") String name,
      @RequestParam(name = "mode", defaultValue = "") String mode,
      @RequestParam(name = "stop", required = false, defaultValue = "") List<String> stops,
      @RequestParam(name = "speed", defaultValue = "") String speed,
      @RequestParam(name = "minutes", defaultValue = "") String minutes,
      @RequestParam(name = "step", defaultValue = "") String step,
      @RequestParam(name = "stop-add", defaultValue = "") String chosen) {
    Scenario scenario = editing.requireOwn(id);
    var picks = new Picks(stops);
    if (!step.isEmpty()) {
      var line = new NewLine(name, mode, picks.after(step, chosen).ids(), speed, minutes);
      return show(visit, scenario, line, Question.STOPS, List.of());
    }
    return next(visit, scenario, new NewLine(name, mode, stops, speed, minutes), question(ask));
  }

  private static Question question(String key) {
    return Stream.of(Question.values())
        .filter(each -> each.key().equals(key))
        .findFirst()
        .orElse(Question.NAME);
  }

  /// The question that was asked for, or an earlier one whose answer cannot be taken.
  private View next(Visit visit, Scenario scenario, NewLine line, Question asked) {
    for (Question each : Question.values()) {
      if (each.number() < asked.number()) {
        try {
          line.check(each);
        } catch (BadInput refused) {
          var errors = FindingWords.errors(visit.words(), refused, Map.of());
          return show(visit, scenario, line, each, errors);
        }
      }
    }
    return show(visit, scenario, line, asked, List.of());
  }

  @PostMapping("/scenarios/{id}/new-line")
  View add(
      Visit visit,
      @PathVariable("id") String id,
      @RequestParam(name = "name", defaultValue = "") String name,
      @RequestParam(name = "mode", defaultValue = "") String mode,
      @RequestParam(name = "stop", required = false, defaultValue = "") List<String> stops,
      @RequestParam(name = "speed", defaultValue = "") String speed,
      @RequestParam(name = "minutes", defaultValue = "") String minutes,
      HttpServletResponse response) {
    Scenario scenario = editing.requireOwn(id);
    var line = new NewLine(name, mode, stops, speed, minutes);
    try {
      return editing.step(scenario, line.edit(editing.view(scenario)));
    } catch (BadInput refused) {
      var errors = FindingWords.refuse(response, visit.words(), refused, Map.of());
      return show(visit, scenario, line, Question.CHECK, errors);
    }
  }

  private View show(
      Visit visit, Scenario scenario, NewLine line, Question question, List<FormError> errors) {
    List<Feature> places =
        question == Question.STOPS || question == Question.CHECK
            ? editing.view(scenario).features(Layers.STOPS.name())
            : List.of();
    var model =
        new NewLineForm(
            "/scenarios/" + scenario.id() + "/new-line",
            question.next().key(),
            visit.say("twin.line.step", question.number(), Question.values().length),
            NewLineQuestions.carried(line, question),
            NewLineQuestions.field(visit, line, question).map(field -> field.checked(errors)),
            question == Question.STOPS
                ? Optional.of(
                    StopsQuestion.of(
                        editing.wording(visit, scenario),
                        scenario,
                        editing.view(scenario).features(Layers.ZONES.name()),
                        places,
                        line.stops()))
                : Optional.empty(),
            question == Question.CHECK ? NewLineQuestions.check(visit, line, places) : List.of(),
            errors);
    return pages.show(
        "twin/newLine", editing.page(visit, scenario, visit.say("twin.task.new-line")), model);
  }
}
