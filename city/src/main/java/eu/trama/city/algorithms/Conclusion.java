package eu.trama.city.algorithms;

import java.util.List;

/// What a rule set concludes, and why.
///
/// @param outcome one of [RuleSet#outcomes]
/// @param reasons in the order in which they were found; never empty
/// @param changes each on its own would have led to a better outcome, as the rule itself finds when
///   it is asked again with that one answer changed
public record Conclusion(String outcome, List<Reason> reasons, List<Change> changes) {

  public Conclusion {
    reasons = List.copyOf(reasons);
    changes = List.copyOf(changes);
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException("nobody is told an outcome without a reason");
    }
  }

  /// @param key names the sentence
  /// @param values what stands in it, written as the rule counts them
  public record Reason(String key, List<String> values) {
    public Reason {
      values = List.copyOf(values);
    }
  }

  /// @param question whose answer would differ
  /// @param answer what it would have had to be
  /// @param outcome to which that would have led
  public record Change(String question, String answer, String outcome) {}
}
