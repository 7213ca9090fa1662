package eu.trama.city.twin.pages.scenario;

import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Edit;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.Properties;
import eu.trama.city.twin.Scenario;
import eu.trama.city.twin.pages.FindingWords;
import eu.trama.city.twin.pages.SeeOther;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Changes how often a line runs: twice or half as often all day, or at an interval of its own.
@Controller
class HeadwayController {

  private final Pages pages;
  private final Editing editing;

  HeadwayController(Pages pages, Editing editing) {
    this.pages = pages;
    this.editing = editing;
  }

  @GetMapping("/scenarios/{id}/headway/often")
  View ask(
      Visit visit,
      @PathVariable("id") String id,
      @RequestParam(name = "thing", defaultValue = "") String thing) {
    Scenario scenario = editing.requireOwn(id);
    Optional<Feature> line = line(scenario, thing);
    return line.isEmpty()
        ? SeeOther.at("/scenarios/" + id + "/headway#main")
        : ask(visit, scenario, line.get(), "", "", List.of());
  }

  private Optional<Feature> line(Scenario scenario, String id) {
    return editing.view(scenario).feature(Layers.LINES.name(), id).filter(Headway::canChange);
  }

  private View ask(
      Visit visit,
      Scenario scenario,
      Feature line,
      String how,
      String minutes,
      List<FormError> errors) {
    var now = Headway.shortest(line);
    var fields = new ArrayList<Field>();
    if (now.isPresent()) {
      fields.add(
          Field.of("how", Field.Kind.RADIO, visit.say("twin.headway.how"))
              .options(
                  List.of(
                      Field.Option.of("double", visit.say("twin.headway.double")),
                      Field.Option.of("half", visit.say("twin.headway.half")),
                      Field.Option.of("own", visit.say("twin.headway.own"))))
              .value(how)
              .checked(errors));
    }
    fields.add(
        Field.of("minutes", Field.Kind.NUMBER, visit.say("twin.headway.minutes"))
            .hint(
                now.isPresent()
                    ? visit.say("twin.headway.minutes.hint")
                    : visit.say("twin.headway.minutes.hint.only"))
            .value(minutes)
            .checked(errors));
    var model =
        new HeadwayForm(
            "/scenarios/" + scenario.id() + "/headway/often",
            line.id(),
            now(visit, line),
            fields,
            errors);
    String title = visit.say("twin.headway.title", StepWords.name(line));
    return pages.show("twin/headway", editing.page(visit, scenario, title), model);
  }

  private static String now(Visit visit, Feature line) {
    var now = Headway.shortest(line);
    if (now.isEmpty()) {
      return visit.say("twin.headway.unknown");
    }
    double minutes = Headway.minutes(now.getAsLong());
    return Headway.byTimetable(line)
        ? visit.say("twin.headway.now.timetable", minutes)
        : visit.say("twin.headway.now", minutes);
  }

  @PostMapping("/scenarios/{id}/headway/often")
  View change(
      Visit visit,
      @PathVariable("id") String id,
      @RequestParam(name = "thing", defaultValue = "") String thing,
      @RequestParam(name = "how", defaultValue = "") String how,
      @RequestParam(name = "minutes", defaultValue = "") String minutes,
      HttpServletResponse response) {
    Scenario scenario = editing.requireOwn(id);
    Optional<Feature> line = line(scenario, thing);
    if (line.isEmpty()) {
      return SeeOther.at("/scenarios/" + id + "/headway#main");
    }
    try {
      List<String> headways = Headway.written(changed(line.get(), how, minutes));
      return editing.step(
          scenario,
          new Edit.Change(
              Layers.LINES.name(), thing, null, Properties.of(Map.of("headways", headways))));
    } catch (BadInput refused) {
      var errors = FindingWords.refuse(response, visit.words(), refused, Map.of());
      return ask(visit, scenario, line.get(), how, minutes, errors);
    }
  }

  private static List<Headway> changed(Feature line, String how, String minutes) {
    List<Headway> now = Headway.of(line);
    return switch (now.isEmpty() ? "own" : how) {
      case "double" -> Headway.stretched(now, 0.5);
      case "half" -> Headway.stretched(now, 2);
      case "own" -> Headway.constant(Answers.seconds("minutes", minutes));
      default -> throw Editing.refused("choose", "how", how, "Choose one.");
    };
  }
}
