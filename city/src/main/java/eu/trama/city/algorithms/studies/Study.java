package eu.trama.city.algorithms.studies;

import eu.trama.city.algorithms.SystemId;
import java.time.Instant;
import java.util.Optional;

/// A questionnaire that somebody fills in about a system.
///
/// @param version 1 for the first study of the system with this questionnaire, and one more each
///   time it is studied anew
/// @param author id of a person
/// @param page the page at which the author goes on, from 0
/// @param submitted when it was finished; from then on it never changes
public record Study(
    String id,
    SystemId system,
    Questionnaire questionnaire,
    int version,
    String author,
    Instant started,
    Instant saved,
    int page,
    Answers answers,
    Optional<Submitted> submitted) {

  /// What was concluded when it was finished.
  ///
  /// @param conclusion such as `level-2`
  /// @param passed whether the system may go on
  /// @param hash SHA-256 over definition, answers, author and time, in hex
  public record Submitted(Instant at, String conclusion, boolean passed, String hash) {}

  public boolean draft() {
    return submitted.isEmpty();
  }

  /// The score of what is answered until now; empty where the questionnaire has none.
  public Optional<ImpactScore> score() {
    return questionnaire.scored()
        ? Optional.of(ImpactScore.of(questionnaire, answers.shown(questionnaire)))
        : Optional.empty();
  }
}
