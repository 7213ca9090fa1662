package eu.trama.city.algorithms.studies;

import eu.trama.city.algorithms.studies.Questionnaire.Element;
import java.util.Optional;

/// Answers of older versions of Canada's questionnaire, as that tool takes them into newer ones
/// when it loads a file: two that moved. They move only where the old place is no longer asked.
final class OldAnswers {

  private OldAnswers() {}

  /// What is asked by that name, or was moved from it.
  static Optional<Element> question(Questionnaire questionnaire, String name) {
    var asked = questionnaire.question(name);
    return asked.isEmpty() && name.equals("impact4")
        ? questionnaire.question("decisionSector3")
        : asked;
  }

  /// The choice as it is called now.
  static String value(Element question, String value) {
    boolean renamed =
        question.name().equals("aboutSystem1")
            && value.equals("item6-1")
            && question.choice(value).isEmpty()
            && question.choice("item6").isPresent();
    return renamed ? "item6" : value;
  }
}
