package eu.trama.city.algorithms.decisions;

import eu.trama.city.algorithms.Conclusion;
import eu.trama.city.algorithms.RuleSet;
import eu.trama.city.algorithms.decisions.CasePage.Line;
import eu.trama.city.algorithms.decisions.CasePage.Note;
import eu.trama.city.web.Words;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Says a case in words.
@Component
class CaseView {

  private final DecisionDesk desk;
  private final Objections objections;
  private final Openings openings;

  CaseView(DecisionDesk desk, Objections objections, Openings openings) {
    this.desk = desk;
    this.objections = objections;
    this.openings = openings;
  }

  RuleSet rules(Case each) {
    return desk.rules(each.decision().system())
        .orElseThrow(() -> new NotDone(NotDone.Why.OTHER_VERSION));
  }

  CasePage page(Case each, Words words, boolean caseworker, List<FormError> errors) {
    RuleSet rules = rules(each);
    boolean mine = desk.isMine(each);
    String shown = each.outcome().orElse(each.decision().outcome());
    // What was answered is explained by the facts that it was answered with.
    var contents = desk.replay(each).flatMap(Case::contents).or(each::contents);
    boolean canConfirm =
        caseworker && !mine && each.decision().humanConfirms() && each.confirmation().isEmpty();
    return new CasePage(
        each.decision().id().toString(),
        each.decision().system().value(),
        rules.outcome(words, shown),
        notes(each, words, mine),
        contents.isEmpty(),
        contents
            .map(c -> c.reasons().stream().map(r -> rules.reason(words, r)).toList())
            .orElse(List.of()),
        contents
            .map(c -> c.changes().stream().map(r -> rules.change(words, r)).toList())
            .orElse(List.of()),
        facts(contents, rules, words),
        grounds(rules, words),
        dates(each, words),
        receipts(each, words),
        mine && mayObject(each) ? "/decisions/" + each.decision().id() + "/objection" : "",
        caseworker && !mine && each.objection().filter(o -> o.answer().isEmpty()).isPresent()
            ? "/decisions/" + each.decision().id() + "/answer"
            : "",
        canConfirm ? confirm(each, rules, words) : List.of(),
        errors,
        story(each, rules, words),
        objections.late(each),
        mine);
  }

  private boolean mayObject(Case each) {
    return each.objection().isEmpty()
        && each.decision().replays().isEmpty()
        && each.effective().isPresent();
  }

  private List<Note> notes(Case each, Words words, boolean mine) {
    var notes = new ArrayList<Note>();
    if (each.outcome().isEmpty()) {
      notes.add(new Note("note", words.say("decisions.note.waiting")));
    }
    each.objection()
        .ifPresent(o -> {
          if (o.answer().isPresent()) {
            boolean upheld = o.answer().get().upheld();
            notes.add(
                new Note(
                    upheld ? "good" : "note",
                    upheld
                        ? words.say("decisions.note.upheld")
                        : words.say("decisions.note.refused")));
          } else if (o.overdue(objections.today())) {
            notes.add(new Note("bad", words.say("decisions.note.overdue", o.answerDue())));
          } else {
            notes.add(new Note("note", words.say("decisions.note.objected", o.answerDue())));
          }
          if (objections.late(each)) {
            notes.add(new Note("note", words.say("decisions.note.review")));
          }
        });
    if (mine && each.objection().isEmpty()) {
      objections
          .lodgeBy(each)
          .ifPresent(last ->
              notes.add(
                  objections.today().isAfter(last)
                      ? new Note("warn", words.say("decisions.note.late", last))
                      : new Note("note", words.say("decisions.note.may", last))));
    }
    return List.copyOf(notes);
  }

  private static DataTable facts(Optional<Case.Contents> contents, RuleSet rules, Words words) {
    var columns =
        List.of(
            DataTable.Column.text(words.say("decisions.fact")),
            DataTable.Column.text(words.say("decisions.fact.said")),
            DataTable.Column.text(words.say("decisions.fact.from")));
    var rows = new ArrayList<DataTable.Row>();
    contents.ifPresent(c ->
        rules
            .questions(words, c.answers())
            .forEach(field -> {
              var said = rules.said(words, field.name(), field.value());
              rows.add(
                  DataTable.Row.of(
                      field.name(),
                      said.label(),
                      said.value(),
                      c.corrected().contains(field.name())
                          ? words.say("decisions.from.corrected")
                          : words.say("decisions.from.form")));
            }));
    return new DataTable("facts", words.say("decisions.facts.caption"), columns, rows, false);
  }

  private static DataTable grounds(RuleSet rules, Words words) {
    return new DataTable(
        "grounds",
        words.say("decisions.grounds.caption"),
        List.of(
            DataTable.Column.text(words.say("decisions.fact")),
            DataTable.Column.text(words.say("decisions.ground.value")),
            DataTable.Column.text(words.say("decisions.fact.from"))),
        rules.grounds(words).stream()
            .map(g -> DataTable.Row.of("", g.label(), g.value(), g.source()))
            .toList(),
        false);
  }

  private List<Line> dates(Case each, Words words) {
    var lines = new ArrayList<Line>();
    lines.add(new Line(words.say("decisions.at"), date(words, each.decision().at())));
    lines.add(
        new Line(
            words.say("decisions.human"),
            each.confirmation()
                .map(c ->
                    c.outcome().equals(each.decision().outcome())
                        ? words.say("decisions.human.confirmed", LegalTerms.day(c.at()))
                        : words.say("decisions.human.overrode", LegalTerms.day(c.at())))
                .orElse(
                    each.decision().humanConfirms()
                        ? words.say("decisions.human.waiting")
                        : words.say("decisions.human.none"))));
    each.confirmation()
        .flatMap(Confirmation::reason)
        .ifPresent(reason -> lines.add(new Line(words.say("decisions.human.reason"), reason)));
    List<Instant> opened = openings.of(each.decision().id());
    lines.add(
        new Line(
            words.say("decisions.opened"),
            opened.isEmpty()
                ? words.say("decisions.opened.never")
                : words.say(
                    "decisions.opened.times", opened.size(), LegalTerms.day(opened.getLast()))));
    lines.add(new Line(words.say("decisions.version"), each.decision().version().substring(0, 16)));
    return List.copyOf(lines);
  }

  private static List<CasePage.Receipt> receipts(Case each, Words words) {
    var receipts = new ArrayList<CasePage.Receipt>();
    receipts.add(receipt(words.say("decisions.receipt.decision"), each.decision().ledger()));
    each.confirmation()
        .ifPresent(c -> receipts.add(receipt(words.say("decisions.receipt.human"), c.ledger())));
    each.objection()
        .ifPresent(
            o -> receipts.add(receipt(words.say("decisions.receipt.objection"), o.ledger())));
    each.objection()
        .flatMap(Objection::answer)
        .ifPresent(a -> receipts.add(receipt(words.say("decisions.receipt.answer"), a.ledger())));
    return List.copyOf(receipts);
  }

  private static CasePage.Receipt receipt(String label, java.util.UUID entry) {
    return new CasePage.Receipt(label, "/ledger/receipt/" + entry);
  }

  private static List<Line> story(Case each, RuleSet rules, Words words) {
    var lines = new ArrayList<Line>();
    each.objection()
        .ifPresent(o -> {
          lines.add(
              new Line(
                  words.say("decisions.story.person", LegalTerms.day(o.at())),
                  o.text().orElse("–")));
          o.answer()
              .ifPresent(a -> {
                lines.add(
                    new Line(
                        words.say("decisions.story.city", LegalTerms.day(a.at())),
                        a.reason().orElse("–")));
                lines.add(
                    new Line(
                        words.say("decisions.story.outcome"), rules.outcome(words, a.outcome())));
              });
        });
    return List.copyOf(lines);
  }

  List<Field> confirm(Case each, RuleSet rules, Words words) {
    return List.of(
        outcomeField(rules, words, each.decision().outcome()),
        Field.of("reason", Field.Kind.LONG, words.say("decisions.confirm.reason"))
            .hint(words.say("decisions.confirm.reason.hint")));
  }

  static Field outcomeField(RuleSet rules, Words words, String chosen) {
    return Field.of("outcome", Field.Kind.SELECT, words.say("decisions.confirm.outcome"))
        .value(chosen)
        .options(
            rules.outcomes().stream()
                .map(o -> Field.Option.of(o, rules.outcome(words, o)))
                .toList());
  }

  /// The outcome and the reasons of a replay, in sentences.
  static List<String> replayed(Conclusion conclusion, RuleSet rules, Words words) {
    var lines = new ArrayList<String>();
    lines.add(rules.outcome(words, conclusion.outcome()));
    conclusion.reasons().forEach(r -> lines.add(rules.reason(words, r)));
    return List.copyOf(lines);
  }

  static String date(Words words, Instant at) {
    return words.date(LegalTerms.day(at));
  }

  Optional<Case> find(String id) {
    try {
      return desk.find(java.util.UUID.fromString(id));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }
}
