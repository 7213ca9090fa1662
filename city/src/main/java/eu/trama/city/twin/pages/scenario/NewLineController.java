package eu.trama.city.twin.pages.scenario;

import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.Scenario;
import eu.trama.city.twin.pages.FindingWords;
import eu.trama.city.twin.pages.ZonePage.Fact;
import eu.trama.city.twin.pages.scenario.NewLine.Mode;
import eu.trama.city.twin.pages.scenario.NewLine.Question;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import eu.trama.city.web.part.Picks;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
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
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      var errors = FindingWords.errors(visit.words(), refused, Map.of());
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
            carried(line, question),
            field(visit, line, question).map(field -> field.checked(errors)),
            question == Question.STOPS
                ? Optional.of(
                    StopsQuestion.of(
                        editing.wording(visit, scenario),
                        scenario,
                        editing.view(scenario).features(Layers.ZONES.name()),
                        places,
                        line.stops()))
                : Optional.empty(),
            question == Question.CHECK ? check(visit, line, places) : List.of(),
            errors);
    return pages.show(
        "twin/newLine", editing.page(visit, scenario, visit.say("twin.task.new-line")), model);
  }

  private static Optional<Field> field(Visit visit, NewLine line, Question question) {
    return switch (question) {
      case NAME ->
          Optional.of(
              Field.of("name", Field.Kind.TEXT, visit.say("twin.line.name"))
                  .hint(visit.say("twin.line.name.hint"))
                  .value(line.name()));
      case MODE ->
          Optional.of(
              Field.of("mode", Field.Kind.RADIO, visit.say("twin.line.mode"))
                  .options(
                      Arrays.stream(Mode.values())
                          .map(mode ->
                              Field.Option.of(
                                  mode.key(), visit.say("twin.code.mode." + mode.key())))
                          .toList())
                  .value(line.modeKey()));
      case SPEED ->
          Optional.of(
              Field.of("speed", Field.Kind.NUMBER, visit.say("twin.line.speed"))
                  .hint(visit.say("twin.line.speed.hint"))
                  .value(
                      line.speed().isEmpty() ? String.valueOf(line.mode().speed()) : line.speed()));
      case HEADWAY ->
          Optional.of(
              Field.of("minutes", Field.Kind.NUMBER, visit.say("twin.line.headway"))
                  .hint(visit.say("twin.line.headway.hint"))
                  .value(line.minutes()));
      case STOPS, CHECK -> Optional.empty();
    };
  }

  private static List<NewLineForm.Carried> carried(NewLine line, Question question) {
    var carried = new ArrayList<NewLineForm.Carried>();
    carry(carried, "name", line.name(), question != Question.NAME);
    carry(carried, "mode", line.modeKey(), question != Question.MODE);
    carry(carried, "speed", line.speed(), question != Question.SPEED);
    carry(carried, "minutes", line.minutes(), question != Question.HEADWAY);
    for (String stop : line.stops()) {
      carry(carried, "stop", stop, question != Question.STOPS);
    }
    return carried;
  }

  private static void carry(
      List<NewLineForm.Carried> all, String name, String value, boolean other) {
    if (other && !value.isEmpty()) {
      all.add(new NewLineForm.Carried(name, value));
    }
  }

  private static List<Fact> check(Visit visit, NewLine line, List<Feature> places) {
    String stops =
        line.stops().stream()
            .map(id ->
                places.stream()
                    .filter(place -> place.id().equals(id))
                    .findFirst()
                    .map(StepWords::name)
                    .orElse(id))
            .collect(java.util.stream.Collectors.joining(" – "));
    return List.of(
        new Fact(visit.say("twin.name"), line.name().strip()),
        new Fact(visit.say("twin.field.mode"), visit.say("twin.code.mode." + line.mode().key())),
        new Fact(visit.say("twin.layer.stops"), stops),
        new Fact(visit.say("twin.line.speed"), visit.say("twin.line.kmh", line.speed())),
        new Fact(
            visit.say("twin.line.headway"),
            visit.say("twin.line.every", Headway.minutes(line.headwaySeconds()))));
  }
}
