package eu.trama.city.twin.pages.scenario;

import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Edit;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Scenario;
import eu.trama.city.twin.pages.Cities;
import eu.trama.city.twin.pages.FindingWords;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import jakarta.servlet.http.HttpServletResponse;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Tasks that begin with choosing a thing of the city: closing it, or changing how often it runs.
@Controller
class ThingController {

  /// More radio buttons than this nobody reads; the rest is found by typing.
  private static final int LISTED = 60;

  private final Pages pages;
  private final Editing editing;

  ThingController(Pages pages, Editing editing) {
    this.pages = pages;
    this.editing = editing;
  }

  @GetMapping("/scenarios/{id}/{task:headway|remove-line|close-stop|close-facility|close-street}")
  View ask(
      Visit visit,
      @PathVariable("id") String id,
      @PathVariable("task") String key,
      @RequestParam(name = "q", defaultValue = "") String search) {
    return ask(visit, editing.requireOwn(id), task(key), search, List.of());
  }

  private View ask(
      Visit visit, Scenario scenario, Task task, String search, List<FormError> errors) {
    var collator = visit.words().collator();
    List<Feature> fitting =
        editing.view(scenario).features(task.chosenFrom()).stream()
            .filter(feature -> task != Task.HEADWAY || Headway.canChange(feature))
            .filter(feature -> plain(StepWords.name(feature)).contains(plain(search)))
            .sorted(
                Comparator.comparing((Feature each) -> StepWords.name(each), collator)
                    .thenComparing(Feature::id))
            .toList();
    var options =
        fitting.stream()
            .limit(LISTED)
            .map(each -> Field.Option.of(each.id(), StepWords.name(each)))
            .toList();
    String address = "/scenarios/" + scenario.id() + "/" + task.key();
    boolean headway = task == Task.HEADWAY;
    var model =
        new Choice(
            headway ? address + "/often" : address,
            !headway,
            search,
            fitting.size(),
            Field.of("thing", Field.Kind.RADIO, visit.say("twin.task.which." + task.key()))
                .options(options)
                .checked(errors),
            visit.say(headway ? "twin.form.next" : "twin.task." + task.key()),
            fitting.isEmpty() && search.isBlank() ? visit.say("twin.task.none") : "",
            errors);
    return pages.show(
        "twin/choice", editing.page(visit, scenario, visit.say("twin.task." + task.key())), model);
  }

  @PostMapping("/scenarios/{id}/{task:remove-line|close-stop|close-facility|close-street}")
  View remove(
      Visit visit,
      @PathVariable("id") String id,
      @PathVariable("task") String key,
      @RequestParam(name = "thing", defaultValue = "") String thing,
      HttpServletResponse response) {
    Scenario scenario = editing.requireOwn(id);
    Task task = task(key);
    try {
      if (thing.isEmpty()) {
        throw Editing.refused("choose", "thing", "", "Choose one.");
      }
      return editing.step(scenario, new Edit.Remove(task.chosenFrom(), thing));
    } catch (BadInput refused) {
      var errors =
          FindingWords.refuse(response, visit.words(), refused, Map.of(task.chosenFrom(), "thing"));
      return ask(visit, scenario, task, "", errors);
    }
  }

  private static Task task(String key) {
    return Task.ofKey(key).orElseThrow(Cities::missing);
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .strip();
  }
}
