package eu.trama.city.mobility.departures;

import eu.trama.engines.transit.timetable.Timetable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The departures of some stops in the order of time.
final class Departures {

  /// A vehicle that riders may board.
  ///
  /// @param seconds after the start of the service day
  /// @param route id of its line
  /// @param towards name of the last stop
  record Departure(int seconds, int stop, String route, String towards) {}

  private static final Comparator<Departure> ORDER =
      Comparator.comparingInt(Departure::seconds)
          .thenComparing(Departure::route)
          .thenComparing(Departure::towards)
          .thenComparingInt(Departure::stop);

  private Departures() {}

  /// @param from seconds after the start of the service day; the first departure is not before it
  /// @return at most `most`; none where nobody may board or where the trip ends
  static List<Departure> next(Timetable timetable, List<Integer> stops, int from, int most) {
    var departures = new ArrayList<Departure>();
    for (int stop : stops) {
      for (int visit = timetable.firstVisit(stop);
          visit < timetable.firstVisit(stop + 1);
          visit++) {
        add(timetable, stop, visit, from, most, departures);
      }
    }
    departures.sort(ORDER);
    return List.copyOf(departures.subList(0, Math.min(most, departures.size())));
  }

  private static void add(
      Timetable timetable, int stop, int visit, int from, int most, List<Departure> into) {
    int pattern = timetable.visitPattern(visit);
    int position = timetable.visitPosition(visit);
    int last = timetable.length(pattern) - 1;
    if (position == last || !timetable.boards(pattern, position)) {
      return;
    }
    String towards = timetable.stopName(timetable.stop(pattern, last));
    int trips = timetable.tripCount(pattern);
    int first = firstFrom(timetable, pattern, position, from);
    for (int trip = first; trip < Math.min(trips, first + most); trip++) {
      into.add(
          new Departure(
              timetable.departure(pattern, trip, position),
              stop,
              timetable.routeId(pattern),
              towards));
    }
  }

  /// The first trip that leaves at that time or later; no trip of a pattern overtakes another.
  private static int firstFrom(Timetable timetable, int pattern, int position, int from) {
    int low = 0;
    int high = timetable.tripCount(pattern);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (timetable.departure(pattern, middle, position) < from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
