package eu.trama.city.algorithms.decisions;

import eu.trama.city.algorithms.Conclusion;
import eu.trama.city.algorithms.Conclusion.Change;
import eu.trama.city.algorithms.Conclusion.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A decision and what followed.
///
/// @param contents empty once the person is forgotten
public record Case(
    Decision decision,
    Optional<Contents> contents,
    Optional<Confirmation> confirmation,
    Optional<Objection> objection) {

  /// What a decision was made of.
  ///
  /// @param answers what went in, by question
  /// @param corrected questions whose answer was corrected after an objection
  /// @param document the bytes to which the ledger's entry commits, as text
  /// @param salt of that commitment, in hexadecimal
  public record Contents(
      Map<String, String> answers,
      List<String> corrected,
      List<Reason> reasons,
      List<Change> changes,
      String document,
      String salt) {

    /// What was concluded then.
    public Conclusion conclusion(String outcome) {
      return new Conclusion(outcome, reasons, changes);
    }
  }

  /// Whether it waits for a human: to confirm it, or to answer an objection.
  public boolean waits() {
    boolean unconfirmed =
        decision.humanConfirms() && confirmation.isEmpty() && decision.replays().isEmpty();
    boolean unanswered = objection.filter(o -> o.answer().isEmpty()).isPresent();
    return decision.person().isPresent() && (unconfirmed || unanswered);
  }

  /// Whether that human confirmed it or answered the objection to it.
  public boolean handledBy(String human) {
    return confirmation.filter(c -> c.person().equals(human)).isPresent()
        || objection.flatMap(Objection::answer).filter(a -> a.person().equals(human)).isPresent();
  }

  /// What holds now; empty while a human has yet to confirm it.
  public Optional<String> outcome() {
    return objection.flatMap(Objection::answer).map(Objection.Answer::outcome).or(this::before);
  }

  /// What held before any objection.
  public Optional<String> before() {
    return decision.humanConfirms()
        ? confirmation.map(Confirmation::outcome)
        : Optional.of(decision.outcome());
  }

  /// When it took effect, which is when the time to object begins.
  public Optional<java.time.Instant> effective() {
    return decision.humanConfirms()
        ? confirmation.map(Confirmation::at)
        : Optional.of(decision.at());
  }
}
