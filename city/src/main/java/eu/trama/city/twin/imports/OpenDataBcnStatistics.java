package eu.trama.city.twin.imports;

import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Finding;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonToken;

/// Statistics of Barcelona as a JSON list of numbered indicators by numbered neighbourhoods. The
/// numbers are those of the data: `geo_level_id` 3 is the neighbourhood, whose `geo_id` is its code
/// (areas agree with the official boundaries), and no other level is known to occur.
final class OpenDataBcnStatistics {

  private record Indicator(String name, String kind, String unit) {}

  private static final Map<Integer, Indicator> INDICATORS =
      Map.of(
          1, new Indicator("population", "", "people"),
          2, new Indicator("area", "", "ha"),
          3, new Indicator("income", "taxable-income-per-person", "EUR"),
          4, new Indicator("disposable-income", "disposable-income-per-person", "EUR"));

  private static final int NEIGHBOURHOOD = 3;
  private static final int BARCELONA = 1;

  private final JsonTokens json;
  private final StatisticsReading reading;

  OpenDataBcnStatistics(JsonTokens json, StatisticsReading reading) {
    this.json = json;
    this.reading = reading;
  }

  void read() throws IOException {
    if (json.next() != JsonToken.START_ARRAY) {
      throw json.unexpected("a list of indicators");
    }
    long rows = 0;
    while (json.next() != JsonToken.END_ARRAY) {
      if (json.current() != JsonToken.START_OBJECT) {
        throw json.unexpected("an object with indicator_def_id, geo_id, year and value");
      }
      if (++rows > json.limits().rows()) {
        throw json.limit("more than " + json.limits().rows() + " rows");
      }
      long line = json.line();
      take(json.scalars(), line);
    }
    json.end();
    if (rows == 0) {
      error("file-empty", 0, "", "", "The list has no indicators.");
    }
  }

  private void take(Map<String, Object> row, long line) throws IOException {
    Optional<Integer> number = whole(row, "indicator_def_id", line);
    Optional<Integer> level = whole(row, "geo_level_id", line);
    Optional<Integer> zone = whole(row, "geo_id", line);
    Optional<Integer> year = whole(row, "year", line);
    if (number.isEmpty() || level.isEmpty() || zone.isEmpty() || year.isEmpty()) {
      return;
    }
    if (row.containsKey("city_id") && !row.get("city_id").equals((long) BARCELONA)) {
      error("city-unknown", line, "city_id", "" + row.get("city_id"), "1 is Barcelona.");
      return;
    }
    Indicator indicator = INDICATORS.get(number.get());
    if (indicator == null) {
      error("indicator-unknown", line, "indicator_def_id", "" + number.get(), "Known: 1, 2, 3, 4.");
      return;
    }
    if (level.get() != NEIGHBOURHOOD) {
      error("level-unknown", line, "geo_level_id", "" + level.get(), "Known: 3, neighbourhoods.");
      return;
    }
    if (!(row.get("value") instanceof Number value)) {
      error("number-unreadable", line, "value", "" + row.get("value"), "Give a number.");
      return;
    }
    String code = String.format(Locale.ROOT, "%02d", zone.get());
    Optional<Feature> known = reading.zone(ZoneLevel.NEIGHBOURHOOD.id(code), line);
    if (known.isPresent()) {
      reading.take(
          new Statistic(
              known.get().id(),
              indicator.name(),
              year.get(),
              value.doubleValue(),
              indicator.kind(),
              indicator.unit()),
          line);
    }
  }

  private Optional<Integer> whole(Map<String, Object> row, String field, long line) {
    if (row.get(field) instanceof Long whole && whole == whole.intValue()) {
      return Optional.of(whole.intValue());
    }
    error("number-unreadable", line, field, "" + row.get(field), "Give a whole number.");
    return Optional.empty();
  }

  private void error(String code, long line, String field, String value, String advice) {
    reading.findings().accept(Finding.error(code, json.file(), line, field, value, advice));
  }
}
