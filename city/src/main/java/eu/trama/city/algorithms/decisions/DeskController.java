package eu.trama.city.algorithms.decisions;

import eu.trama.city.algorithms.decisions.NotDone.Why;
import eu.trama.city.web.Link;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// The caseworkers' desk: proposals to confirm, objections to answer.
@Controller
class DeskController {

  private final Pages pages;
  private final DecisionDesk desk;
  private final Objections objections;
  private final CaseView view;
  private final DecisionController cases;

  DeskController(
      Pages pages,
      DecisionDesk desk,
      Objections objections,
      CaseView view,
      DecisionController cases) {
    this.pages = pages;
    this.desk = desk;
    this.objections = objections;
    this.view = view;
    this.cases = cases;
  }

  @GetMapping("/decisions")
  View desk(Visit visit) {
    var words = visit.words();
    var proposals =
        desk.unconfirmed().stream()
            .map(each -> row(each, visit, CaseView.date(words, each.decision().at())))
            .toList();
    var answers =
        desk.unanswered().stream()
            .map(each -> {
              var objection = each.objection().orElseThrow();
              String due = words.date(objection.answerDue());
              return row(
                  each,
                  visit,
                  objection.overdue(objections.today())
                      ? visit.say("decisions.desk.overdue", due)
                      : objections.late(each) ? visit.say("decisions.desk.review", due) : due);
            })
            .toList();
    return pages.show(
        "algorithms/decisions/list",
        visit.page(visit.say("decisions.desk")),
        new CaseList(
            visit.say("decisions.desk.lead"),
            table(
                visit,
                "proposals",
                visit.say("decisions.desk.proposals"),
                visit.say("decisions.at"),
                proposals),
            table(
                visit,
                "answers",
                visit.say("decisions.desk.answers"),
                visit.say("decisions.desk.due"),
                answers),
            ""));
  }

  private DataTable.Row row(Case each, Visit visit, String when) {
    String id = each.decision().id().toString();
    return new DataTable.Row(
        id,
        "/decisions/" + id,
        List.of(view.rules(each).name(visit.words()) + " " + id.substring(0, 8), when));
  }

  private static DataTable table(
      Visit visit, String id, String caption, String when, List<DataTable.Row> rows) {
    return new DataTable(
        id,
        caption,
        List.of(DataTable.Column.text(visit.say("decisions.case")), DataTable.Column.text(when)),
        rows,
        false);
  }

  @PostMapping("/decisions/{id}/confirm")
  View confirm(
      Visit visit,
      @PathVariable String id,
      @RequestParam(name = "outcome", defaultValue = "") String outcome,
      @RequestParam(name = "reason", defaultValue = "") String reason) {
    Case found = cases.find(id);
    try {
      desk.confirm(found.decision().id(), outcome, reason);
    } catch (NotDone notDone) {
      String field = notDone.why() == Why.NO_REASON ? "reason" : "outcome";
      return cases.show(visit, found, List.of(new FormError(field, notDone.say(visit.words()))));
    }
    return DecisionController.seeOther("/decisions/" + id + "#main");
  }

  @GetMapping("/decisions/{id}/answer")
  View form(Visit visit, @PathVariable String id) {
    Case found = objected(cases.open(id));
    return form(
        visit,
        found,
        found.objection().orElseThrow().answers(),
        found.decision().outcome(),
        "",
        List.of(),
        List.of());
  }

  @PostMapping("/decisions/{id}/answer")
  View answer(
      Visit visit,
      @PathVariable String id,
      @RequestParam(name = "do", defaultValue = "try") String what,
      @RequestParam(name = "outcome", defaultValue = "") String outcome,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      @RequestParam Map<String, String> sent) {
    Case found = objected(cases.find(id));
    var words = visit.words();
    var rules = view.rules(found);
    var answers = DecisionController.answers(rules.questions(words, sent));
    try {
      if (what.equals("sign")) {
        objections.answer(found.decision().id(), answers, outcome, reason, words);
        return DecisionController.seeOther("/decisions/" + id + "#main");
      }
      var replayed = objections.tryOut(found.decision().id(), answers, words);
      return form(
          visit,
          found,
          answers,
          replayed.outcome(),
          reason,
          List.of(),
          CaseView.replayed(replayed, rules, words));
    } catch (NotDone notDone) {
      var errors = new ArrayList<>(rules.check(words, answers));
      if (errors.isEmpty()) {
        errors.add(new FormError("reason", notDone.say(words)));
      }
      return form(visit, found, answers, outcome, reason, errors, List.of());
    }
  }

  private View form(
      Visit visit,
      Case found,
      Map<String, String> answers,
      String outcome,
      String reason,
      List<FormError> errors,
      List<String> replayed) {
    var words = visit.words();
    String id = found.decision().id().toString();
    var rules = view.rules(found);
    var objection = found.objection().orElseThrow();
    return pages.show(
        "algorithms/decisions/objection",
        visit
            .page(visit.say("decisions.answer.title"))
            .under(
                Link.to(visit.say("decisions.desk"), "/decisions"),
                Link.to(rules.name(words), "/decisions/" + id)),
        new ObjectionPage(
            id,
            visit.say("decisions.answer.lead", objection.answerDue()),
            objection.text().orElse("–"),
            DecisionController.checked(rules.questions(words, answers), errors),
            DecisionController.checked(
                List.of(
                    CaseView.outcomeField(rules, words, outcome),
                    Field.of("reason", Field.Kind.LONG, visit.say("decisions.answer.reason"))
                        .hint(visit.say("decisions.answer.reason.hint"))
                        .value(reason)),
                errors),
            errors,
            replayed,
            true));
  }

  private static Case objected(Case found) {
    if (found.objection().filter(o -> o.answer().isEmpty()).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return found;
  }
}
