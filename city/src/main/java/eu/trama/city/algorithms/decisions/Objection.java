package eu.trama.city.algorithms.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A person's objection to a decision.
///
/// @param answerDue last day on which the city may answer in time
/// @param text what the person says; empty once the person is forgotten
/// @param answers as the person says they ought to have been
public record Objection(
    Instant at,
    LocalDate answerDue,
    Optional<String> text,
    Map<String, String> answers,
    Optional<Answer> answer,
    UUID ledger) {

  /// What the city answered.
  ///
  /// @param person id of the human who answered
  /// @param replay the decision by the same version with corrected facts
  /// @param outcome that holds from then on
  /// @param upheld whether that is another one than before
  /// @param reason empty once the person is forgotten
  public record Answer(
      String person,
      Instant at,
      UUID replay,
      String outcome,
      boolean upheld,
      Optional<String> reason,
      UUID ledger) {}

  /// Whether the last day has passed without an answer.
  public boolean overdue(LocalDate today) {
    return answer.isEmpty() && today.isAfter(answerDue);
  }
}
