package eu.trama.city.twin;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A kind of file that can be imported, as the command line shows it before any importer runs.
///
/// @param name of the option that takes such files, such as `boundaries`
/// @param description one line for the help
/// @param options what can be said about such a file, by name, each with a line for the help
public record ImportKind(String name, String description, SortedMap<String, String> options) {

  /// Names the series of a file whose content does not say it.
  public static final String SERIES = "series";

  private static final String SERIES_HELP =
      "name of the file's series; a later file of the series replaces this one";

  public static final ImportKind BOUNDARIES =
      of(
          "boundaries",
          "boundaries of zones, one level to a file: GeoJSON, or CSV with a column of GeoJSON",
          Map.of(
              "level", "city, district, neighbourhood, statistical-area or section",
              "code-property", "property that holds a zone's code (default: code)",
              "name-property", "property that holds a zone's name (default: name)",
              "parent-property", "property that holds the zone around it (default: parent)"));

  public static final ImportKind STREETS =
      of(
          "streets",
          "streets: GeoJSON lines with a name, or a JSON list with lines of [lat, lon]",
          Map.of());

  public static final ImportKind STATISTICS =
      of(
          "statistics",
          "statistics by zone: CSV (zone, indicator, year, value), JSON of Open Data BCN, or"
              + " Bologna's tables",
          Map.of("year", "year of a file that does not say it", SERIES, SERIES_HELP));

  public static final ImportKind FACILITIES =
      of(
          "facilities",
          "schools, health and social centres: CSV (id, name, lat, lon and kind or cat)",
          Map.of("kind", "school, health or social, when all are one", SERIES, SERIES_HELP));

  public static final ImportKind BUILDINGS =
      of("buildings", "buildings: CityJSON 1.1 or 2.0", Map.of(SERIES, SERIES_HELP));

  /// Those that the twin itself reads; other systems bring their own.
  public static final List<ImportKind> OF_TWIN =
      List.of(BOUNDARIES, STREETS, STATISTICS, FACILITIES, BUILDINGS);

  public ImportKind {
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
  }

  public static ImportKind of(String name, String description, Map<String, String> options) {
    return new ImportKind(name, description, new TreeMap<>(options));
  }
}
