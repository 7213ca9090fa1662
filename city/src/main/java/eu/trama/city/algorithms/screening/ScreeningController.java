package eu.trama.city.algorithms.screening;

import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.studies.Subjects;
import eu.trama.city.identity.CurrentPerson;
import eu.trama.city.identity.Role;
import eu.trama.city.web.Link;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.FormError;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The screening, one question at a time. The answers stand in the address, so nothing of a visitor
/// is kept; staff attach the end to a system.
@Controller
class ScreeningController {

  private static final Pattern DOT = Pattern.compile("\\.");
  private static final int MOST_ANSWERS = 100;
  private static final int LONGEST = 4_000;

  private final Pages pages;
  private final Trees trees;
  private final Screenings screenings;
  private final Subjects subjects;
  private final CurrentPerson current;

  ScreeningController(
      Pages pages, Trees trees, Screenings screenings, Subjects subjects, CurrentPerson current) {
    this.pages = pages;
    this.trees = trees;
    this.screenings = screenings;
    this.subjects = subjects;
    this.current = current;
  }

  @GetMapping("/algorithms/screening")
  View ask(
      Visit visit,
      @RequestParam(name = "so-far", defaultValue = "") String soFar,
      @RequestParam(name = "then", defaultValue = "") String then,
      @RequestParam(name = "answer", defaultValue = "") String answer,
      @RequestParam(name = "asked", defaultValue = "") String asked,
      @RequestParam(name = "system", defaultValue = "") String system) {
    var answers = new ArrayList<>(keys(soFar));
    var later = keys(then);
    var errors = new ArrayList<FormError>();
    if (!answer.isEmpty()) {
      answers.add(answer);
      boolean same = !later.isEmpty() && later.getFirst().equals(answer);
      later = same ? later.subList(1, later.size()) : List.of();
    } else if (!asked.isEmpty()) {
      errors.add(new FormError("answer", visit.say("studies.choose")));
    }
    return show(visit, Walk.of(trees.aiAct(), answers), later, system, errors);
  }

  private View show(
      Visit visit, Walk walk, List<String> later, String system, List<FormError> errors) {
    var page =
        visit
            .page(visit.say("studies.screening.title"))
            .in("algorithms")
            .under(Link.to(visit.say("algorithms.section"), "/algorithms"));
    boolean proposed =
        walk.ended() && screenings.proposed(system).filter(walk.keys()::equals).isPresent();
    var view =
        new ScreeningWords(visit.words(), walk, system).view(later, staff(), proposed, errors);
    return pages.show("algorithms/screening", page, view);
  }

  private boolean staff() {
    return current.is(Role.PLANNER, Role.PROCUREMENT, Role.AUDITOR, Role.CASEWORKER);
  }

  @PostMapping("/algorithms/screening")
  View attach(
      Visit visit,
      @RequestParam(name = "so-far", defaultValue = "") String soFar,
      @RequestParam(name = "system", defaultValue = "") String system,
      HttpServletResponse response) {
    var walk = Walk.of(trees.aiAct(), keys(soFar));
    var id = system(system);
    if (!walk.ended() || id.isEmpty()) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      var error = new FormError("system", visit.say("studies.attach.unknown"));
      return show(visit, walk, List.of(), system, List.of(error));
    }
    screenings.attach(id.get(), walk);
    return seeOther("/algorithms/" + id.get() + "/screening#main");
  }

  private Optional<SystemId> system(String typed) {
    String name = typed.strip();
    return SystemId.FORM.matcher(name).matches()
        ? subjects.find(new SystemId(name)).map(Subjects.Subject::id)
        : Optional.empty();
  }

  /// What was concluded about a system, for everybody once the system is published.
  @GetMapping("/algorithms/{system}/screening")
  View result(Visit visit, @PathVariable("system") String system) {
    var subject =
        system(system)
            .flatMap(subjects::find)
            .filter(s -> s.published() || staff())
            .orElseThrow(ScreeningController::missing);
    var screening = screenings.latest(subject.id()).orElseThrow(ScreeningController::missing);
    var walk = Walk.of(trees.aiAct(), screening.answers());
    var page =
        visit
            .page(visit.say("studies.screening.of", subject.name().in(visit.language())))
            .in("algorithms")
            .under(
                Link.to(visit.say("algorithms.section"), "/algorithms"),
                Link.to(subject.name().in(visit.language()), "/algorithms/" + subject.id()));
    var view = new ScreeningWords(visit.words(), walk, "").view(List.of(), false, false, List.of());
    boolean today = screening.treeHash().equals(trees.aiAct().hash());
    return pages.show(
        "algorithms/screened",
        page,
        new Screened(
            view,
            visit.say("studies.risk." + screening.risk().key()),
            java.time.LocalDate.ofInstant(screening.at(), java.time.ZoneOffset.UTC),
            screening.treeVersion(),
            screening.hash(),
            today));
  }

  private static ResponseStatusException missing() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "no screening of that system");
  }

  private static List<String> keys(String dotted) {
    return dotted.isEmpty() || dotted.length() > LONGEST
        ? List.of()
        : DOT.splitAsStream(dotted).limit(MOST_ANSWERS).toList();
  }

  private static View seeOther(String address) {
    var view = new RedirectView(address);
    view.setStatusCode(HttpStatus.SEE_OTHER);
    view.setExposeModelAttributes(false);
    return view;
  }
}
