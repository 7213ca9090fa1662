package eu.trama.city.twin.imports;

import java.util.List;

/// What a boundary file says a zone is.
///
/// @param code unique within the level of its city
/// @param parents the zones around it that the file names, the one to prefer first
record ZoneFact(ZoneLevel level, String code, String name, List<Around> parents) {

  /// A zone around another, known by its code or, where that is empty, by its name.
  record Around(ZoneLevel level, String code, String name) {

    static Around coded(ZoneLevel level, String code) {
      return new Around(level, code, "");
    }

    static Around named(ZoneLevel level, String name) {
      return new Around(level, "", name);
    }
  }

  String id() {
    return level.id(code);
  }
}
