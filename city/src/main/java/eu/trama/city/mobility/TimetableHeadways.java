package eu.trama.city.mobility;

import eu.trama.engines.transit.gtfs.Calls;
import eu.trama.engines.transit.gtfs.Feed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How often the routes of a feed run, as headways: what a person needs to know before asking for
/// more or fewer of them.
///
/// A route runs as often as between the two neighbouring stops, in one direction, between which
/// most of its trips of the [TypicalDay] run. Its departures there are counted by the hour; an hour
/// without any belongs to the hour before it, as long as the interval stays one that a [Headway]
/// can have. Neighbouring periods of one interval are joined.
final class TimetableHeadways {

  private static final int HOUR = 3_600;
  private static final int HOURS = 36;
  private static final int MOST_HOURS_APART = 4;

  private final Feed feed;
  private final Map<Integer, List<Headway>> byRoute = new HashMap<>();

  private TimetableHeadways(Feed feed) {
    this.feed = feed;
  }

  /// By the index of the route, in the form of the property `headways` of a line.
  static Map<Integer, List<String>> of(Feed feed) {
    var headways = new TimetableHeadways(feed);
    for (Headway.Day day : Headway.Day.values()) {
      TypicalDay.of(feed, day).ifPresent(date -> headways.count(day, date));
    }
    var written = new TreeMap<Integer, List<String>>();
    headways.byRoute.forEach(
        (route, all) -> written.put(route, all.stream().map(Headway::written).toList()));
    return written;
  }

  private void count(Headway.Day day, LocalDate date) {
    Map<Integer, List<Feed.Frequency>> frequencies = new HashMap<>();
    feed.frequencies()
        .forEach(row -> frequencies.computeIfAbsent(row.trip(), _ -> new ArrayList<>()).add(row));
    Map<Integer, Map<Long, int[]>> hours = new TreeMap<>();
    for (int trip = 0; trip < feed.trips().size(); trip++) {
      Feed.Trip row = feed.trips().get(trip);
      if (feed.services().get(row.service()).runsOn(date)) {
        var legs = hours.computeIfAbsent(row.route(), _ -> new LinkedHashMap<>());
        count(trip, frequencies.getOrDefault(trip, List.of()), legs);
      }
    }
    hours.forEach((route, legs) ->
        byRoute.computeIfAbsent(route, _ -> new ArrayList<>()).addAll(periods(day, busiest(legs))));
  }

  /// Departures of one trip, at each of its stops, into the hours of the leg that begins there.
  private void count(int trip, List<Feed.Frequency> frequencies, Map<Long, int[]> legs) {
    Calls calls = feed.calls();
    int first = calls.first(trip);
    int begin = calls.departure(first);
    for (int call = first; call + 1 < calls.first(trip + 1); call++) {
      long leg = ((long) calls.stop(call) << 32) | calls.stop(call + 1);
      int[] byHour = legs.computeIfAbsent(leg, _ -> new int[HOURS]);
      if (frequencies.isEmpty()) {
        add(byHour, calls.departure(call));
      }
      for (Feed.Frequency each : frequencies) {
        int late = calls.departure(call) - begin;
        for (int at = each.fromSeconds(); at < each.toSeconds(); at += each.everySeconds()) {
          add(byHour, at + late);
        }
      }
    }
  }

  private static void add(int[] byHour, int seconds) {
    if (seconds < HOURS * HOUR) {
      byHour[seconds / HOUR]++;
    }
  }

  private static int[] busiest(Map<Long, int[]> legs) {
    int[] best = new int[HOURS];
    for (int[] leg : legs.values()) {
      best = Arrays.stream(leg).sum() > Arrays.stream(best).sum() ? leg : best;
    }
    return best;
  }

  private static List<Headway> periods(Headway.Day day, int[] byHour) {
    var periods = new ArrayList<Headway>();
    for (int hour = 0; hour < HOURS; hour++) {
      if (byHour[hour] > 0) {
        int next = next(byHour, hour);
        int seconds = Math.max(1, (next - hour) * HOUR / byHour[hour]);
        join(periods, new Headway(day, hour * HOUR, next * HOUR, seconds));
      }
    }
    return periods;
  }

  /// Where the period that begins with an hour ends.
  private static int next(int[] byHour, int hour) {
    int next = hour + 1;
    while (next < HOURS && byHour[next] == 0) {
      next++;
    }
    boolean continues = next < HOURS && next - hour <= MOST_HOURS_APART * byHour[hour];
    return continues ? next : hour + 1;
  }

  private static void join(List<Headway> periods, Headway next) {
    if (!periods.isEmpty()
        && periods.getLast().to() == next.from()
        && periods.getLast().seconds() == next.seconds()) {
      Headway last = periods.removeLast();
      periods.add(new Headway(last.day(), last.from(), next.to(), last.seconds()));
    } else {
      periods.add(next);
    }
  }
}
