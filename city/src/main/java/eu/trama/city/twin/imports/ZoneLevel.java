package eu.trama.city.twin.imports;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The levels of zones, the coarsest first.
enum ZoneLevel {
  CITY(0),
  DISTRICT(1),
  NEIGHBOURHOOD(2),
  STATISTICAL_AREA(3),
  SECTION(4);

  private final int depth;

  ZoneLevel(int depth) {
    this.depth = depth;
  }

  static Optional<ZoneLevel> named(String name) {
    for (ZoneLevel level : values()) {
      if (level.text().equals(name)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  /// How many levels are coarser.
  int depth() {
    return depth;
  }

  /// The coarser levels, the nearest first.
  List<ZoneLevel> coarser() {
    return Stream.of(values())
        .filter(level -> level.depth < depth)
        .sorted(Comparator.comparingInt(ZoneLevel::depth).reversed())
        .toList();
  }

  /// As it stands in ids and properties, such as `statistical-area`.
  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String id(String code) {
    return text() + ":" + code;
  }
}
