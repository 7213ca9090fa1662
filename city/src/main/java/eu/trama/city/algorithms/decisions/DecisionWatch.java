package eu.trama.city.algorithms.decisions;

import eu.trama.city.algorithms.RuleSet;
import java.util.Map;

/// Hears of each decision in the transaction in which it is kept. Declare it as a bean. What it
/// keeps must not lead back to the person.
public interface DecisionWatch {

  /// A system has concluded something. Replays are not told.
  ///
  /// @param version hash of its code
  void decided(RuleSet rules, String version, Map<String, String> answers, String outcome);

  /// An objection was answered.
  ///
  /// @param answers that went into the decision, as they were then
  /// @param decided what the system had concluded
  /// @param holds what holds now, and so ought to have been concluded
  /// @param upheld whether that is another outcome than the one objected to
  void answered(
      RuleSet rules,
      String version,
      Map<String, String> answers,
      String decided,
      String holds,
      boolean upheld);
}
