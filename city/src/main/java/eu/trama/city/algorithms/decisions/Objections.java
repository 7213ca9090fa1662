package eu.trama.city.algorithms.decisions;

import eu.trama.city.algorithms.Conclusion;
import eu.trama.city.algorithms.Permits;
import eu.trama.city.algorithms.RuleSet;
import eu.trama.city.algorithms.decisions.DecisionTables.Step;
import eu.trama.city.algorithms.decisions.NotDone.Why;
import eu.trama.city.identity.CurrentPerson;
import eu.trama.city.identity.Needs;
import eu.trama.city.identity.Role;
import eu.trama.city.web.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Objections to decisions: lodged by the person, answered by a human who had no part in the
/// decision, after the same version has decided anew with the facts as they ought to be.
@Service
public class Objections {

  private final DecisionDesk desk;
  private final Deciding deciding;
  private final Permits permits;
  private final DecisionTables tables;
  private final Sealing sealing;
  private final CurrentPerson current;
  private final LegalTerms terms;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Objections(
      DecisionDesk desk,
      Deciding deciding,
      Permits permits,
      DecisionTables tables,
      Sealing sealing,
      CurrentPerson current,
      LegalTerms terms,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.desk = desk;
    this.deciding = deciding;
    this.permits = permits;
    this.tables = tables;
    this.sealing = sealing;
    this.current = current;
    this.terms = terms;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  public LegalTerms terms() {
    return terms;
  }

  public LocalDate today() {
    return LegalTerms.day(clock.instant());
  }

  /// The last day on which the person may object; empty before there is anything to object to.
  public Optional<LocalDate> lodgeBy(Case each) {
    return each.effective().map(at -> LegalTerms.lastDay(at, terms.lodge()));
  }

  /// Whether an objection was, or would be now, after the term of an appeal. It is then a request
  /// that a human reviews the decision, for which the law sets no term (GDPR, Art. 22(3)).
  public boolean late(Case each) {
    LocalDate day = each.objection().map(o -> LegalTerms.day(o.at())).orElseGet(this::today);
    return lodgeBy(each).filter(day::isAfter).isPresent();
  }

  /// Objects to a decision about oneself, or after the term asks that a human reviews it.
  ///
  /// @param answers the facts as they ought to be; those that were right stay as they are
  /// @throws NotDone where it was not done
  public void lodge(UUID id, String text, Map<String, String> answers, Words words) {
    transaction.executeWithoutResult(status -> {
      tables.lock(id);
      Case found = desk.find(id).filter(desk::isMine).orElseThrow(() -> new NotDone(Why.ALREADY));
      DecisionDesk.require(found.decision().replays().isEmpty(), Why.ALREADY);
      DecisionDesk.require(found.effective().isPresent(), Why.NOT_YET);
      DecisionDesk.require(DecisionDesk.isReason(text), Why.NO_REASON);
      DecisionDesk.require(check(rules(found), answers, words), Why.BAD_ANSWERS);
      var content =
          Map.of(
              "decision", id.toString(),
              "at", clock.instant().toString(),
              "inTime", !late(found),
              "text", text.strip(),
              "answers", new TreeMap<>(answers));
      boolean added =
          tables.addObjection(
              id,
              clock.instant(),
              LegalTerms.lastDay(clock.instant(), terms.answer()),
              sealing.keep(me(), "objection", content));
      DecisionDesk.require(added, Why.ALREADY);
    });
  }

  /// What the same version would decide with these facts. Nothing is kept.
  ///
  /// @throws eu.trama.city.algorithms.PermitRefused where it may not run
  /// @throws NotDone where it cannot be asked
  @Needs(Role.CASEWORKER)
  public Conclusion tryOut(UUID id, Map<String, String> answers, Words words) {
    Case found = answerable(id);
    RuleSet rules = rules(found);
    DecisionDesk.require(check(rules, answers, words), Why.BAD_ANSWERS);
    sameVersion(found, permits.ask(rules.id(), rules.codeHash()).version());
    return rules.decide(answers);
  }

  /// Answers an objection: the same version decides anew with these facts, under a permit of its
  /// own, and a human says what holds.
  ///
  /// @param outcome that is to hold from now on, the replayed one or another
  /// @param reason told to the person; always needed
  /// @throws NotDone where it was not done
  @Needs(Role.CASEWORKER)
  public void answer(
      UUID id, Map<String, String> answers, String outcome, String reason, Words words) {
    transaction.executeWithoutResult(status -> {
      tables.lock(id);
      Case found = answerable(id);
      RuleSet rules = rules(found);
      DecisionDesk.require(desk.isOutcome(found, outcome), Why.NO_OUTCOME);
      DecisionDesk.require(DecisionDesk.isReason(reason), Why.NO_REASON);
      DecisionDesk.require(check(rules, answers, words), Why.BAD_ANSWERS);
      String person = found.decision().person().orElseThrow(() -> new NotDone(Why.ALREADY));
      var made =
          deciding.decide(rules, person, answers, Optional.of(id), corrected(found, answers));
      sameVersion(found, made.permit().version());
      var at = clock.instant();
      String said = reason.strip();
      if (made.permit().humanConfirms()) {
        tables.addOpened(made.id(), me(), at);
        tables.addConfirmation(
            made.id(), me(), at, outcome, keep(person, "confirmation", made.id(), outcome, said));
      }
      boolean upheld = !outcome.equals(found.before().orElse(""));
      boolean added =
          tables.addAnswer(
              id,
              new Step(me(), at, outcome, made.id(), upheld),
              keep(person, "answer", id, outcome, said));
      DecisionDesk.require(added, Why.ALREADY);
      deciding.answered(rules, found, outcome, upheld);
    });
  }

  private DecisionTables.Sealed keep(
      String person, String kind, UUID decision, String outcome, String reason) {
    return sealing.keep(
        person,
        kind,
        Map.of(
            "decision", decision.toString(),
            "human", me(),
            "at", clock.instant().toString(),
            "outcome", outcome,
            "reason", reason));
  }

  private Case answerable(UUID id) {
    Case found = desk.find(id).orElseThrow(() -> new NotDone(Why.ALREADY));
    boolean open = found.objection().filter(o -> o.answer().isEmpty()).isPresent();
    DecisionDesk.require(open, Why.ALREADY);
    DecisionDesk.require(!desk.isMine(found), Why.OWN_CASE);
    boolean same = found.confirmation().filter(c -> c.person().equals(me())).isPresent();
    DecisionDesk.require(!same, Why.SAME_HUMAN);
    return found;
  }

  private static void sameVersion(Case found, String version) {
    DecisionDesk.require(found.decision().version().equals(version), Why.OTHER_VERSION);
  }

  private static boolean check(RuleSet rules, Map<String, String> answers, Words words) {
    return rules.check(words, answers).isEmpty();
  }

  private static List<String> corrected(Case found, Map<String, String> answers) {
    Map<String, String> before = found.contents().map(Case.Contents::answers).orElse(Map.of());
    return answers.entrySet().stream()
        .filter(each -> !each.getValue().equals(before.get(each.getKey())))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private RuleSet rules(Case each) {
    return desk.rules(each.decision().system()).orElseThrow(() -> new NotDone(Why.OTHER_VERSION));
  }

  private String me() {
    return current.person().orElseThrow(() -> new NotDone(Why.OWN_CASE)).id();
  }
}
