package eu.trama.engines.transit.gtfs;

import java.util.HashMap;
import java.util.Map;

/// Numbers of the ids of one file, in order of appearance.
final class Ids {
  private final Map<String, Integer> numbers = new HashMap<>();

  /// Whether the row's id is there and new; a finding says so where it is not.
  boolean add(Row row, int field) {
    String id = row.text(field);
    if (id.isEmpty()) {
      row.error("missing_id", field, "give the row an id; it was left out");
      return false;
    }
    if (numbers.putIfAbsent(id, numbers.size()) != null) {
      row.error("duplicate_id", field, "ids must be unique; the first row was kept");
      return false;
    }
    return true;
  }

  /// The number, or -1.
  int of(String id) {
    return numbers.getOrDefault(id, -1);
  }

  /// The number, made where the id is new.
  int orNew(String id) {
    Integer known = numbers.putIfAbsent(id, numbers.size());
    return known == null ? numbers.size() - 1 : known;
  }

  int size() {
    return numbers.size();
  }

  /// The number of the id in the field, or -1 with a finding.
  int find(Row row, int field, String code, String file) {
    int number = of(row.text(field));
    if (number < 0) {
      row.error(code, field, "name an id of " + file + "; the row was left out");
    }
    return number;
  }
}
