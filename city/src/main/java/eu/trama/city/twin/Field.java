package eu.trama.city.twin;

/// A property that the features of a layer have.
///
/// @param unit such as `s`, `m`, `people`; empty where there is none
/// @param references the layer whose ids stand here; empty where they do not
public record Field(String name, Type type, boolean required, String unit, String references) {

  public enum Type {
    TEXT,
    WHOLE,
    NUMBER,
    FLAG,
    TEXTS,
    NUMBERS
  }

  public static Field required(String name, Type type) {
    return new Field(name, type, true, "", "");
  }

  public static Field optional(String name, Type type) {
    return new Field(name, type, false, "", "");
  }

  public Field in(String unit) {
    return new Field(name, type, required, unit, references);
  }

  public Field referring(String layer) {
    return new Field(name, type, required, unit, layer);
  }
}
