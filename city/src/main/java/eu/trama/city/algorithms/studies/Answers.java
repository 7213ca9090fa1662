package eu.trama.city.algorithms.studies;

import eu.trama.city.algorithms.studies.Questionnaire.Element;
import eu.trama.city.algorithms.studies.Questionnaire.Section;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What was answered, by the name of the question. Unanswered questions are not in it.
public record Answers(Map<String, Value> byQuestion) {

  public static final Answers NONE = new Answers(Map.of());

  public Answers {
    var kept = new TreeMap<String, Value>();
    byQuestion.forEach((question, value) -> {
      if (!value.empty()) {
        kept.put(question, value);
      }
    });
    byQuestion = java.util.Collections.unmodifiableMap(kept);
  }

  public Optional<Value> to(String question) {
    return Optional.ofNullable(byQuestion.get(question));
  }

  /// The same answers, with these in the place of what was answered to those questions.
  public Answers with(Map<String, Value> others) {
    var all = new TreeMap<>(byQuestion);
    all.putAll(others);
    return new Answers(all);
  }

  public boolean shows(Element element) {
    return element.visible().holds(byQuestion);
  }

  /// A page is shown when its condition holds and anything on it is shown.
  public boolean shows(Section section) {
    return section.visible().holds(byQuestion) && section.elements().stream().anyMatch(this::shows);
  }

  /// Without the answers to questions that are not shown, as SurveyJS drops them when a survey is
  /// completed: by what was shown then, all at once. An answer whose question was shown because of
  /// a dropped one stays.
  public Answers shown(Questionnaire questionnaire) {
    var left = new TreeMap<>(byQuestion);
    for (Element element : questionnaire.elements()) {
      if (element.asks() && !shows(element)) {
        left.remove(element.name());
      }
    }
    return new Answers(left);
  }

  /// Questions that are shown, must be answered, and are not.
  public List<Element> open(List<Element> elements) {
    return elements.stream()
        .filter(e -> e.asks() && e.required() && shows(e) && to(e.name()).isEmpty())
        .toList();
  }
}
