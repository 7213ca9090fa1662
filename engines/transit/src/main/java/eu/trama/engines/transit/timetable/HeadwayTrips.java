package eu.trama.engines.transit.timetable;

import eu.trama.engines.transit.lines.Headway;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;

/// Runs a route by headways instead of its timetable ([Change.SetHeadway]).
///
/// Trips of the day are grouped by stop pattern. Patterns that share two neighbouring stops in the
/// same order run in the same direction. Each direction gets departures from the headways, with the
/// phase of the key `route/n` (n counts directions in the order of the feed), and deals them out to
/// its patterns in proportion to their trips of the day (largest credit first). A departure time is
/// meant at the first stop of the direction's most frequent pattern; a pattern that begins further
/// along starts later by that pattern's median time. Run and dwell times are medians (the lower one
/// of two) over the trips of the pattern. With [Phases.Expected] a rider who can take one pattern
/// only waits as if there were no other, that is by the headway of the whole direction.
final class HeadwayTrips {
  private final String routeId;
  private final List<Headway> headways;
  private final Phases phases;

  HeadwayTrips(String routeId, List<Headway> headways, Phases phases) {
    this.routeId = routeId;
    this.headways = headways;
    this.phases = phases;
  }

  /// @param trips trips of the route on the service day, not empty
  void emit(List<DayTrip> trips, Consumer<DayTrip> sink) {
    Map<PatternKey, List<DayTrip>> byPattern = new LinkedHashMap<>();
    for (DayTrip trip : trips) {
      byPattern.computeIfAbsent(PatternKey.of(trip), _ -> new ArrayList<>()).add(trip);
    }
    int direction = 0;
    for (List<List<DayTrip>> patterns : directions(List.copyOf(byPattern.values()))) {
      deal(patterns, phases.starts(routeId + "/" + direction, headways), sink);
      direction++;
    }
  }

  private static void deal(
      List<List<DayTrip>> patterns, List<Phases.Start> starts, Consumer<DayTrip> sink) {
    int all = patterns.stream().mapToInt(List::size).sum();
    DayTrip[] medians = patterns.stream().map(HeadwayTrips::median).toArray(DayTrip[]::new);
    int main = 0;
    for (int i = 1; i < medians.length; i++) {
      main = patterns.get(i).size() > patterns.get(main).size() ? i : main;
    }
    long[] credit = new long[medians.length];
    for (Phases.Start start : starts) {
      int next = 0;
      for (int i = 0; i < credit.length; i++) {
        credit[i] += patterns.get(i).size();
        next = credit[i] > credit[next] ? i : next;
      }
      credit[next] -= all;
      int departure = start.second() + lag(medians[main], medians[next]);
      sink.accept(medians[next].shifted(departure).holding(start.hold()));
    }
  }

  private static int lag(DayTrip main, DayTrip other) {
    for (int i = 0; i < main.stops().length; i++) {
      if (main.stops()[i] == other.stops()[0]) {
        return main.departures()[i];
      }
    }
    return 0;
  }

  private static DayTrip median(List<DayTrip> trips) {
    DayTrip any = trips.getFirst();
    int[] arrivals = new int[any.stops().length];
    int[] departures = new int[arrivals.length];
    for (int i = 0; i < arrivals.length; i++) {
      int at = i;
      if (i > 0) {
        arrivals[i] =
            departures[i - 1]
                + median(
                    trips, t -> trips.get(t).arrivals()[at] - trips.get(t).departures()[at - 1]);
        departures[i] =
            arrivals[i]
                + median(trips, t -> trips.get(t).departures()[at] - trips.get(t).arrivals()[at]);
      }
    }
    return new DayTrip(any.route(), any.stops(), any.permissions(), arrivals, departures, 0);
  }

  private static int median(List<DayTrip> trips, IntUnaryOperator value) {
    int[] values = new int[trips.size()];
    Arrays.setAll(values, value);
    Arrays.sort(values);
    return values[(values.length - 1) / 2];
  }

  private static List<List<List<DayTrip>>> directions(List<List<DayTrip>> patterns) {
    int[] leader = new int[patterns.size()];
    Map<Long, Integer> firstWithPair = new HashMap<>();
    for (int i = 0; i < leader.length; i++) {
      leader[i] = i;
      int[] stops = patterns.get(i).getFirst().stops();
      for (int at = 1; at < stops.length; at++) {
        long pair = ((long) stops[at - 1] << 32) | stops[at];
        Integer other = firstWithPair.putIfAbsent(pair, i);
        if (other != null) {
          int a = find(leader, other);
          int b = find(leader, i);
          leader[Math.max(a, b)] = Math.min(a, b);
        }
      }
    }
    Map<Integer, List<List<DayTrip>>> grouped = new LinkedHashMap<>();
    for (int i = 0; i < leader.length; i++) {
      grouped.computeIfAbsent(find(leader, i), _ -> new ArrayList<>()).add(patterns.get(i));
    }
    return List.copyOf(grouped.values());
  }

  private static int find(int[] leader, int at) {
    int top = at;
    while (leader[top] != top) {
      top = leader[top];
    }
    return top;
  }
}
