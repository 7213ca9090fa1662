package eu.trama.city.web.style;

import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import eu.trama.city.web.part.Paging;
import eu.trama.city.web.part.Picks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Draws the style guide, with a form that can be sent and sent wrong.
@Controller
class StyleController {

  private static final int MOST_MINUTES = 60;

  private final Pages pages;

  StyleController(Pages pages) {
    this.pages = pages;
  }

  /// The example form's answers as they were sent.
  record Answers(
      String line,
      String minutes,
      String kind,
      String day,
      List<String> stops,
      String lon,
      String lat) {}

  @GetMapping("/style")
  View guide(
      Visit visit,
      @RequestParam(name = "sort", defaultValue = "name") String sort,
      @RequestParam(name = "order", defaultValue = "ascending") String order,
      @RequestParam(name = "page", defaultValue = "4") int page) {
    var answers = new Answers("", "", "tram", "work", List.of("s1", "s2"), "", "");
    var form = form(visit, answers, List.of(), new Picks(answers.stops()), false);
    return show(visit, form, sort, order.equals("descending"), Math.clamp(page, 1, 12));
  }

  @PostMapping("/style")
  View sent(
      Visit visit,
      @RequestParam(name = "line", defaultValue = "") String line,
      @RequestParam(name = "minutes", defaultValue = "") String minutes,
      @RequestParam(name = "kind", defaultValue = "") String kind,
      @RequestParam(name = "day", defaultValue = "") String day,
      @RequestParam(name = "stops", defaultValue = "") List<String> stops,
      @RequestParam(name = "stops-add", defaultValue = "") String chosen,
      @RequestParam(name = "step", defaultValue = "") String step,
      @RequestParam(name = "lon", defaultValue = "") String lon,
      @RequestParam(name = "lat", defaultValue = "") String lat) {
    var answers = new Answers(line, minutes, kind, day, stops, lon, lat);
    boolean done = step.isEmpty();
    var errors = done ? errors(visit, answers) : List.<FormError>of();
    var picks = done ? new Picks(stops) : new Picks(stops).after(step, chosen);
    var form = form(visit, answers, errors, picks, done && errors.isEmpty());
    return show(visit, form, "name", false, 4);
  }

  private View show(Visit visit, StyleGuide.Form form, String sort, boolean descending, int page) {
    var figures = new TownFigures(visit.words());
    var guide =
        new StyleGuide(
            form,
            figures.table(sort, descending),
            new Paging(page, 12, p -> "/style?page=" + p + "#pages"),
            figures.map(),
            figures.sequential(),
            figures.diverging(),
            figures.bars(),
            figures.histogram(),
            figures.scatter(),
            figures.line());
    return pages.show("web/style", visit.page(visit.say("web.style.title")), guide);
  }

  private static List<FormError> errors(Visit visit, Answers answers) {
    var errors = new ArrayList<FormError>();
    if (answers.line().isBlank()) {
      errors.add(new FormError("line", visit.say("web.style.form.line.missing")));
    }
    if (!answers.minutes().matches("\\d{1,3}")
        || Integer.parseInt(answers.minutes()) < 1
        || Integer.parseInt(answers.minutes()) > MOST_MINUTES) {
      errors.add(
          new FormError("minutes", visit.say("web.style.form.minutes.wrong", 1, MOST_MINUTES)));
    }
    return errors;
  }

  private static StyleGuide.Form form(
      Visit visit, Answers answers, List<FormError> errors, Picks picks, boolean sent) {
    var fields =
        List.of(
            Field.of("line", Field.Kind.TEXT, visit.say("web.style.form.line"))
                .hint(visit.say("web.style.form.line.hint"))
                .value(answers.line())
                .checked(errors),
            Field.of("minutes", Field.Kind.NUMBER, visit.say("web.style.form.minutes"))
                .value(answers.minutes())
                .checked(errors),
            Field.of("kind", Field.Kind.SELECT, visit.say("web.style.form.kind"))
                .value(answers.kind())
                .options(
                    List.of(
                        Field.Option.of("tram", visit.say("web.style.tram")),
                        Field.Option.of("metro", visit.say("web.style.metro")))),
            Field.of("day", Field.Kind.RADIO, visit.say("web.style.form.day"))
                .value(answers.day())
                .options(
                    List.of(
                        Field.Option.of("work", visit.say("web.style.form.day.work")),
                        Field.Option.of("rest", visit.say("web.style.form.day.rest")))));
    var stops =
        Town.stops().stream()
            .map(s -> Field.Option.of(s.id(), visit.say("web.style.stop", s.id().substring(1))))
            .toList();
    return new StyleGuide.Form(fields, errors, picks, stops, answers.lon(), answers.lat(), sent);
  }

  @GetMapping(path = "/style/{layer}.geojson", produces = "application/geo+json")
  @ResponseBody
  Map<String, Object> layer(@PathVariable("layer") String layer, Visit visit) {
    return switch (layer) {
      case "blocks" -> Town.collection(Town.blocks().stream().map(b -> block(b, visit)).toList());
      case "stops" -> Town.collection(Town.stops().stream().map(s -> stop(s, visit)).toList());
      case "line" -> Town.collection(List.of(line(visit)));
      default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  private static Map<String, Object> block(Town.Block block, Visit visit) {
    var properties = new HashMap<String, Object>();
    properties.put("name", visit.say("web.style.block", block.id()));
    if (Double.isFinite(block.change())) {
      properties.put("change", block.change());
    }
    return Town.feature(block.id(), "Polygon", List.of(Town.outline(block)), properties);
  }

  private static Map<String, Object> stop(Town.Stop stop, Visit visit) {
    var name = visit.say("web.style.stop", stop.id().substring(1));
    return Town.feature(
        stop.id(),
        "Point",
        List.of(stop.lon(), stop.lat()),
        Map.of("name", name, "kind", stop.kind()));
  }

  private static Map<String, Object> line(Visit visit) {
    var places = Town.stops().stream().map(s -> List.of(s.lon(), s.lat())).toList();
    return Town.feature(
        "t1",
        "LineString",
        places,
        Map.of("name", visit.say("web.style.line"), "colour", "#c2185b"));
  }
}
