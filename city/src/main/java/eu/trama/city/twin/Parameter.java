package eu.trama.city.twin;

import java.util.List;

/// A setting of a model that a person may choose.
///
/// @param value what holds where nothing is chosen
/// @param unit such as `min`; empty where there is none
/// @param least smallest number, or the shortest text
/// @param most largest number, or the longest text
/// @param choices what can be chosen, where it is a choice
public record Parameter(
    String name,
    Kind kind,
    Object value,
    String unit,
    double least,
    double most,
    List<String> choices) {

  public enum Kind {
    WHOLE,
    NUMBER,
    /// A day, such as `2026-02-10`.
    DATE,
    /// A time of day, such as `08:00`.
    TIME,
    TEXT,
    /// One of a few, each with words of its own.
    CHOICE
  }

  public Parameter(String name, Kind kind, Object value, String unit, double least, double most) {
    this(name, kind, value, unit, least, most, List.of());
  }

  /// @param choices the first is what holds where nothing is chosen
  public static Parameter choice(String name, List<String> choices) {
    return new Parameter(name, Kind.CHOICE, choices.getFirst(), "", 0, 0, List.copyOf(choices));
  }
}
