package eu.trama.engines.records.column;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which of several descriptions of the same bytes (REDEFINES) holds, by the value of a field.
///
/// ```java
/// Segments.by("CR-TYPE").when("CR-PERSON", "P").when("CR-COMPANY", "C")
/// ```
///
/// Where no value matches, the item that is redefined holds. Without a rule it always does.
public final class Segments {
  private final Map<String, Choice> choices;

  /// @param field name of the field that tells
  /// @param values its values, as text or as a decimal number
  record Choice(String field, List<String> values) {}

  private Segments(Map<String, Choice> choices) {
    this.choices = choices;
  }

  public static Segments none() {
    return new Segments(Map.of());
  }

  public static By by(String field) {
    return none().andBy(field);
  }

  /// Further rules, by another field.
  public By andBy(String field) {
    return new By(this, field);
  }

  Map<String, Choice> choices() {
    return choices;
  }

  /// Rules by one field.
  ///
  /// @param before rules so far
  /// @param field name of the field that tells
  public record By(Segments before, String field) {
    /// The item holds when the field has one of the values.
    public Rule when(String item, String... values) {
      Map<String, Choice> more = new LinkedHashMap<>(before.choices);
      more.put(item.toUpperCase(java.util.Locale.ROOT), new Choice(field, List.of(values)));
      return new Rule(new Segments(more), field);
    }
  }

  /// Rules that may go on.
  ///
  /// @param segments rules so far
  /// @param field name of the field that tells
  public record Rule(Segments segments, String field) {
    public Rule when(String item, String... values) {
      return new By(segments, field).when(item, values);
    }
  }
}
