package eu.trama.city.algorithms.monitoring;

import eu.trama.city.algorithms.Monitored;
import eu.trama.city.algorithms.RuleSet;
import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.monitoring.Threshold.Finding;
import eu.trama.city.algorithms.monitoring.Threshold.State;
import eu.trama.city.algorithms.register.EmergencyStop;
import eu.trama.city.algorithms.register.Entry;
import eu.trama.city.algorithms.register.Register;
import eu.trama.city.algorithms.stages.Actor;
import eu.trama.city.identity.CurrentPerson;
import eu.trama.city.identity.Needs;
import eu.trama.city.identity.Role;
import eu.trama.city.store.StoreTurn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Holds the thresholds of systems in operation against what was counted. What is broken for
/// certain stops the system, in the transaction that keeps the evaluation and an incident of it.
@Service
public class Monitoring implements SmartInitializingSingleton {

  /// How long an evaluation of the clock's own holds.
  static final Duration EVERY = Duration.ofHours(24);

  /// The fewest cases in a month that later ones are compared with.
  static final int LEAST_REFERENCE = 100;

  private final ObjectProvider<RuleSet> rules;
  private final Plans plans;
  private final Register register;
  private final TallyTables tallies;
  private final EvaluationTables evaluations;
  private final Incidents incidents;
  private final EmergencyStop stop;
  private final CurrentPerson current;
  private final Clock clock;
  private final DataSource source;
  private final TransactionTemplate transaction;

  Monitoring(
      ObjectProvider<RuleSet> rules,
      Plans plans,
      Register register,
      TallyTables tallies,
      EvaluationTables evaluations,
      Incidents incidents,
      EmergencyStop stop,
      CurrentPerson current,
      Clock clock,
      DataSource source,
      PlatformTransactionManager transactions) {
    this.rules = rules;
    this.plans = plans;
    this.register = register;
    this.tallies = tallies;
    this.evaluations = evaluations;
    this.incidents = incidents;
    this.stop = stop;
    this.current = current;
    this.clock = clock;
    this.source = source;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// A plan about what its rule set does not count stops the server.
  @Override
  public void afterSingletonsInstantiated() {
    rules.forEach(
        each -> plans.of(each.id()).ifPresent(plan -> plan.requireCounted(each.monitored())));
  }

  /// The rule set of a system, where its decisions are taken here.
  Optional<RuleSet> rules(SystemId system) {
    return rules.stream().filter(each -> each.id().equals(system)).findFirst();
  }

  /// The last evaluation.
  public Optional<Evaluation> latest(SystemId system) {
    return evaluations.latest(system);
  }

  /// Evaluates now.
  ///
  /// @return empty where the system is not in operation, or its decisions are not taken here
  @Needs(Role.AUDITOR)
  public Optional<Evaluation> check(SystemId system) {
    String person = current.person().map(p -> p.id()).orElse(Actor.MACHINE.person());
    return rules(system)
        .flatMap(each -> {
          try (var _ = turn(each)) {
            return evaluate(each, person);
          }
        });
  }

  /// Evaluates what nobody has evaluated in the last 24 hours. Servers that share a store take
  /// turns, so that each system is evaluated once.
  void checkWhatIsDue() {
    for (RuleSet each : rules) {
      if (isDue(each)) {
        try (var _ = turn(each)) {
          if (isDue(each)) {
            evaluate(each, Actor.MACHINE.person());
          }
        }
      }
    }
  }

  private boolean isDue(RuleSet each) {
    Instant before = clock.instant().minus(EVERY);
    return running(each.id()).isPresent()
        && evaluations.latest(each.id()).filter(e -> e.at().isAfter(before)).isEmpty();
  }

  private StoreTurn turn(RuleSet each) {
    return StoreTurn.take(source, "monitoring " + each.id());
  }

  private Optional<Entry> running(SystemId system) {
    return register.find(system).filter(e -> e.dossier().stage().live());
  }

  private Optional<Evaluation> evaluate(RuleSet each, String person) {
    return java.util.Objects.requireNonNull(
        transaction.execute(status ->
            running(each.id())
                .flatMap(entry -> plans.of(each.id()).map(plan -> evaluate(each, entry, plan)))
                .map(evaluation -> {
                  evaluations.add(each.id(), evaluation, person);
                  evaluation.broken().forEach(broken -> raise(each.id(), evaluation, broken));
                  return evaluation;
                })));
  }

  private Evaluation evaluate(RuleSet each, Entry entry, Plan plan) {
    Monitored counted = each.monitored();
    String version = entry.dossier().version();
    Instant now = clock.instant();
    Month month = Month.of(now);
    Optional<Counts> reference = reference(each.id(), version, now);
    var today = new Judging(counted, counts(each, version, month), reference);
    var before = new Judging(counted, counts(each, version, month.before()), reference);
    return new Evaluation(
        version,
        now,
        plan.thresholds().stream().map(threshold -> judged(threshold, today, before)).toList());
  }

  /// This month's figure where there are enough cases yet, else that of the month before.
  private static Finding judged(Threshold threshold, Judging today, Judging before) {
    Finding now = today.of(threshold);
    Finding then = before.of(threshold);
    return now.state() == State.FEW && then.state() != State.FEW ? then : now;
  }

  private Counts counts(RuleSet each, String version, Month month) {
    return tallies.counts(each.id(), Optional.of(version), month);
  }

  /// The first whole month of a version with enough cases, fixed for good once it is over.
  private Optional<Counts> reference(SystemId system, String version, Instant now) {
    Optional<Month> fixed = tallies.reference(system, version);
    if (fixed.isEmpty()) {
      fixed =
          tallies.months(system).stream()
              .sorted()
              .filter(m -> m.over(now))
              .filter(
                  m -> tallies.first(system, version).filter(f -> f.compareTo(m) < 0).isPresent())
              .filter(m -> cases(system, version, m) >= LEAST_REFERENCE)
              .findFirst();
      fixed.ifPresent(m -> tallies.fix(system, version, m, cases(system, version, m), now));
    }
    return fixed.map(m -> tallies.counts(system, Optional.of(version), m));
  }

  private long cases(SystemId system, String version, Month month) {
    return tallies.counts(system, Optional.of(version), month).cases();
  }

  /// A figure of a month stops a system once: an auditor who lets it go on has seen that figure.
  private void raise(SystemId system, Evaluation evaluation, Finding broken) {
    String key = broken.threshold().key();
    Month month = Month.read(broken.month()).orElseThrow();
    if (incidents.raise(system, evaluation.version(), key, month, key + " " + month)) {
      stop.stop(system, key + ", " + month);
    }
  }
}
