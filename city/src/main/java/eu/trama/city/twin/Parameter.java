package eu.trama.city.twin;

/// A setting of a model that a person may choose.
///
/// @param value what holds where nothing is chosen
/// @param unit such as `min`; empty where there is none
/// @param least smallest number, or the shortest text
/// @param most largest number, or the longest text
public record Parameter(
    String name, Kind kind, Object value, String unit, double least, double most) {

  public enum Kind {
    WHOLE,
    NUMBER,
    /// A day, such as `2026-02-10`.
    DATE,
    /// A time of day, such as `08:00`.
    TIME,
    TEXT
  }
}
