package eu.trama.city.twin.imports;

import java.util.Locale;
import java.util.Optional;

/// The levels of zones, the coarsest first.
enum ZoneLevel {
  CITY,
  DISTRICT,
  NEIGHBOURHOOD,
  STATISTICAL_AREA,
  SECTION;

  static Optional<ZoneLevel> named(String name) {
    for (ZoneLevel level : values()) {
      if (level.text().equals(name)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  /// As it stands in ids and properties, such as `statistical-area`.
  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String id(String code) {
    return text() + ":" + code;
  }
}
