package eu.trama.engines.transit.timetable;

import eu.trama.engines.transit.geo.Places;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Numbers the stops of all feeds and lines while a timetable is composed.
final class StopTable {
  private final Set<String> closedIds;
  private final Map<String, Change.MoveStop> moved;
  private final Set<String> knownIds = new HashSet<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();

  private record Row(String id, String name, double latitude, double longitude, boolean closed) {}

  /// Stops of a finished timetable.
  @SuppressWarnings("ArrayRecordComponent") // columns, never compared
  record Stops(List<String> ids, List<String> names, Places places, boolean[] closed) {}

  StopTable(Set<String> closedIds, Map<String, Change.MoveStop> moved) {
    this.closedIds = closedIds;
    this.moved = moved;
  }

  /// Number of the stop, which is made on first sight.
  ///
  /// @param ancestors ids of the stations above it
  int number(String id, String name, double latitude, double longitude, List<String> ancestors) {
    Integer known = numbers.get(id);
    if (known != null) {
      return known;
    }
    knownIds.add(id);
    knownIds.addAll(ancestors);
    boolean closed = closedIds.contains(id) || ancestors.stream().anyMatch(closedIds::contains);
    Change.MoveStop to = moved.get(id);
    rows.add(
        to == null
            ? new Row(id, name, latitude, longitude, closed)
            : new Row(id, name, to.latitude(), to.longitude(), closed));
    numbers.put(id, rows.size() - 1);
    return rows.size() - 1;
  }

  boolean knows(String id) {
    return knownIds.contains(id);
  }

  boolean closed(int stop) {
    return rows.get(stop).closed;
  }

  /// New numbers for the stops that trips call at, in the old order; -1 for all others.
  int[] renumber(List<DayTrip> trips) {
    int[] renumbered = new int[rows.size()];
    Arrays.fill(renumbered, -1);
    for (DayTrip trip : trips) {
      for (int stop : trip.stops()) {
        renumbered[stop] = 0;
      }
    }
    int next = 0;
    for (int i = 0; i < renumbered.length; i++) {
      renumbered[i] = renumbered[i] < 0 ? -1 : next++;
    }
    return renumbered;
  }

  Stops finish(int[] renumbered) {
    List<Row> used = new ArrayList<>();
    for (int i = 0; i < renumbered.length; i++) {
      if (renumbered[i] >= 0) {
        used.add(rows.get(i));
      }
    }
    boolean[] closed = new boolean[used.size()];
    for (int i = 0; i < closed.length; i++) {
      closed[i] = used.get(i).closed;
    }
    return new Stops(
        used.stream().map(Row::id).toList(),
        used.stream().map(Row::name).toList(),
        new Places(
            used.stream().mapToDouble(Row::latitude).toArray(),
            used.stream().mapToDouble(Row::longitude).toArray()),
        closed);
  }
}
