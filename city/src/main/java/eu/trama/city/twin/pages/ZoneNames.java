package eu.trama.city.twin.pages;

import eu.trama.city.twin.Zone;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Names of zones by id.
record ZoneNames(Map<String, String> byId) {

  static ZoneNames of(List<Zone> zones) {
    return new ZoneNames(zones.stream().collect(Collectors.toMap(Zone::id, Zone::name)));
  }

  String of(String id) {
    return byId.getOrDefault(id, Wording.NONE);
  }
}
