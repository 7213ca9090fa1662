package eu.trama.city.algorithms.studies;

import eu.trama.city.algorithms.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Questions of an impact study, as a SurveyJS definition has them.
///
/// @param name such as `impact`
/// @param version of the data
/// @param startPage whether the first page only greets: the tool does not count it as a page
/// @param outcomes what is concluded, where scores do not say it; in order
/// @param hash SHA-256 of the definition, in hex
public record Questionnaire(
    String name,
    String version,
    Texts title,
    Texts description,
    boolean startPage,
    List<Section> sections,
    List<Outcome> outcomes,
    String hash) {

  /// What a question's answers count for, as the end of its name or of its panel's tells.
  public enum Counts {
    /// `-NS` or no such end.
    NOTHING,
    /// `-RS`: risk.
    RISK,
    /// `-MS`: what is done against it.
    MITIGATION
  }

  /// How a question is answered.
  public enum Kind {
    TEXT,
    COMMENT,
    RADIOGROUP,
    DROPDOWN,
    CHECKBOX,
    /// No question, but a text between them.
    HTML;

    boolean scored() {
      return this == RADIOGROUP || this == DROPDOWN || this == CHECKBOX;
    }
  }

  /// One page of the form.
  ///
  /// @param visible when it is shown
  public record Section(
      String name, Texts title, Texts hint, Condition visible, List<Element> elements) {}

  /// One question, or a text between questions.
  ///
  /// @param law where the law asks this; empty where it does not
  /// @param sorted whether the choices stand in the order of their texts, not of the definition
  /// @param visible when it is shown, those of the panels around it included
  public record Element(
      String name,
      Kind kind,
      Texts title,
      Texts hint,
      String law,
      boolean required,
      Counts counts,
      Condition visible,
      boolean sorted,
      List<Choice> choices) {

    public boolean asks() {
      return kind != Kind.HTML;
    }

    public boolean scored() {
      return kind.scored() && counts != Counts.NOTHING;
    }

    /// The most that answers to it count: of a choice of one the highest value, never below 0; of a
    /// choice of several the sum.
    public double highest() {
      double highest = 0;
      for (Choice choice : choices) {
        double value = choice.score();
        highest = kind == Kind.CHECKBOX ? highest + value : Math.max(highest, value);
      }
      return highest;
    }

    public Optional<Choice> choice(String value) {
      return choices.stream().filter(c -> c.value().equals(value)).findFirst();
    }
  }

  /// One answer to choose.
  ///
  /// @param value as answer files hold it, such as `item3-2`
  /// @param score what it counts, such as 2
  public record Choice(String value, Texts text, double score) {}

  public Questionnaire {
    sections = List.copyOf(sections);
    outcomes = List.copyOf(outcomes);
  }

  /// The same under another name and version.
  Questionnaire called(String otherName, String otherVersion) {
    return new Questionnaire(
        otherName, otherVersion, title, description, startPage, sections, outcomes, hash);
  }

  /// All elements in order.
  public List<Element> elements() {
    var all = new ArrayList<Element>();
    sections.forEach(s -> all.addAll(s.elements()));
    return all;
  }

  public Optional<Element> question(String questionName) {
    return elements().stream().filter(e -> e.asks() && e.name().equals(questionName)).findFirst();
  }

  public boolean scored() {
    return elements().stream().anyMatch(Element::scored);
  }

  /// What is concluded from these answers, where the definition says so.
  public Optional<Outcome> outcome(Answers answers) {
    return outcomes.stream().filter(o -> o.holds(this, answers)).findFirst();
  }
}
