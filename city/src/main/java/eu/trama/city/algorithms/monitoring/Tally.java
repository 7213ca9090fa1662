package eu.trama.city.algorithms.monitoring;

import eu.trama.city.algorithms.Monitored;
import eu.trama.city.algorithms.RuleSet;
import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.decisions.DecisionWatch;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// Adds each decision to the counts of its month, in its own transaction: to those of everybody, of
/// each of its groups, and of the bins of its inputs. Nothing else of it stays here.
///
/// Counters are added to in one order, so that decisions wait for each other and never in a circle.
@Component
class Tally implements DecisionWatch {

  static final String EVERYBODY = "";

  private final TallyTables tables;
  private final Clock clock;

  Tally(TallyTables tables, Clock clock) {
    this.tables = tables;
    this.clock = clock;
  }

  /// What was counted under: whose code, and the month.
  record Under(SystemId system, String version, Month month) {}

  /// How truth came to be known. Who objects is no sample of anybody: what objections find is
  /// counted apart, and goes into no rate of errors.
  enum Source {
    SAMPLE,
    OBJECTION
  }

  @Override
  public void decided(RuleSet rules, String version, Map<String, String> answers, String outcome) {
    Monitored counted = rules.monitored();
    if (counted.attributes().isEmpty() && counted.inputs().isEmpty()) {
      return;
    }
    var under = under(rules, version);
    groups(counted, answers)
        .forEach((attribute, group) -> tables.addDecided(under, attribute, group, outcome));
    var bins = new TreeMap<String, Integer>();
    counted
        .inputs()
        .forEach(input ->
            bins.put(Counts.series(input), input.bin(counted.value(input.key(), answers))));
    bins.forEach((input, bin) -> tables.addInput(under, input, bin));
  }

  @Override
  public void answered(
      RuleSet rules,
      String version,
      Map<String, String> answers,
      String decided,
      String holds,
      boolean upheld) {
    tables.addTruth(
        under(rules, version),
        Source.OBJECTION,
        EVERYBODY,
        EVERYBODY,
        new Found(decided, holds, upheld));
  }

  /// @param decided what the system concluded
  /// @param truth what would have been right
  /// @param changed whether that changed what held
  record Found(String decided, String truth, boolean changed) {}

  /// Counts a case of a sample that somebody has checked.
  void checked(RuleSet rules, String version, Map<String, String> answers, Found found) {
    var under = under(rules, version);
    groups(rules.monitored(), answers)
        .forEach(
            (attribute, group) -> tables.addTruth(under, Source.SAMPLE, attribute, group, found));
  }

  private Under under(RuleSet rules, String version) {
    return new Under(rules.id(), version, Month.of(clock.instant()));
  }

  private static Map<String, String> groups(Monitored counted, Map<String, String> answers) {
    var groups = new TreeMap<String, String>();
    groups.put(EVERYBODY, EVERYBODY);
    counted
        .attributes()
        .forEach(each -> groups.put(each.key(), counted.group(each.key(), answers)));
    return groups;
  }
}
