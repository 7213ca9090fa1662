package eu.trama.city.mobility;

import java.util.Locale;

/// What can be reached.
enum Measure {
  PEOPLE("people"),
  SCHOOL("places"),
  HEALTH("places"),
  SOCIAL("places");

  private final String unit;

  Measure(String unit) {
    this.unit = unit;
  }

  /// Short name; of a facility, its `kind` in the layer `facilities`.
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  String unit() {
    return unit;
  }
}
