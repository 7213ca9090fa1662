package eu.trama.city.algorithms.studies;

import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.studies.StudyViews.Begin;
import eu.trama.city.algorithms.studies.StudyViews.Overview;
import eu.trama.city.algorithms.studies.StudyViews.Whole;
import eu.trama.city.algorithms.studies.Subjects.Subject;
import eu.trama.city.identity.CurrentPerson;
import eu.trama.city.identity.Role;
import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Findings;
import eu.trama.city.web.Link;
import eu.trama.city.web.Page;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.FormError;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The studies of a system: begun, looked at as a whole, submitted, taken from a file and given as
/// one.
@Controller
class StudiesController {

  private final Pages pages;
  private final Studies studies;
  private final Questionnaires questionnaires;
  private final CityQuestionnaires own;
  private final Subjects subjects;
  private final CurrentPerson current;

  StudiesController(
      Pages pages,
      Studies studies,
      Questionnaires questionnaires,
      CityQuestionnaires own,
      Subjects subjects,
      CurrentPerson current) {
    this.pages = pages;
    this.studies = studies;
    this.questionnaires = questionnaires;
    this.own = own;
    this.subjects = subjects;
    this.current = current;
  }

  @GetMapping("/algorithms/{system}/studies")
  View list(Visit visit, @PathVariable("system") String system) {
    var subject = subject(system).orElseThrow(() -> missing("system"));
    boolean staff = current.is(Role.PLANNER, Role.PROCUREMENT, Role.AUDITOR, Role.CASEWORKER);
    if (!staff && !subject.published()) {
      throw missing("system");
    }
    boolean team = current.person().filter(p -> subject.team().contains(p.id())).isPresent();
    var begin =
        staff && !team
            ? Stream.concat(
                    questionnaires.all().stream(),
                    own.inForce().stream().map(CityQuestionnaire::questionnaire))
                .map(q ->
                    new Begin(
                        q.name(),
                        q.title().in(visit.language()),
                        q.description().in(visit.language())))
                .toList()
            : List.<Begin>of();
    String name = subject.name().in(visit.language());
    var page =
        visit
            .page(visit.say("studies.of", name))
            .in("algorithms")
            .under(
                Link.to(visit.say("algorithms.section"), "/algorithms"),
                Link.to(name, "/algorithms/" + subject.id()));
    return pages.show(
        "algorithms/studies",
        page,
        new Overview(subject.id().value(), name, table(visit, subject.id()), begin, team));
  }

  private Optional<DataTable> table(Visit visit, SystemId system) {
    var words = new StudyWords(visit.words());
    var rows =
        studies.of(system).stream()
            .map(s ->
                new DataTable.Row(
                    s.id(),
                    "/algorithms/studies/" + s.id(),
                    List.of(
                        s.questionnaire().title().in(visit.language()) + " " + s.version(),
                        status(visit, s),
                        s.draft() ? "" : words.conclusion(s))))
            .toList();
    var columns =
        List.of(
            Column.text(visit.say("studies.column.study")),
            Column.text(visit.say("studies.column.status")),
            Column.text(visit.say("studies.column.conclusion")));
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new DataTable("studies", visit.say("studies.table"), columns, rows, false));
  }

  private static String status(Visit visit, Study study) {
    return study
        .submitted()
        .map(s -> visit.say("studies.submitted", LocalDate.ofInstant(s.at(), ZoneOffset.UTC)))
        .orElseGet(() -> visit.say("studies.draft"));
  }

  @PostMapping("/algorithms/{system}/studies")
  View begin(
      @PathVariable("system") String system,
      @RequestParam(name = "questionnaire", defaultValue = "") String name) {
    var subject = subject(system).orElseThrow(() -> missing("system"));
    var study = studies.begin(subject.id(), name);
    return seeOther("/algorithms/studies/" + study.id() + "/" + (study.page() + 1) + "#main");
  }

  @GetMapping("/algorithms/studies/{study}")
  View show(Visit visit, @PathVariable("study") String id) {
    return show(visit, require(id), List.of(), List.of());
  }

  private View show(Visit visit, Study study, List<String> told, List<FormError> errors) {
    var words = new StudyWords(visit.words());
    int open = study.answers().open(study.questionnaire().elements()).size();
    boolean mine = studies.mine(study);
    var whole =
        new Whole(
            study,
            status(visit, study),
            tone(study),
            study.draft() ? "" : words.conclusion(study),
            study.score().map(s -> words.scored(study, s)),
            words.parts(study),
            mine,
            open,
            "/algorithms/studies/" + study.id() + "/" + (study.page() + 1),
            proposed(study),
            told,
            errors);
    return pages.show("algorithms/study", page(visit, study), whole);
  }

  /// Whether the answers are still those that the platform's authors propose.
  private boolean proposed(Study study) {
    return studies
        .proposed(study.system(), study.questionnaire())
        .filter(study.answers()::equals)
        .isPresent();
  }

  private static String tone(Study study) {
    if (!study.submitted().map(Study.Submitted::passed).orElse(true)) {
      return "bad";
    }
    return study.score().filter(s -> s.level() > 2).isPresent() ? "warn" : "good";
  }

  private Page page(Visit visit, Study study) {
    String name =
        subjects
            .find(study.system())
            .map(s -> s.name().in(visit.language()))
            .orElse(study.system().value());
    return visit
        .page(study.questionnaire().title().in(visit.language()) + ": " + name)
        .in("algorithms")
        .under(
            Link.to(visit.say("algorithms.section"), "/algorithms"),
            Link.to(visit.say("studies.of", name), "/algorithms/" + study.system() + "/studies"));
  }

  @PostMapping("/algorithms/studies/{study}/submit")
  View submit(Visit visit, @PathVariable("study") String id, HttpServletResponse response) {
    var open = studies.submit(id);
    if (open.isEmpty()) {
      return seeOther("/algorithms/studies/" + id + "#main");
    }
    response.setStatus(HttpStatus.BAD_REQUEST.value());
    var errors = List.of(new FormError("submit", visit.say("studies.open", open.size())));
    return show(visit, require(id), List.of(), errors);
  }

  @GetMapping("/algorithms/studies/{study}.json")
  ResponseEntity<String> file(@PathVariable("study") String id) {
    var study = require(id);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s-%s-%d.json\""
                .formatted(study.system(), study.questionnaire().name(), study.version()))
        .body(new AnswerFile(study.page(), study.answers()).write(study.questionnaire()));
  }

  @PostMapping("/algorithms/studies/{study}/answers")
  View take(
      Visit visit,
      @PathVariable("study") String id,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      HttpServletResponse response)
      throws IOException {
    String text = file == null ? "" : new String(file.getBytes(), StandardCharsets.UTF_8);
    try {
      var findings = new Findings();
      studies.take(id, text, findings);
      if (findings.kept().isEmpty()) {
        return seeOther("/algorithms/studies/" + id + "#main");
      }
      var told = findings.kept().stream().map(f -> taken(visit, f)).distinct().toList();
      return show(visit, require(id), told, List.of());
    } catch (BadInput refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      var errors =
          refused.findings().stream()
              .limit(10)
              .map(f -> new FormError("file", refusal(visit, f.code(), f.field(), f.value())))
              .distinct()
              .toList();
      return show(visit, require(id), List.of(), errors);
    }
  }

  private static String taken(Visit visit, Finding finding) {
    boolean counts = finding.code().equals("translations-left-out");
    return visit.say(
        "studies.taken." + finding.code(),
        counts ? Integer.valueOf(finding.value()) : finding.value());
  }

  private static String refusal(Visit visit, String code, String field, String value) {
    String key =
        switch (code) {
          case "unknown-choice", "answer-form", "answer-long" -> code;
          default -> "file";
        };
    return visit.say("studies.refused." + key, field.replace("data.", ""), value);
  }

  private Study require(String id) {
    return studies.find(id).orElseThrow(() -> missing("study"));
  }

  private Optional<Subject> subject(String system) {
    return SystemId.FORM.matcher(system).matches()
        ? subjects.find(new SystemId(system))
        : Optional.empty();
  }

  private static ResponseStatusException missing(String what) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "no such " + what);
  }

  static View seeOther(String address) {
    var view = new RedirectView(address);
    view.setStatusCode(HttpStatus.SEE_OTHER);
    view.setExposeModelAttributes(false);
    return view;
  }
}
