package eu.trama.city.algorithms.studies;

import eu.trama.city.algorithms.studies.Questionnaire.Counts;
import eu.trama.city.algorithms.studies.Questionnaire.Element;
import eu.trama.city.algorithms.studies.Questionnaire.Kind;
import eu.trama.city.algorithms.studies.StudyViews.Answered;
import eu.trama.city.algorithms.studies.StudyViews.Asked;
import eu.trama.city.algorithms.studies.StudyViews.Option;
import eu.trama.city.algorithms.studies.StudyViews.Part;
import eu.trama.city.algorithms.studies.StudyViews.Scored;
import eu.trama.city.web.Words;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.FormError;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// A study in the words of one language.
final class StudyWords {

  private static final String[] ROMAN = {"", "I", "II", "III", "IV"};

  private final Words words;

  StudyWords(Words words) {
    this.words = words;
  }

  /// A question as a form asks it.
  Asked asked(Element element, Answers answers, List<FormError> errors) {
    var value = answers.to(element.name());
    var chosen = value.map(v -> v.parts().stream().map(Value::text).toList()).orElse(List.of());
    return new Asked(
        element.name(),
        element.kind().name().toLowerCase(Locale.ROOT),
        element.title().in(words.language()),
        element.hint().in(words.language()),
        element.law(),
        value.map(Value::text).orElse(""),
        options(element, chosen),
        errors.stream()
            .filter(e -> e.field().equals(element.name()))
            .map(FormError::message)
            .findFirst()
            .orElse(""),
        element.required());
  }

  private List<Option> options(Element element, List<String> chosen) {
    var options =
        element.choices().stream()
            .map(c ->
                new Option(c.value(), c.text().in(words.language()), chosen.contains(c.value())));
    return element.sorted()
        ? options
            .sorted(
                Comparator.comparing(
                    Option::label, Collator.getInstance(words.language().locale())::compare))
            .toList()
        : options.toList();
  }

  /// All that was answered, by section.
  List<Part> parts(Study study) {
    var parts = new ArrayList<Part>();
    for (var section : study.questionnaire().sections()) {
      var answered = new ArrayList<Answered>();
      for (Element element : section.elements()) {
        study
            .answers()
            .to(element.name())
            .filter(v -> element.asks() && study.answers().shows(element))
            .ifPresent(v ->
                answered.add(
                    new Answered(
                        element.title().in(words.language()), element.law(), said(element, v))));
      }
      if (!answered.isEmpty()) {
        parts.add(new Part(section.title().in(words.language()), answered));
      }
    }
    return parts;
  }

  private String said(Element element, Value value) {
    return String.join(
        "; ",
        value.parts().stream()
            .map(v ->
                element.choice(v.text()).map(c -> c.text().in(words.language())).orElse(v.text()))
            .toList());
  }

  /// What a study concluded, or how far it is.
  String conclusion(Study study) {
    var outcome = study.questionnaire().outcome(study.answers());
    return outcome
        .map(o -> o.title().in(words.language()))
        .or(() -> study.score().map(s -> level(s.level())))
        .orElse("");
  }

  String level(int level) {
    return words.say("studies.level", ROMAN[level]);
  }

  /// A score, and each step that led to it.
  Scored scored(Study study, ImpactScore score) {
    var steps = new ArrayList<String>();
    steps.add(words.say("studies.score.raw", number(score.raw()), number(score.highestRaw())));
    steps.add(
        words.say(
            "studies.score.mitigation",
            number(score.mitigation()),
            number(score.highestMitigation() / 2),
            number(score.enough())));
    steps.add(
        score.reduced()
            ? words.say("studies.score.reduced", number(score.total()))
            : words.say("studies.score.kept", number(score.total())));
    steps.add(
        words.say(
            "studies.score.level",
            number(score.highestRaw() / 4),
            number(score.highestRaw() / 2),
            number(score.highestRaw() * 3 / 4),
            ROMAN[score.level()]));
    var rows =
        score.parts().stream()
            .map(p ->
                DataTable.Row.of(
                    p.question(),
                    study
                        .questionnaire()
                        .question(p.question())
                        .map(e -> e.title().in(words.language()))
                        .orElse(p.question()),
                    words.say("studies.counts." + (p.counts() == Counts.RISK ? "risk" : "against")),
                    number(p.value()),
                    number(p.highest())))
            .toList();
    var columns =
        List.of(
            Column.text(words.say("studies.column.question")),
            Column.text(words.say("studies.column.counts")),
            Column.number(words.say("studies.column.value")),
            Column.number(words.say("studies.column.highest")));
    return new Scored(
        steps, new DataTable("score", words.say("studies.score.table"), columns, rows, false));
  }

  private String number(double value) {
    return value == Math.rint(value) ? words.number((long) value) : words.number(value, 2);
  }

  static boolean typed(Kind kind) {
    return kind == Kind.TEXT || kind == Kind.COMMENT;
  }
}
