package eu.trama.city.mobility;

import eu.trama.city.twin.CityView;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.Properties;
import eu.trama.engines.transit.lines.FrequencyLine;
import eu.trama.engines.transit.timetable.Change;
import eu.trama.engines.transit.timetable.Composition;
import eu.trama.engines.transit.timetable.ServiceDay;
import eu.trama.engines.transit.timetable.ServiceDay.NamedFeed;
import eu.trama.engines.transit.timetable.ServiceDay.TransferRules;
import eu.trama.engines.transit.timetable.Timetable;
import eu.trama.engines.transit.timetable.TimetableComposer;
import eu.trama.engines.transit.walking.Walking;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;

/// The public transport of a city view on a kind of day: its lines by headways, and a typical day
/// of each of its feeds.
///
/// @param notes what a reader needs to judge it, by name
record CityTimetable(Timetable timetable, SortedMap<String, Object> notes) {

  /// Longest walk between two vehicles, seconds.
  private static final int CHANGE_WALK_SECONDS = 8 * 60;

  /// Least time between two vehicles at the same stop, seconds.
  private static final int CHANGE_SECONDS = 60;

  /// Which day of a feed is taken.
  interface Dates {

    /// @param timetable the feed's feature
    /// @return empty where the feed takes no part
    Optional<LocalDate> of(Feature timetable) throws InterruptedException;
  }

  /// A typical day of that kind.
  static CityTimetable compose(CityView city, Headway.Day day, Walking walking, Feeds feeds)
      throws InterruptedException {
    Dates typical = timetable -> TypicalDay.kept(timetable.properties(), day);
    return compose(city, day, typical, walking, feeds);
  }

  static CityTimetable compose(
      CityView city, Headway.Day day, Dates dates, Walking walking, Feeds feeds)
      throws InterruptedException {
    var notes = new TreeMap<String, Object>();
    List<FrequencyLine> lines = LinesOfDay.of(city, day);
    notes.put("headway-lines", (long) lines.size());
    var named = new ArrayList<NamedFeed>();
    var days = new ArrayList<String>();
    for (Feature timetable : city.features(Layers.TIMETABLES.name())) {
      Properties of = timetable.properties();
      Optional<LocalDate> date = dates.of(timetable);
      days.add(timetable.id() + " " + date.map(LocalDate::toString).orElse("–"));
      if (date.isPresent()) {
        named.add(
            new NamedFeed(timetable.id(), feeds.feed(city, of.requireText("blob")), date.get()));
      }
    }
    notes.put("feeds", days);
    Composition composition =
        TimetableComposer.compose(
            new ServiceDay(
                named,
                lines,
                changes(city, day, named),
                new TransferRules(walking, CHANGE_WALK_SECONDS, CHANGE_SECONDS)));
    var findings = new ArrayList<String>();
    composition.findings().forEach(each -> findings.add(each.code() + " " + each.value()));
    findings.addAll(unserved(city, composition.timetable()));
    notes.put("findings", findings);
    return new CityTimetable(composition.timetable(), notes);
  }

  /// What a scenario does to the lines and stops of feeds; lines by headways already show it.
  private static List<Change> changes(CityView city, Headway.Day day, List<NamedFeed> feeds) {
    Set<String> routes = new HashSet<>();
    Set<String> stops = new HashSet<>();
    for (NamedFeed feed : feeds) {
      feed.feed().routes().forEach(route -> routes.add(feed.id(route.id())));
      feed.feed().stops().forEach(stop -> stops.add(feed.id(stop.id())));
    }
    var changes = new ArrayList<Change>();
    gone(city, Layers.LINES.name())
        .filter(routes::contains)
        .map(Change.RemoveRoute::new)
        .forEach(changes::add);
    gone(city, Layers.STOPS.name())
        .filter(stops::contains)
        .map(Change.CloseStop::new)
        .forEach(changes::add);
    city.changes(Layers.STOPS.name()).values().stream()
        .flatMap(Optional::stream)
        .filter(stop -> stops.contains(stop.id()))
        .map(CityTimetable::moved)
        .forEach(changes::add);
    for (Feature line : city.features(Layers.LINES.name())) {
      if (routes.contains(line.id()) && line.properties().has("headways")) {
        var headways = LinesOfDay.headways(line.properties(), day);
        changes.add(
            headways.isEmpty()
                ? new Change.RemoveRoute(line.id())
                : new Change.SetHeadway(line.id(), headways));
      }
    }
    return changes;
  }

  private static Change moved(Feature stop) {
    Coordinate at = Objects.requireNonNull(stop.geometry()).getCoordinate();
    return new Change.MoveStop(stop.id(), at.y, at.x);
  }

  /// Stops that the scenario touches and at which nothing calls, so that they change nothing.
  private static List<String> unserved(CityView city, Timetable timetable) {
    return city.changes(Layers.STOPS.name()).keySet().stream()
        .filter(stop -> timetable.stopOf(stop) < 0)
        .filter(stop -> !onALine(city, stop))
        .map(stop -> "stop-unserved " + stop)
        .toList();
  }

  private static boolean onALine(CityView city, String stop) {
    return city.features(Layers.LINES.name()).stream()
        .anyMatch(line -> line.properties().texts("stops").contains(stop));
  }

  private static Stream<String> gone(CityView city, String layer) {
    return city.changes(layer).entrySet().stream()
        .filter(change -> change.getValue().isEmpty())
        .map(java.util.Map.Entry::getKey);
  }
}
