package eu.trama.engines.transit.timetable;

import eu.trama.engines.transit.findings.Finding;
import eu.trama.engines.transit.findings.Finding.Severity;
import eu.trama.engines.transit.gtfs.Feed;
import eu.trama.engines.transit.lines.FrequencyLine;
import eu.trama.engines.transit.lines.Headway;
import eu.trama.engines.transit.timetable.ServiceDay.NamedFeed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Composes the timetable of a service day out of feeds, frequency lines and changes:
///
/// ```java
/// Timetable timetable = TimetableComposer.compose(serviceDay).timetable();
/// ```
///
/// Trips of the day before that are still under way at midnight are included, and so are trips of
/// the day after that leave by 06:00, so that a search in the late evening sees the early morning.
public final class TimetableComposer {
  private static final int DAY_SECONDS = 86_400;
  private static final int NEXT_DAY_UNTIL = DAY_SECONDS + 6 * 3600;
  private static final String SOURCE = "changes";

  private final ServiceDay day;
  private final Set<String> removed = new HashSet<>();
  private final Map<String, List<Headway>> headways = new LinkedHashMap<>();
  private final Set<String> closed = new HashSet<>();
  private final Map<String, Change.MoveStop> moved = new HashMap<>();
  private final List<String> routes = new ArrayList<>();
  private final Map<String, Integer> routeNumbers = new HashMap<>();
  private final List<DayTrip> trips = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final StopTable stops;

  private TimetableComposer(ServiceDay day) {
    this.day = day;
    for (Change change : day.changes()) {
      switch (change) {
        case Change.RemoveRoute(String id) -> removed.add(id);
        case Change.CloseStop(String id) -> closed.add(id);
        case Change.MoveStop move -> moved.put(move.stopId(), move);
        case Change.SetHeadway(String id, List<Headway> periods) -> headways.put(id, periods);
      }
    }
    this.stops = new StopTable(closed, moved);
  }

  public static Composition compose(ServiceDay day) {
    return new TimetableComposer(day).compose();
  }

  private Composition compose() {
    List<FeedTrips> feeds = new ArrayList<>();
    for (NamedFeed named : day.feeds()) {
      FeedTrips feedTrips = new FeedTrips(named, stops, day.phases());
      feeds.add(feedTrips);
      addFeed(named, feedTrips);
    }
    for (FrequencyLine line : day.lines()) {
      addLine(line);
    }
    reportUnknown();
    List<DayTrip> stopping = trips.stream().map(this::withoutClosedStops).toList();
    int[] renumbered = stops.renumber(stopping);
    StopTable.Stops used = stops.finish(renumbered);
    TransferTable transfers = new TransferTable(used, day.transfers());
    for (FeedTrips feed : feeds) {
      transfers.apply(feed, renumbered);
    }
    Timetable timetable =
        new Timetable(
            used,
            routes,
            PatternTable.columns(stopping, renumbered, used.ids().size()),
            transfers.columns());
    return new Composition(timetable, findings);
  }

  private void addFeed(NamedFeed named, FeedTrips feedTrips) {
    List<Feed.Route> feedRoutes = named.feed().routes();
    int[] timetabled = new int[feedRoutes.size()];
    int[] replaced = new int[feedRoutes.size()];
    for (int i = 0; i < timetabled.length; i++) {
      String id = named.id(feedRoutes.get(i).id());
      int number = routeNumber(id);
      boolean byHeadway = headways.containsKey(id);
      timetabled[i] = removed.contains(id) || byHeadway ? -1 : number;
      replaced[i] = !removed.contains(id) && byHeadway ? number : -1;
    }
    LocalDate date = named.date();
    feedTrips.emit(date, timetabled, trips::add);
    feedTrips.emit(date.minusDays(1), timetabled, this::addDayBefore);
    feedTrips.emit(date.plusDays(1), timetabled, this::addDayAfter);
    Map<Integer, List<DayTrip>> byRoute = new LinkedHashMap<>();
    feedTrips.emit(
        date,
        replaced,
        trip -> byRoute.computeIfAbsent(trip.route(), _ -> new ArrayList<>()).add(trip));
    for (Feed.Route route : feedRoutes) {
      String id = named.id(route.id());
      List<Headway> periods = headways.get(id);
      List<DayTrip> ofRoute = byRoute.get(routeNumber(id));
      if (periods != null && ofRoute != null) {
        new HeadwayTrips(id, periods, day.phases()).emit(ofRoute, this::addEveryDay);
      } else if (periods != null && !removed.contains(id)) {
        finding(
            Severity.WARNING,
            "route_without_trips",
            "routeId",
            id,
            "the route does not run on " + date + ", so it has no stops to keep; pick another day");
      }
    }
    if (named.feed().tripsOn(date) == 0) {
      finding(
          Severity.WARNING,
          "no_service",
          "date",
          named.name() + " " + date,
          "no trip of the feed runs on this day; pick a day within its calendar");
    }
  }

  private void addLine(FrequencyLine line) {
    if (routeNumbers.containsKey(line.id())) {
      finding(
          Severity.ERROR,
          "duplicate_line",
          "id",
          line.id(),
          "give the line an id of its own; it was left out");
      return;
    }
    int number = routeNumber(line.id());
    if (removed.contains(line.id())) {
      return;
    }
    FrequencyLine running =
        new FrequencyLine(
            line.id(),
            line.name(),
            line.stops(),
            line.runSeconds(),
            line.dwellSeconds(),
            line.bothWays(),
            headways.getOrDefault(line.id(), line.headways()));
    LineTrips.emit(running, number, stops, day.phases(), this::addEveryDay);
  }

  private void addEveryDay(DayTrip trip) {
    trips.add(trip);
    addDayBefore(trip);
    addDayAfter(trip);
  }

  private void addDayBefore(DayTrip trip) {
    if (trip.lastArrival() >= DAY_SECONDS) {
      trips.add(trip.shifted(-DAY_SECONDS));
    }
  }

  private void addDayAfter(DayTrip trip) {
    if (trip.firstDeparture() + DAY_SECONDS <= NEXT_DAY_UNTIL) {
      trips.add(trip.shifted(DAY_SECONDS));
    }
  }

  private DayTrip withoutClosedStops(DayTrip trip) {
    byte[] permissions = trip.permissions().clone();
    for (int i = 0; i < permissions.length; i++) {
      if (stops.closed(trip.stops()[i])) {
        permissions[i] = 0;
      }
    }
    return new DayTrip(
        trip.route(), trip.stops(), permissions, trip.arrivals(), trip.departures(), trip.hold());
  }

  private int routeNumber(String id) {
    Integer known = routeNumbers.get(id);
    if (known != null) {
      return known;
    }
    routes.add(id);
    routeNumbers.put(id, routes.size() - 1);
    return routes.size() - 1;
  }

  private void reportUnknown() {
    for (Change change : day.changes()) {
      switch (change) {
        case Change.RemoveRoute(String id) -> reportUnknownRoute(id);
        case Change.SetHeadway(String id, _) -> reportUnknownRoute(id);
        case Change.CloseStop(String id) -> reportUnknownStop(id);
        case Change.MoveStop move -> reportUnknownStop(move.stopId());
      }
    }
  }

  private void reportUnknownStop(String id) {
    if (!stops.knows(id)) {
      finding(
          Severity.ERROR,
          "unknown_stop",
          "stopId",
          id,
          "name a stop or station as feed:id, or a line's stop; this change does nothing");
    }
  }

  private void reportUnknownRoute(String id) {
    if (!routeNumbers.containsKey(id)) {
      finding(
          Severity.ERROR,
          "unknown_route",
          "routeId",
          id,
          "name a route as feed:id, or a line; this change does nothing");
    }
  }

  private void finding(Severity severity, String code, String field, String value, String advice) {
    findings.add(new Finding(code, severity, SOURCE, 0, field, value, advice));
  }
}
