package eu.trama.city.algorithms.studies;

import eu.trama.city.algorithms.studies.Questionnaire.Element;
import eu.trama.city.algorithms.studies.Questionnaire.Kind;
import eu.trama.city.algorithms.studies.StudyViews.Form;
import eu.trama.city.web.Link;
import eu.trama.city.web.NotYours;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.FormError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// The form of a study, one section at a time. What was answered is kept whenever a page is sent,
/// also where answers are missing.
@Controller
class StudyFormController {

  private static final int LONGEST = 10_000;

  private final Pages pages;
  private final Studies studies;
  private final Subjects subjects;

  StudyFormController(Pages pages, Studies studies, Subjects subjects) {
    this.pages = pages;
    this.studies = studies;
    this.subjects = subjects;
  }

  @GetMapping("/algorithms/studies/{study}/{page}")
  View ask(Visit visit, @PathVariable("study") String id, @PathVariable("page") String page) {
    var study = require(id);
    return show(visit, study, section(study, page), List.of());
  }

  @PostMapping("/algorithms/studies/{study}/{page}")
  View answer(
      Visit visit,
      @PathVariable("study") String id,
      @PathVariable("page") String page,
      @RequestParam(name = "go", defaultValue = "on") String go,
      @RequestParam MultiValueMap<String, String> sent) {
    var before = require(id);
    int at = section(before, page);
    var section = before.questionnaire().sections().get(at);
    var answers = new TreeMap<String, Value>();
    var errors = new ArrayList<FormError>();
    for (Element element : section.elements()) {
      if (element.asks() && before.answers().shows(element)) {
        read(element, sent)
            .ifPresentOrElse(
                value -> answers.put(element.name(), value),
                () ->
                    errors.add(new FormError(element.name(), visit.say("studies.long", LONGEST))));
      }
    }
    var study = studies.save(id, at, answers);
    if (go.equals("leave")) {
      return StudiesController.seeOther("/algorithms/studies/" + id + "#main");
    }
    for (Element open : study.answers().open(section.elements())) {
      boolean asked = answers.containsKey(open.name());
      errors.add(
          new FormError(
              open.name(),
              asked
                  ? visit.say("studies.missing", open.title().in(visit.language()))
                  : visit.say("studies.new", open.title().in(visit.language()))));
    }
    if (!errors.isEmpty()) {
      return show(visit, study, at, errors);
    }
    var next = neighbour(study, at, 1);
    studies.save(id, next.orElse(at), answers);
    return StudiesController.seeOther(
        "/algorithms/studies/" + id + next.map(n -> "/" + (n + 1)).orElse("") + "#main");
  }

  /// The answer as it was sent, without what cannot be chosen; empty where it is too long.
  private static Optional<Value> read(Element element, MultiValueMap<String, String> sent) {
    List<String> texts = sent.getOrDefault(element.name(), List.of());
    if (element.kind() == Kind.CHECKBOX) {
      return Optional.of(
          Value.of(texts.stream().filter(t -> element.choice(t).isPresent()).distinct().toList()));
    }
    String text = texts.isEmpty() ? "" : texts.getFirst().strip();
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    boolean fits = StudyWords.typed(element.kind()) || element.choice(text).isPresent();
    return Optional.of(Value.of(fits ? text : ""));
  }

  private Study require(String id) {
    var study =
        studies
            .find(id)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such study"));
    if (!studies.mine(study)) {
      throw new NotYours("study " + id);
    }
    return study;
  }

  private static int section(Study study, String page) {
    int sections = study.questionnaire().sections().size();
    int number = page.matches("\\d{1,3}") ? Integer.parseInt(page) : 0;
    if (number < 1 || number > sections) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such page");
    }
    return number - 1;
  }

  /// The next page in that direction which is shown; empty at the end.
  private static Optional<Integer> neighbour(Study study, int from, int step) {
    var sections = study.questionnaire().sections();
    for (int i = from + step; i >= 0 && i < sections.size(); i += step) {
      if (study.answers().shows(sections.get(i))) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private View show(Visit visit, Study study, int at, List<FormError> errors) {
    var words = new StudyWords(visit.words());
    var sections = study.questionnaire().sections();
    var section = sections.get(at);
    String base = "/algorithms/studies/" + study.id();
    int number = (int) sections.subList(0, at).stream().filter(study.answers()::shows).count() + 1;
    int of = (int) sections.stream().filter(study.answers()::shows).count();
    String score =
        study
            .score()
            .map(s ->
                visit.say(
                    "studies.score.now",
                    (long) s.raw(),
                    (long) s.mitigation(),
                    words.level(s.level())))
            .orElse("");
    var form =
        new Form(
            base + "/" + (at + 1),
            section.title().in(visit.language()),
            section.hint().in(visit.language()),
            number,
            Math.max(of, number),
            section.elements().stream()
                .filter(study.answers()::shows)
                .map(e -> words.asked(e, study.answers(), errors))
                .toList(),
            errors,
            neighbour(study, at, -1).map(n -> base + "/" + (n + 1) + "#main").orElse(""),
            base,
            studies
                .proposed(study.system(), study.questionnaire())
                .filter(study.answers()::equals)
                .isPresent(),
            score);
    String name =
        subjects
            .find(study.system())
            .map(s -> s.name().in(visit.language()))
            .orElse(study.system().value());
    String title = study.questionnaire().title().in(visit.language()) + ": " + name;
    var page =
        visit
            .page(section.title().in(visit.language()))
            .in("algorithms")
            .under(Link.to(visit.say("algorithms.section"), "/algorithms"), Link.to(title, base));
    return pages.show("algorithms/studyForm", page, form);
  }
}
