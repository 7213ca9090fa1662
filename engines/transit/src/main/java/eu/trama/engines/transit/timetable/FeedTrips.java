package eu.trama.engines.transit.timetable;

import eu.trama.engines.transit.gtfs.Calls;
import eu.trama.engines.transit.gtfs.Feed;
import eu.trama.engines.transit.lines.Departures;
import eu.trama.engines.transit.lines.Headway;
import eu.trama.engines.transit.timetable.ServiceDay.NamedFeed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Trips of a feed on one day. Rows of frequencies.txt without exact times become departures with
/// the phase of the key `feed:trip` (see [Phases]); rows of one trip are joined in order.
final class FeedTrips {
  private final NamedFeed named;
  private final Feed feed;
  private final Phases phases;
  private final int[] stopNumbers;
  private final Map<Integer, List<Feed.Frequency>> frequencies = new HashMap<>();

  FeedTrips(NamedFeed named, StopTable stops, Phases phases) {
    this.named = named;
    this.phases = phases;
    this.feed = named.feed();
    this.stopNumbers = new int[feed.stops().size()];
    for (int i = 0; i < stopNumbers.length; i++) {
      Feed.Stop stop = feed.stops().get(i);
      stopNumbers[i] =
          stops.number(
              named.id(stop.id()), stop.name(), stop.latitude(), stop.longitude(), ancestors(stop));
    }
    for (Feed.Frequency frequency : feed.frequencies()) {
      frequencies.computeIfAbsent(frequency.trip(), _ -> new ArrayList<>()).add(frequency);
    }
  }

  /// Number in the stop table of a stop of the feed.
  int stopNumber(int stopInFeed) {
    return stopNumbers[stopInFeed];
  }

  Feed feed() {
    return feed;
  }

  /// Emits the trips that run on the day, with times of that day.
  ///
  /// @param routeNumbers number of each of the feed's routes, or -1 to leave it out
  void emit(LocalDate day, int[] routeNumbers, Consumer<DayTrip> sink) {
    boolean[] runs = new boolean[feed.services().size()];
    for (int i = 0; i < runs.length; i++) {
      runs[i] = feed.services().get(i).runsOn(day);
    }
    for (int trip = 0; trip < feed.trips().size(); trip++) {
      Feed.Trip row = feed.trips().get(trip);
      int route = routeNumbers[row.route()];
      if (route < 0 || !runs[row.service()]) {
        continue;
      }
      DayTrip once = read(trip, route);
      List<Feed.Frequency> repeated = frequencies.get(trip);
      if (repeated == null) {
        sink.accept(once);
      } else {
        for (Phases.Start start : starts(row, repeated)) {
          sink.accept(once.starting(start));
        }
      }
    }
  }

  private List<Phases.Start> starts(Feed.Trip trip, List<Feed.Frequency> rows) {
    List<Headway> loose = new ArrayList<>();
    List<Phases.Start> all = new ArrayList<>();
    for (Feed.Frequency row : rows) {
      Headway headway = new Headway(row.fromSeconds(), row.toSeconds(), row.everySeconds());
      if (row.exact()) {
        for (int departure : Departures.exact(headway)) {
          all.add(new Phases.Start(departure, 0));
        }
      } else {
        loose.add(headway);
      }
    }
    if (!loose.isEmpty()) {
      all.addAll(phases.starts(named.id(trip.id()), loose));
    }
    all.sort(Comparator.comparingInt(Phases.Start::second));
    return all;
  }

  private DayTrip read(int trip, int route) {
    Calls calls = feed.calls();
    int first = calls.first(trip);
    int length = calls.first(trip + 1) - first;
    int[] stops = new int[length];
    byte[] permissions = new byte[length];
    int[] arrivals = new int[length];
    int[] departures = new int[length];
    for (int i = 0; i < length; i++) {
      int call = first + i;
      stops[i] = stopNumbers[calls.stop(call)];
      permissions[i] =
          (byte)
              ((calls.boards(call) ? Timetable.BOARD : 0)
                  | (calls.alights(call) ? Timetable.ALIGHT : 0));
      arrivals[i] = calls.arrival(call);
      departures[i] = calls.departure(call);
    }
    return new DayTrip(route, stops, permissions, arrivals, departures, 0);
  }

  private List<String> ancestors(Feed.Stop stop) {
    List<String> ids = new ArrayList<>();
    // Two levels at most by the standard: boarding area, platform, station.
    for (int at = stop.parent(); at >= 0 && ids.size() < 3; at = feed.stops().get(at).parent()) {
      ids.add(named.id(feed.stops().get(at).id()));
    }
    return ids;
  }
}
