package eu.trama.city.twin.imports;

import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.ImportFile;
import java.util.List;

/// What can be said of a boundary file whose publisher is unknown to us.
final class BoundaryOptions {

  static final String LEVEL = "level";
  static final String CODE = "code-property";
  static final String NAME = "name-property";
  static final String PARENT = "parent-property";

  private BoundaryOptions() {}

  /// The ways to try on a file's features: what was said about it, else all that we know.
  static List<ZoneScheme> schemes(ImportFile file) {
    String level = file.option(LEVEL).orElse("");
    if (level.isEmpty()) {
      return ZoneScheme.KNOWN;
    }
    ZoneLevel known =
        ZoneLevel.named(level)
            .orElseThrow(() ->
                new BadInput(
                    Finding.error(
                        "level-unknown",
                        file.name(),
                        0,
                        LEVEL,
                        level,
                        "Choose city, district, neighbourhood, statistical-area or section.")));
    return List.of(ZoneScheme.named(known, file.options()));
  }
}
