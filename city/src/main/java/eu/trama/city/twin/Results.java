package eu.trama.city.twin;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// What a model found: a value per indicator and zone, and notes such as how many trips it used. A
/// zone without a value is absent, which is not the same as zero.
///
/// @param values by indicator id, then zone id
/// @param notes by name; facts about the computation that a reader needs to judge it
public record Results(
    SortedMap<String, SortedMap<String, Double>> values, SortedMap<String, Object> notes) {

  public Results {
    var copy = new TreeMap<String, SortedMap<String, Double>>();
    values.forEach((id, byZone) -> {
      byZone.forEach((zone, value) -> {
        if (!Double.isFinite(value)) {
          throw new IllegalArgumentException(id + " of " + zone + " is " + value);
        }
      });
      copy.put(id, Collections.unmodifiableSortedMap(new TreeMap<>(byZone)));
    });
    values = Collections.unmodifiableSortedMap(copy);
    notes = new Properties(notes).values();
  }

  public SortedMap<String, Double> of(Indicator indicator) {
    return Optional.ofNullable(values.get(indicator.id())).orElseGet(Collections::emptySortedMap);
  }

  /// The same results always give the same bytes.
  byte[] bytes() {
    var object = new LinkedHashMap<String, Object>();
    object.put("notes", notes);
    object.put("values", values);
    return Json.write(object).getBytes(StandardCharsets.UTF_8);
  }

  static Results read(byte[] bytes) {
    JsonNode object = Json.read(new String(bytes, StandardCharsets.UTF_8));
    var values = new TreeMap<String, SortedMap<String, Double>>();
    for (Map.Entry<String, JsonNode> indicator : object.path("values").properties()) {
      var byZone = new TreeMap<String, Double>();
      indicator
          .getValue()
          .properties()
          .forEach(zone -> byZone.put(zone.getKey(), zone.getValue().asDouble()));
      values.put(indicator.getKey(), byZone);
    }
    return new Results(values, Json.properties(object.path("notes")).values());
  }
}
