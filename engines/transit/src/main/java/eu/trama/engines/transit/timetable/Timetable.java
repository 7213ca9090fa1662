package eu.trama.engines.transit.timetable;

import eu.trama.engines.transit.geo.Places;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One service day in the layout of RAPTOR (Delling, Pajor, Werneck, *Round-Based Public Transit
/// Routing*, Transportation Science 49, 2015). Immutable, so that threads may share it.
///
/// Stops are numbered from 0, and only stops at which something calls are here. A pattern is a
/// sequence of stops that trips of one route serve in the same order with the same permissions to
/// board and alight, and in which no trip overtakes another: both arrivals and departures ascend
/// from trip to trip at every position. Times are seconds after midnight of the service day; those
/// of the day before are negative, those past midnight exceed 86,400. On the two days a year when
/// clocks change, they count from noon minus 12 h, as GTFS does.
public final class Timetable {
  static final byte BOARD = 1;
  static final byte ALIGHT = 2;

  /// Value of [#changeSeconds] where riders may not change at the stop.
  public static final int NO_CHANGE = -1;

  private final List<String> stopIds;
  private final List<String> stopNames;
  private final Places places;
  private final boolean[] closed;
  private final List<String> routeIds;
  private final PatternColumns patterns;
  private final TransferColumns transfers;
  private final Map<String, Integer> stopsById = new HashMap<>();

  /// Patterns in columns: `stops` and `permissions` from `firstStop[p]`, then times from
  /// `firstTime[p]`, trip by trip.
  @SuppressWarnings("ArrayRecordComponent") // columns, never compared
  record PatternColumns(
      int[] route,
      int[] hold,
      int[] firstStop,
      int[] firstTime,
      int[] stops,
      byte[] permissions,
      int[] arrivals,
      int[] departures,
      int[] firstVisit,
      int[] visitPattern,
      int[] visitPosition) {}

  /// Footpaths of stop `s` from `first[s]`; `change[s]` within the stop.
  @SuppressWarnings("ArrayRecordComponent") // columns, never compared
  record TransferColumns(int[] change, int[] first, int[] to, int[] seconds) {}

  Timetable(
      StopTable.Stops stops,
      List<String> routeIds,
      PatternColumns patterns,
      TransferColumns transfers) {
    this.stopIds = stops.ids();
    this.stopNames = stops.names();
    this.places = stops.places();
    this.closed = stops.closed();
    this.routeIds = List.copyOf(routeIds);
    this.patterns = patterns;
    this.transfers = transfers;
    for (int i = 0; i < stopIds.size(); i++) {
      stopsById.put(stopIds.get(i), i);
    }
  }

  public int stopCount() {
    return closed.length;
  }

  public String stopId(int stop) {
    return stopIds.get(stop);
  }

  public String stopName(int stop) {
    return stopNames.get(stop);
  }

  /// Number of the stop, or -1 where nothing calls at it on this day.
  public int stopOf(String id) {
    return stopsById.getOrDefault(id, -1);
  }

  /// Where the stops are; place `s` is stop `s`.
  public Places places() {
    return places;
  }

  /// Whether a change closed the stop.
  public boolean closed(int stop) {
    return closed[stop];
  }

  public int patternCount() {
    return patterns.route.length;
  }

  /// Id of the route or line that the pattern belongs to.
  public String routeId(int pattern) {
    return routeIds.get(patterns.route[pattern]);
  }

  /// Number of stops along the pattern; a stop visited twice counts twice.
  public int length(int pattern) {
    return patterns.firstStop[pattern + 1] - patterns.firstStop[pattern];
  }

  public int stop(int pattern, int position) {
    return patterns.stops[patterns.firstStop[pattern] + position];
  }

  public boolean boards(int pattern, int position) {
    return (patterns.permissions[patterns.firstStop[pattern] + position] & BOARD) != 0;
  }

  public boolean alights(int pattern, int position) {
    return (patterns.permissions[patterns.firstStop[pattern] + position] & ALIGHT) != 0;
  }

  public int tripCount(int pattern) {
    return (patterns.firstTime[pattern + 1] - patterns.firstTime[pattern]) / length(pattern);
  }

  /// Trips of all patterns.
  public int tripCount() {
    int count = 0;
    for (int pattern = 0; pattern < patternCount(); pattern++) {
      count += tripCount(pattern);
    }
    return count;
  }

  public int arrival(int pattern, int trip, int position) {
    return patterns.arrivals[patterns.firstTime[pattern] + trip * length(pattern) + position];
  }

  public int departure(int pattern, int trip, int position) {
    return patterns.departures[patterns.firstTime[pattern] + trip * length(pattern) + position];
  }

  /// How long before each departure of a pattern a rider must be at the stop, seconds; above 0 only
  /// where [Phases.Expected] makes them wait.
  public int holdSeconds(int pattern) {
    return patterns.hold[pattern];
  }

  /// First index of the visits of a stop; the last is before `firstVisit(stop + 1)`.
  public int firstVisit(int stop) {
    return patterns.firstVisit[stop];
  }

  public int visitPattern(int visit) {
    return patterns.visitPattern[visit];
  }

  public int visitPosition(int visit) {
    return patterns.visitPosition[visit];
  }

  /// Least seconds between alighting and boarding at the same stop, or [#NO_CHANGE].
  public int changeSeconds(int stop) {
    return transfers.change[stop];
  }

  /// First index of the footpaths from a stop; the last is before `firstFootpath(stop + 1)`.
  public int firstFootpath(int stop) {
    return transfers.first[stop];
  }

  public int footpathTo(int footpath) {
    return transfers.to[footpath];
  }

  /// Seconds from alighting at the footpath's start to being able to board at its end.
  public int footpathSeconds(int footpath) {
    return transfers.seconds[footpath];
  }

  public int footpathCount() {
    return transfers.to.length;
  }
}
