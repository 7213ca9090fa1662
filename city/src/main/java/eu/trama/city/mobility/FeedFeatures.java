package eu.trama.city.mobility;

import eu.trama.city.twin.Feature;
import eu.trama.city.twin.GeoJson;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.Properties;
import eu.trama.engines.transit.gtfs.Calls;
import eu.trama.engines.transit.gtfs.Feed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/// What of a feed becomes features: the stops at which something calls, its routes, and the feed
/// itself.
final class FeedFeatures {

  private final String name;
  private final Feed feed;
  private final List<Feature> features = new ArrayList<>();

  private FeedFeatures(String name, Feed feed) {
    this.name = name;
    this.feed = feed;
  }

  /// @param name goes before the ids of stops and routes
  /// @param blob hash of the file
  static List<Feature> of(String name, String blob, Feed feed) {
    var made = new FeedFeatures(name, feed);
    made.stops();
    made.lines();
    made.timetable(blob);
    return made.features;
  }

  private void stops() {
    Calls calls = feed.calls();
    var called = new boolean[feed.stops().size()];
    for (int call = 0; call < calls.count(); call++) {
      called[calls.stop(call)] = true;
    }
    for (int stop = 0; stop < called.length; stop++) {
      if (called[stop]) {
        Feed.Stop row = feed.stops().get(stop);
        features.add(
            new Feature(
                Layers.STOPS.name(),
                id(row.id()),
                GeoJson.WGS84.createPoint(place(stop)),
                Properties.of(
                    Map.of("name", row.name().isBlank() ? row.id() : row.name(), "feed", name))));
      }
    }
  }

  private void lines() {
    Map<Integer, List<Integer>> usual = usualStops();
    Map<Integer, List<String>> headways = TimetableHeadways.of(feed);
    for (int route = 0; route < feed.routes().size(); route++) {
      List<Integer> stops = usual.get(route);
      if (stops == null) {
        continue;
      }
      Feed.Route row = feed.routes().get(route);
      var properties = new TreeMap<String, Object>();
      String shortName = row.shortName().isBlank() ? row.longName() : row.shortName();
      properties.put(
          "name", row.longName().isBlank() ? firstNonBlank(shortName, row.id()) : row.longName());
      properties.put("short_name", firstNonBlank(shortName, row.id()));
      properties.put("mode", mode(row.type()));
      properties.put("feed", name);
      properties.put("route", row.id());
      properties.put("timetable_headways", headways.getOrDefault(route, List.of()));
      properties.put("stops", stops.stream().map(stop -> id(feed.stops().get(stop).id())).toList());
      features.add(
          new Feature(Layers.LINES.name(), id(row.id()), shape(stops), new Properties(properties)));
    }
  }

  /// By route, the stops of the sequence that most of its trips have; of equally many, the one met
  /// first.
  private Map<Integer, List<Integer>> usualStops() {
    Map<Integer, Map<List<Integer>, Integer>> counts = new LinkedHashMap<>();
    for (int trip = 0; trip < feed.trips().size(); trip++) {
      List<Integer> stops =
          IntStream.range(feed.calls().first(trip), feed.calls().first(trip + 1))
              .mapToObj(feed.calls()::stop)
              .toList();
      counts
          .computeIfAbsent(feed.trips().get(trip).route(), route -> new LinkedHashMap<>())
          .merge(stops, 1, Integer::sum);
    }
    Map<Integer, List<Integer>> usual = new HashMap<>();
    counts.forEach((route, sequences) -> {
      List<Integer> best = List.of();
      int most = 0;
      for (var sequence : sequences.entrySet()) {
        if (sequence.getValue() > most) {
          best = sequence.getKey();
          most = sequence.getValue();
        }
      }
      usual.put(route, best);
    });
    return usual;
  }

  private void timetable(String blob) {
    var properties = new TreeMap<String, Object>();
    properties.put("blob", blob);
    properties.put("agencies", feed.agencies());
    properties.put("trips", (long) feed.trips().size());
    properties.put("stop_times", (long) feed.calls().count());
    for (Headway.Day day : Headway.Day.values()) {
      TypicalDay.of(feed, day)
          .ifPresent(date -> properties.put(TypicalDay.property(day), date.toString()));
    }
    Coordinate[] all =
        IntStream.range(0, feed.stops().size()).mapToObj(this::place).toArray(Coordinate[]::new);
    Geometry hull = GeoJson.WGS84.createMultiPointFromCoords(all).convexHull();
    features.add(new Feature(Layers.TIMETABLES.name(), name, hull, new Properties(properties)));
  }

  private Geometry shape(List<Integer> stops) {
    return GeoJson.WGS84.createLineString(
        stops.stream().map(this::place).toArray(Coordinate[]::new));
  }

  private Coordinate place(int stop) {
    Feed.Stop row = feed.stops().get(stop);
    return new Coordinate(row.longitude(), row.latitude());
  }

  private String id(String inFeed) {
    return new eu.trama.engines.transit.timetable.ServiceDay.NamedFeed(name, feed, LocalDate.EPOCH)
        .id(inFeed);
  }

  private static String firstNonBlank(String one, String other) {
    return one.isBlank() ? other : one;
  }

  /// Modes by GTFS route_type, the extended types of Google Transit by their hundreds.
  private static String mode(int type) {
    return switch (type) {
      case 0 -> "tram";
      case 1 -> "metro";
      case 2 -> "rail";
      case 3, 11 -> "bus";
      case 4 -> "ferry";
      case 5, 6 -> "cable";
      case 7 -> "funicular";
      case 12 -> "people-mover";
      default ->
          switch (type / 100) {
            case 1, 3 -> "rail";
            case 4, 5, 6 -> "metro";
            case 9 -> "tram";
            case 10, 12 -> "ferry";
            case 13 -> "cable";
            case 14 -> "funicular";
            default -> "bus";
          };
    };
  }
}
