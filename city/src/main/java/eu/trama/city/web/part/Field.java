package eu.trama.city.web.part;

import java.util.List;
import java.util.Locale;

/// One question of a form: label, hint, what was answered, and what is wrong with it. Drawn by
/// `web/part/field.jte`.
///
/// @param name of the form parameter, and id of the control, so that an error can lead to it
/// @param error how to mend the answer; empty when nothing is wrong
/// @param options what can be chosen, for the kinds that choose
public record Field(
    String name,
    Kind kind,
    String label,
    String hint,
    String value,
    String error,
    List<Option> options) {

  /// What sort of answer; the name in lower case is the HTML input type.
  public enum Kind {
    TEXT,
    EMAIL,
    DATE,
    TIME,
    NUMBER,
    LONG,
    SELECT,
    RADIO,
    CHECKBOX;

    public String type() {
      // A number is typed into a text field with a numeric keyboard: a wheel or an arrow never
      // changes it unseen.
      return this == NUMBER ? "text" : name().toLowerCase(Locale.ROOT);
    }

    public boolean grouped() {
      return this == RADIO || this == CHECKBOX;
    }
  }

  public record Option(String value, String label, String hint) {
    public static Option of(String value, String label) {
      return new Option(value, label, "");
    }
  }

  public static Field of(String name, Kind kind, String label) {
    return new Field(name, kind, label, "", "", "", List.of());
  }

  public Field hint(String text) {
    return new Field(name, kind, label, text, value, error, options);
  }

  public Field value(String answer) {
    return new Field(name, kind, label, hint, answer, error, options);
  }

  public Field options(List<Option> choices) {
    return new Field(name, kind, label, hint, value, error, choices);
  }

  /// The same question with what is wrong, if the errors say something about it.
  public Field checked(List<FormError> errors) {
    var first = errors.stream().filter(e -> e.field().equals(name)).findFirst();
    return new Field(
        name, kind, label, hint, value, first.map(FormError::message).orElse(error), options);
  }

  public boolean wrong() {
    return !error.isEmpty();
  }

  /// Ids of what describes the control, for `aria-describedby`; null where nothing does.
  public @org.jspecify.annotations.Nullable String describedBy() {
    var ids = (hint.isEmpty() ? "" : name + "-hint ") + (wrong() ? name + "-error" : "");
    return ids.isEmpty() ? null : ids.strip();
  }
}
