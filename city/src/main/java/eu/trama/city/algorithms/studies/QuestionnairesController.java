package eu.trama.city.algorithms.studies;

import eu.trama.city.algorithms.studies.QuestionnaireViews.Waiting;
import eu.trama.city.identity.CurrentPerson;
import eu.trama.city.identity.Role;
import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Findings;
import eu.trama.city.web.Link;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.DataTable.Row;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

/// The questionnaires with which systems are studied. What is asked about them is no secret: the
/// page is open to everybody, and auditors bring questionnaires on it.
@Controller
class QuestionnairesController {

  private static final String ADDRESS = "/algorithms/questionnaires";

  private final Pages pages;
  private final Questionnaires product;
  private final CityQuestionnaires own;
  private final CurrentPerson current;

  QuestionnairesController(
      Pages pages, Questionnaires product, CityQuestionnaires own, CurrentPerson current) {
    this.pages = pages;
    this.product = product;
    this.own = own;
    this.current = current;
  }

  @GetMapping("/algorithms/questionnaires")
  View list(Visit visit) {
    return show(visit, "", "", "", new Findings());
  }

  @PostMapping("/algorithms/questionnaires")
  View bring(
      Visit visit,
      @RequestParam(name = "name", defaultValue = "") String name,
      @RequestParam(name = "stands", defaultValue = "") String stands,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      HttpServletResponse response)
      throws IOException {
    String text = file == null ? "" : new String(file.getBytes(), StandardCharsets.UTF_8);
    var findings = new Findings();
    try {
      int number =
          own.bring(name.strip(), StandsFor.of(stands).orElse(StandsFor.NOTHING), text, findings);
      String told = visit.say("studies.brought", name.strip(), number);
      return show(visit, told, "", "", findings);
    } catch (BadInput refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return show(visit, "", name, stands, findings);
    }
  }

  @PostMapping("/algorithms/questionnaires/{name}/{number}/adopt")
  View adopt(@PathVariable("name") String name, @PathVariable("number") int number) {
    own.adopt(name, number);
    return StudiesController.seeOther(ADDRESS + "#main");
  }

  @GetMapping("/algorithms/questionnaires/{name}/{number}.json")
  ResponseEntity<String> definition(
      @PathVariable("name") String name, @PathVariable("number") String number) {
    var found =
        own.all().stream()
            .filter(
                each -> each.name().equals(name) && String.valueOf(each.number()).equals(number))
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s-%s.json\"".formatted(name, number))
        .body(found.definition());
  }

  private View show(Visit visit, String told, String name, String stands, Findings findings) {
    boolean wrong = findings.hasErrors();
    var errors = wrong ? errors(visit, findings) : List.<FormError>of();
    var page =
        visit
            .page(visit.say("studies.questionnaires"))
            .in("algorithms")
            .under(Link.to(visit.say("algorithms.section"), "/algorithms"));
    var model =
        new QuestionnaireViews(
            told,
            errors,
            findings.kept().isEmpty() ? Optional.empty() : Optional.of(told(visit, findings)),
            table(visit),
            waiting(visit),
            current.is(Role.AUDITOR) ? fields(visit, name, stands, errors) : List.of(),
            errors.stream().anyMatch(e -> e.field().equals("file")));
    return pages.show("algorithms/questionnaires", page, model);
  }

  /// Each fault of the name or of what it stands for at its field, and those of the file together.
  private static List<FormError> errors(Visit visit, Findings findings) {
    var errors = new ArrayList<FormError>();
    boolean file = false;
    for (Finding each : findings.kept()) {
      if (each.severity() != Finding.Severity.ERROR) {
        continue;
      }
      switch (each.code()) {
        case "name-form", "name-taken" -> errors.add(new FormError("name", words(visit, each)));
        case "stands-differs", "no-risk", "no-conclusions" ->
            errors.add(new FormError("stands", words(visit, each)));
        default -> file = true;
      }
    }
    if (file) {
      errors.add(new FormError("file", visit.say("studies.bring.wrong")));
    }
    return errors;
  }

  private static String words(Visit visit, Finding finding) {
    return visit.say("studies.finding." + finding.code(), finding.value());
  }

  private static DataTable told(Visit visit, Findings findings) {
    var rows =
        findings.kept().stream()
            .map(f ->
                Row.of(
                    "",
                    words(visit, f),
                    f.field(),
                    visit.say("studies.severity." + f.severity().name().toLowerCase(Locale.ROOT))))
            .toList();
    return new DataTable(
        "findings",
        visit.say("studies.findings"),
        List.of(
            Column.text(visit.say("studies.column.advice")),
            Column.text(visit.say("studies.column.place")),
            Column.text(visit.say("studies.column.severity"))),
        rows,
        true);
  }

  private DataTable table(Visit visit) {
    var rows = new ArrayList<Row>();
    for (Questionnaire each : product.all()) {
      rows.add(
          new Row(
              each.name(),
              "",
              List.of(
                  each.title().in(visit.language()),
                  each.version(),
                  visit.say("studies.stands." + standsFor(each.name()).key()),
                  visit.say("studies.state.force"))));
    }
    var force = own.inForce();
    for (CityQuestionnaire each : own.all()) {
      String state =
          force.contains(each) ? "force" : each.usable() || superseded(each) ? "old" : "waiting";
      rows.add(
          new Row(
              each.name() + "-" + each.number(),
              address(each) + ".json",
              List.of(
                  each.questionnaire().title().in(visit.language()),
                  each.questionnaire().version(),
                  visit.say("studies.stands." + each.standsFor().key()),
                  visit.say("studies.state." + state))));
    }
    return new DataTable(
        "questionnaires",
        visit.say("studies.questionnaires.table"),
        List.of(
            Column.text(visit.say("studies.column.questionnaire")),
            Column.text(visit.say("studies.column.version")),
            Column.text(visit.say("studies.column.stands")),
            Column.text(visit.say("studies.column.status"))),
        rows,
        false);
  }

  private static StandsFor standsFor(String product) {
    return switch (product) {
      case Questionnaires.IMPACT -> StandsFor.STUDY;
      case Questionnaires.DATA_PROTECTION -> StandsFor.DATA_PROTECTION;
      case Questionnaires.FUNDAMENTAL_RIGHTS -> StandsFor.RIGHTS;
      default -> StandsFor.NOTHING;
    };
  }

  private boolean superseded(CityQuestionnaire each) {
    return own.all().stream()
        .anyMatch(o -> o.name().equals(each.name()) && o.number() > each.number());
  }

  private static String address(CityQuestionnaire each) {
    return ADDRESS + "/" + each.name() + "/" + each.number();
  }

  private List<Waiting> waiting(Visit visit) {
    if (!current.is(Role.AUDITOR)) {
      return List.of();
    }
    return own.all().stream()
        .filter(each -> !each.usable() && !superseded(each))
        .map(each ->
            new Waiting(
                each.questionnaire().title().in(visit.language())
                    + " "
                    + each.questionnaire().version(),
                visit.say("studies.stands." + each.standsFor().key()),
                address(each) + ".json",
                current.owns(each.by()) ? "" : address(each) + "/adopt"))
        .toList();
  }

  private static List<Field> fields(
      Visit visit, String name, String stands, List<FormError> errors) {
    var options =
        Arrays.stream(StandsFor.values())
            .map(each -> Field.Option.of(each.key(), visit.say("studies.stands." + each.key())))
            .toList();
    return List.of(
        Field.of("name", Field.Kind.TEXT, visit.say("studies.bring.name"))
            .hint(visit.say("studies.bring.name.hint"))
            .value(name)
            .checked(errors),
        Field.of("stands", Field.Kind.SELECT, visit.say("studies.bring.stands"))
            .hint(visit.say("studies.bring.stands.hint"))
            .options(options)
            .value(stands)
            .checked(errors));
  }
}
