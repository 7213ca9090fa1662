package eu.trama.city.algorithms.decisions;

import eu.trama.city.algorithms.Decisions;
import eu.trama.city.algorithms.RuleSet;
import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.decisions.NotDone.Why;
import eu.trama.city.identity.CurrentPerson;
import eu.trama.city.identity.Needs;
import eu.trama.city.identity.Person;
import eu.trama.city.identity.Role;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Decisions about people: taking one, reading one's own, and the caseworkers' desk.
@Service
public class DecisionDesk implements Decisions {

  private static final int SHOWN = 200;
  private static final int LONGEST_REASON = 4_000;

  private final Deciding deciding;
  private final DecisionTables tables;
  private final Cases cases;
  private final Sealing sealing;
  private final Openings openings;
  private final CurrentPerson current;
  private final ObjectProvider<RuleSet> rules;
  private final Clock clock;
  private final TransactionTemplate transaction;

  DecisionDesk(
      Deciding deciding,
      DecisionTables tables,
      Cases cases,
      Sealing sealing,
      Openings openings,
      CurrentPerson current,
      ObjectProvider<RuleSet> rules,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.deciding = deciding;
    this.tables = tables;
    this.cases = cases;
    this.sealing = sealing;
    this.openings = openings;
    this.current = current;
    this.rules = rules;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// The rule set of a system, if this server has it.
  public Optional<RuleSet> rules(SystemId system) {
    return rules.stream().filter(each -> each.id().equals(system)).findFirst();
  }

  @Override
  public UUID decide(RuleSet ruleSet, Map<String, String> answers) {
    String person = me().id();
    return Objects.requireNonNull(
        transaction.execute(
            status -> deciding.decide(ruleSet, person, answers, Optional.empty(), List.of()).id()));
  }

  /// The code under which whoever asks is kept here.
  public String myCode() {
    return me().id();
  }

  /// What was decided about whoever asks, the newest first.
  public List<Case> mine() {
    return tables.of(me().id()).stream().map(cases::of).toList();
  }

  /// A case, for the person whose it is; for caseworkers while it waits for one of them, and for
  /// those who signed something in it. For others there is none.
  public Optional<Case> find(UUID id) {
    return cases.find(id).filter(this::mayRead);
  }

  /// The decision anew after an objection was answered, for whoever may read the first one.
  Optional<Case> replay(Case each) {
    return Optional.of(each)
        .filter(this::mayRead)
        .flatMap(Case::objection)
        .flatMap(Objection::answer)
        .flatMap(answer -> cases.find(answer.replay()));
  }

  private boolean mayRead(Case each) {
    return isMine(each)
        || (current.is(Role.CASEWORKER) && (each.waits() || each.handledBy(me().id())));
  }

  /// Whether the case is about whoever asks.
  public boolean isMine(Case each) {
    return each.decision().person().filter(me().id()::equals).isPresent();
  }

  /// Proposals that wait for a human.
  @Needs(Role.CASEWORKER)
  public List<Case> unconfirmed() {
    return tables.unconfirmed(SHOWN).stream().map(cases::of).toList();
  }

  /// Objections that wait for an answer.
  @Needs(Role.CASEWORKER)
  public List<Case> unanswered() {
    return tables.unanswered(SHOWN).stream().map(cases::of).toList();
  }

  /// Notes that a caseworker has the case before their eyes; the first time is what the time spent
  /// on a proposal is measured from.
  @Needs(Role.CASEWORKER)
  public void open(UUID id) {
    find(id)
        .filter(c -> !isMine(c))
        .ifPresent(c -> {
          openings.add(id, me().id());
          if (c.confirmation().isEmpty()) {
            tables.addOpened(id, me().id(), clock.instant());
          }
        });
  }

  /// Confirms a proposal, or overrides it.
  ///
  /// @param outcome that is to hold
  /// @param reason needed where it is not the proposed one
  /// @throws NotDone where it was not done
  @Needs(Role.CASEWORKER)
  public void confirm(UUID id, String outcome, String reason) {
    transaction.executeWithoutResult(status -> {
      tables.lock(id);
      Case found = find(id).orElseThrow(() -> new NotDone(Why.ALREADY));
      if (isMine(found)) {
        throw new NotDone(Why.OWN_CASE);
      }
      boolean overrides = !outcome.equals(found.decision().outcome());
      require(found.decision().humanConfirms() && found.confirmation().isEmpty(), Why.ALREADY);
      require(isOutcome(found, outcome), Why.NO_OUTCOME);
      require(!overrides || isReason(reason), Why.NO_REASON);
      tables.addOpened(id, me().id(), clock.instant());
      String person = found.decision().person().orElseThrow(() -> new NotDone(Why.ALREADY));
      var content =
          Map.of(
              "decision", id.toString(),
              "human", me().id(),
              "at", clock.instant().toString(),
              "outcome", outcome,
              "reason", overrides ? reason.strip() : "");
      boolean added =
          tables.addConfirmation(
              id,
              me().id(),
              clock.instant(),
              outcome,
              sealing.keep(person, "confirmation", content));
      require(added, Why.ALREADY);
    });
  }

  boolean isOutcome(Case each, String outcome) {
    return rules(each.decision().system()).filter(r -> r.outcomes().contains(outcome)).isPresent();
  }

  static boolean isReason(String text) {
    return !text.isBlank() && text.length() <= LONGEST_REASON;
  }

  static void require(boolean holds, Why otherwise) {
    if (!holds) {
      throw new NotDone(otherwise);
    }
  }

  private Person me() {
    return current
        .person()
        .orElseThrow(() -> new AccessDeniedException("decisions are for people who signed in"));
  }
}
