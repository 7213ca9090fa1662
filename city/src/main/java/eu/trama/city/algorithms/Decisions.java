package eu.trama.city.algorithms;

import java.util.Map;
import java.util.UUID;

/// Lets a rule set decide about the person who asks.
public interface Decisions {

  /// Asks for a permit, decides, and keeps the decision: inputs sealed under the person's key,
  /// commitments to them in the store, a commitment to all of it in the city's ledger, in one
  /// transaction.
  ///
  /// @return id of the decision, shown at [#page]
  /// @throws PermitRefused where the system may not run; then nothing was decided
  UUID decide(RuleSet rules, Map<String, String> answers);

  /// Where the person reads it.
  static String page(UUID decision) {
    return "/decisions/" + decision;
  }
}
