package eu.trama.engines.transit.timetable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Groups trips into patterns in which none overtakes another, and lays them out in columns.
final class PatternTable {
  private PatternTable() {}

  /// @param renumbered new number of each stop
  static Timetable.PatternColumns columns(List<DayTrip> trips, int[] renumbered, int stopCount) {
    List<List<DayTrip>> patterns = patterns(trips);
    int count = patterns.size();
    int[] route = new int[count];
    int[] hold = new int[count];
    int[] firstStop = new int[count + 1];
    int[] firstTime = new int[count + 1];
    for (int p = 0; p < count; p++) {
      int length = patterns.get(p).getFirst().stops().length;
      route[p] = patterns.get(p).getFirst().route();
      hold[p] = patterns.get(p).getFirst().hold();
      firstStop[p + 1] = firstStop[p] + length;
      firstTime[p + 1] = Math.addExact(firstTime[p], length * patterns.get(p).size());
    }
    int[] stops = new int[firstStop[count]];
    byte[] permissions = new byte[firstStop[count]];
    int[] arrivals = new int[firstTime[count]];
    int[] departures = new int[firstTime[count]];
    for (int p = 0; p < count; p++) {
      DayTrip any = patterns.get(p).getFirst();
      for (int i = 0; i < any.stops().length; i++) {
        stops[firstStop[p] + i] = renumbered[any.stops()[i]];
        permissions[firstStop[p] + i] = any.permissions()[i];
      }
      int at = firstTime[p];
      for (DayTrip trip : patterns.get(p)) {
        int length = trip.arrivals().length;
        System.arraycopy(trip.arrivals(), 0, arrivals, at, length);
        System.arraycopy(trip.departures(), 0, departures, at, length);
        at += length;
      }
    }
    int[] firstVisit = new int[stopCount + 1];
    for (int stop : stops) {
      firstVisit[stop + 1]++;
    }
    for (int s = 0; s < stopCount; s++) {
      firstVisit[s + 1] += firstVisit[s];
    }
    int[] fill = firstVisit.clone();
    int[] visitPattern = new int[stops.length];
    int[] visitPosition = new int[stops.length];
    for (int p = 0; p < count; p++) {
      for (int i = firstStop[p]; i < firstStop[p + 1]; i++) {
        int visit = fill[stops[i]]++;
        visitPattern[visit] = p;
        visitPosition[visit] = i - firstStop[p];
      }
    }
    return new Timetable.PatternColumns(
        route,
        hold,
        firstStop,
        firstTime,
        stops,
        permissions,
        arrivals,
        departures,
        firstVisit,
        visitPattern,
        visitPosition);
  }

  private static List<List<DayTrip>> patterns(List<DayTrip> trips) {
    Map<PatternKey, List<DayTrip>> byKey = new LinkedHashMap<>();
    for (DayTrip trip : trips) {
      byKey.computeIfAbsent(PatternKey.of(trip), _ -> new ArrayList<>()).add(trip);
    }
    List<List<DayTrip>> patterns = new ArrayList<>();
    for (List<DayTrip> group : byKey.values()) {
      group.sort(
          Comparator.comparingInt(DayTrip::firstDeparture).thenComparingInt(DayTrip::lastArrival));
      patterns.addAll(chains(group));
    }
    return patterns;
  }

  /// Puts each trip behind the first chain whose last trip it nowhere overtakes.
  private static List<List<DayTrip>> chains(List<DayTrip> sorted) {
    List<List<DayTrip>> chains = new ArrayList<>();
    for (DayTrip trip : sorted) {
      List<DayTrip> home = null;
      for (List<DayTrip> chain : chains) {
        if (follows(chain.getLast(), trip)) {
          home = chain;
          break;
        }
      }
      if (home == null) {
        home = new ArrayList<>();
        chains.add(home);
      }
      home.add(trip);
    }
    return chains;
  }

  private static boolean follows(DayTrip before, DayTrip after) {
    for (int i = 0; i < before.stops().length; i++) {
      if (before.arrivals()[i] > after.arrivals()[i]
          || before.departures()[i] > after.departures()[i]) {
        return false;
      }
    }
    return true;
  }
}
