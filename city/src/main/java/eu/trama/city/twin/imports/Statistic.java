package eu.trama.city.twin.imports;

import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.Properties;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A fact about a zone in a year.
///
/// @param indicator such as `population`, `area` (hectares) or `income`
/// @param kind which of several definitions, such as `taxable-income-per-person`; may be empty
/// @param unit as the file says; may be empty
record Statistic(String zone, String indicator, int year, double value, String kind, String unit) {

  private static final int FIRST_YEAR = 1800;
  private static final int LAST_YEAR = 2200;

  /// Indicators that cannot be negative, each with the unit that it has in the twin.
  private static final Map<String, String> AMOUNTS =
      Map.of("population", "people", "area", "ha", "taxpayers", "people");

  /// What is wrong with it by itself.
  Optional<Finding> fault(String file, long line) {
    if (!Double.isFinite(value)) {
      return Optional.of(
          Finding.error(
              "number-unreadable", file, line, "value", "" + value, "Give a number, not NaN."));
    }
    if (AMOUNTS.containsKey(indicator) && value < 0) {
      return Optional.of(
          Finding.error(
              "value-negative", file, line, indicator, "" + value, "Give a number from 0 up."));
    }
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      return Optional.of(
          Finding.error(
              "year-range", file, line, "year", "" + year, "Give a year of four digits."));
    }
    if (Slug.of(indicator).isEmpty() || !Slug.of(indicator).equals(indicator)) {
      return Optional.of(
          Finding.error(
              "indicator-name",
              file,
              line,
              "indicator",
              indicator,
              "Write small letters, digits and hyphens, such as population."));
    }
    String expected = AMOUNTS.getOrDefault(indicator, unit);
    if (!unit.isEmpty() && !unit.equals(expected)) {
      return Optional.of(
          Finding.error(
              "unit-unexpected",
              file,
              line,
              "unit",
              unit,
              "Give " + indicator + " in " + expected));
    }
    return Optional.empty();
  }

  Feature feature() {
    var properties = new TreeMap<String, Object>();
    properties.put("zone", zone);
    properties.put("indicator", indicator);
    properties.put("year", year);
    properties.put("value", value);
    if (!kind.isEmpty()) {
      properties.put("kind", kind);
    }
    if (!unit.isEmpty()) {
      properties.put("unit", unit);
    }
    return new Feature(
        Layers.STATISTICS.name(),
        zone + "/" + indicator + "/" + year,
        null,
        new Properties(properties));
  }
}
