package eu.trama.city.algorithms.studies;

import eu.trama.city.algorithms.Texts;
import java.util.Optional;

/// A conclusion that a questionnaire draws from answers, as its definition has it under
/// `conclusions`. The first whose conditions hold counts.
///
/// @param id for programs, such as `consult-authority`
/// @param when it holds
/// @param atLeast a question whose answers must count together at least so much, if there is one
/// @param passed whether the system may go on
public record Outcome(
    String id, Condition when, Optional<AtLeast> atLeast, boolean passed, Texts title) {

  /// A bound on what the answers to a question count together.
  public record AtLeast(String question, double score) {

    boolean reached(Questionnaire questionnaire, Answers answers) {
      var element = questionnaire.question(question);
      var answer = answers.to(question);
      if (element.isEmpty() || answer.isEmpty()) {
        return false;
      }
      double sum =
          answer.get().parts().stream()
              .flatMap(v -> element.get().choice(v.text()).stream())
              .mapToDouble(Questionnaire.Choice::score)
              .sum();
      return sum >= score;
    }
  }

  boolean holds(Questionnaire questionnaire, Answers answers) {
    return when.holds(answers.byQuestion())
        && atLeast.map(a -> a.reached(questionnaire, answers)).orElse(true);
  }
}
