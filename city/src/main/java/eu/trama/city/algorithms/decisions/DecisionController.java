package eu.trama.city.algorithms.decisions;

import eu.trama.city.identity.CurrentPerson;
import eu.trama.city.identity.Role;
import eu.trama.city.web.Link;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// What a person reads of the decisions about them, and how they object.
@Controller
class DecisionController {

  private final Pages pages;
  private final DecisionDesk desk;
  private final Objections objections;
  private final CaseView view;
  private final CurrentPerson current;

  DecisionController(
      Pages pages, DecisionDesk desk, Objections objections, CaseView view, CurrentPerson current) {
    this.pages = pages;
    this.desk = desk;
    this.objections = objections;
    this.view = view;
    this.current = current;
  }

  @GetMapping("/me/decisions")
  View mine(Visit visit) {
    var rows =
        desk.mine().stream()
            .map(each -> {
              var rules = view.rules(each);
              return new DataTable.Row(
                  each.decision().id().toString(),
                  "/decisions/" + each.decision().id(),
                  List.of(
                      rules.name(visit.words()),
                      CaseView.date(visit.words(), each.decision().at()),
                      each.outcome()
                          .map(o -> rules.outcome(visit.words(), o))
                          .orElse(visit.say("decisions.human.waiting"))));
            })
            .toList();
    var table =
        new DataTable(
            "mine",
            visit.say("decisions.mine"),
            List.of(
                DataTable.Column.text(visit.say("decisions.system")),
                DataTable.Column.text(visit.say("decisions.at")),
                DataTable.Column.text(visit.say("decisions.outcome"))),
            rows,
            false);
    var none = new DataTable("none", "", List.of(), List.of(), false);
    return pages.show(
        "algorithms/decisions/list",
        visit.page(visit.say("decisions.mine")),
        new CaseList(
            visit.say("decisions.mine.lead"),
            table,
            none,
            visit.say("decisions.mine.code", desk.myCode())));
  }

  @GetMapping("/decisions/{id}")
  View one(Visit visit, @PathVariable String id) {
    return show(visit, open(id), List.of());
  }

  View show(Visit visit, Case found, List<FormError> errors) {
    var words = visit.words();
    return pages.show(
        "algorithms/decisions/case",
        visit
            .page(visit.say("decisions.title", view.rules(found).name(words)))
            .under(way(visit, found)),
        view.page(found, words, current.is(Role.CASEWORKER), errors));
  }

  private Link way(Visit visit, Case found) {
    return desk.isMine(found)
        ? Link.to(visit.say("decisions.mine"), "/me/decisions")
        : Link.to(visit.say("decisions.desk"), "/decisions");
  }

  /// The very text to which the ledger commits, and its salt: with them anybody whom the person
  /// gives them can check the entry.
  @GetMapping("/decisions/{id}/document")
  ResponseEntity<String> document(@PathVariable String id) {
    Case found = open(id);
    var contents =
        found.contents().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    String json =
        eu.trama.city.twin.Json.writeReadable(
            Map.of(
                "document", contents.document(),
                "salt", contents.salt(),
                "ledger", found.decision().ledger().toString()));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"decision.json\"")
        .body(json);
  }

  @GetMapping("/decisions/{id}/objection")
  View form(Visit visit, @PathVariable String id) {
    Case found = mine(id);
    return form(
        visit, found, found.contents().map(Case.Contents::answers).orElse(Map.of()), "", List.of());
  }

  @PostMapping("/decisions/{id}/objection")
  View object(
      Visit visit,
      @PathVariable String id,
      @RequestParam(name = "text", defaultValue = "") String text,
      @RequestParam Map<String, String> sent) {
    Case found = mine(id);
    Map<String, String> answers = answers(view.rules(found).questions(visit.words(), sent));
    try {
      objections.lodge(found.decision().id(), text, answers, visit.words());
    } catch (NotDone notDone) {
      var errors = new java.util.ArrayList<>(view.rules(found).check(visit.words(), answers));
      if (errors.isEmpty()) {
        errors.add(new FormError("text", notDone.say(visit.words())));
      }
      return form(visit, found, answers, text, errors);
    }
    return seeOther("/decisions/" + id + "#main");
  }

  private View form(
      Visit visit, Case found, Map<String, String> answers, String text, List<FormError> errors) {
    var words = visit.words();
    String id = found.decision().id().toString();
    var rules = view.rules(found);
    var term = objections.terms();
    return pages.show(
        "algorithms/decisions/objection",
        visit
            .page(visit.say("decisions.objection.title"))
            .under(
                Link.to(visit.say("decisions.mine"), "/me/decisions"),
                Link.to(rules.name(words), "/decisions/" + id)),
        new ObjectionPage(
            id,
            objections.late(found)
                ? visit.say("decisions.objection.review", term.answer().months())
                : visit.say(
                    "decisions.objection.lead",
                    objections.lodgeBy(found).orElse(objections.today()),
                    term.lodge().law(),
                    term.answer().months(),
                    term.answer().law()),
            "",
            checked(rules.questions(words, answers), errors),
            List.of(
                Field.of("text", Field.Kind.LONG, visit.say("decisions.objection.text"))
                    .hint(visit.say("decisions.objection.text.hint"))
                    .value(text)
                    .checked(errors)),
            errors,
            List.of(),
            false));
  }

  static List<Field> checked(List<Field> fields, List<FormError> errors) {
    return fields.stream().map(field -> field.checked(errors)).toList();
  }

  static Map<String, String> answers(List<Field> fields) {
    var answers = new TreeMap<String, String>();
    fields.forEach(field -> answers.put(field.name(), field.value()));
    return answers;
  }

  /// A case that is going to be read: an opening by somebody of the city is noted.
  Case open(String id) {
    Case found = find(id);
    if (current.is(Role.CASEWORKER)) {
      desk.open(found.decision().id());
    }
    return found;
  }

  Case find(String id) {
    return view.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Case mine(String id) {
    return view.find(id)
        .filter(desk::isMine)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  static View seeOther(String path) {
    var view = new RedirectView(path);
    view.setStatusCode(HttpStatus.SEE_OTHER);
    return view;
  }
}
