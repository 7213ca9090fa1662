package eu.trama.city.twin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A small file beside a file to import, called like it with `.source.json` after the name, that
/// says where it is from, so that nobody has to type it each time:
///
/// ```json
/// {"title": "…", "publisher": "…", "licence": "CC BY 4.0", "url": "…", "published": "2026-01-15",
///  "note": "…", "valid-from": "2026-01-01", "level": "district"}
/// ```
///
/// @param provenance what it says; empty texts for the rest
/// @param options of the importer that it sets
record Sidecar(Provenance provenance, Optional<LocalDate> validFrom, Map<String, String> options) {

  static final String VALID_FROM = "valid-from";

  private static final Set<String> OF_PROVENANCE =
      Set.of("title", "publisher", "licence", "url", "published", "note");
  private static final int LARGEST = 1 << 16;

  /// The sidecar of a file; one that says nothing where there is none.
  ///
  /// @throws BadInput when it cannot be read
  static Sidecar of(Path file) {
    Path beside = file.resolveSibling(file.getFileName() + ".source.json");
    var told = Files.exists(beside) ? read(beside) : new TreeMap<String, String>();
    Provenance provenance = provenance(told);
    Optional<LocalDate> validFrom =
        Optional.ofNullable(told.remove(VALID_FROM))
            .map(text -> date(text, String.valueOf(beside.getFileName())));
    told.keySet().removeAll(OF_PROVENANCE);
    return new Sidecar(provenance, validFrom, told);
  }

  /// A date as people type it.
  ///
  /// @throws BadInput when it is none
  static LocalDate date(String text, String where) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new BadInput(
          Finding.error("date-unreadable", where, 0, VALID_FROM, text, "Write it as 2026-01-31."));
    }
  }

  static Provenance provenance(Map<String, String> told) {
    return new Provenance(
        told.getOrDefault("title", ""),
        told.getOrDefault("publisher", ""),
        told.getOrDefault("licence", ""),
        told.getOrDefault("url", ""),
        told.getOrDefault("published", ""),
        told.getOrDefault("note", ""));
  }

  private static TreeMap<String, String> read(Path beside) {
    String name = String.valueOf(beside.getFileName());
    try {
      if (Files.size(beside) > LARGEST) {
        throw new BadInput(
            Finding.error("file-too-large", name, 0, "", "", "Say it in less than 64 kB."));
      }
      var told = new TreeMap<String, String>();
      Json.properties(Json.readOutside(Files.readString(beside), name))
          .values()
          .forEach((key, value) -> told.put(key, value.toString()));
      return told;
    } catch (java.nio.charset.CharacterCodingException e) {
      throw new BadInput(Finding.error("encoding", name, 0, "", "", "Save the file as UTF-8."));
    } catch (IllegalArgumentException e) {
      throw new BadInput(
          Finding.error(
              "json-shape", name, 0, "", String.valueOf(e.getMessage()), "Give texts only."));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
