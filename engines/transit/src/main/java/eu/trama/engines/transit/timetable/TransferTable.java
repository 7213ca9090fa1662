package eu.trama.engines.transit.timetable;

import eu.trama.engines.transit.geo.LocalPlane;
import eu.trama.engines.transit.geo.Places;
import eu.trama.engines.transit.gtfs.Feed;
import eu.trama.engines.transit.timetable.ServiceDay.TransferRules;
import eu.trama.engines.transit.walking.StraightLine;
import eu.trama.engines.transit.walking.Walking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// Footpaths between stops: walks within the limit, overruled by transfers.txt.
///
/// A row between stations holds for all their platforms; a row that names a platform overrules it;
/// of equally exact rows the last counts. Kind 2 sets the time (within a stop too), kind 3 forbids
/// to change, kinds 0 and 1 open a footpath even beyond the limit (then by straight line) and kind
/// 1 within one stop needs no time at all.
final class TransferTable {
  private static final int TIMED = 1;
  private static final int MINIMUM_TIME = 2;
  private static final int FORBIDDEN = 3;

  private final StopTable.Stops stops;
  private final TransferRules rules;
  private final int[] change;
  private final List<TreeMap<Integer, Integer>> paths = new ArrayList<>();

  TransferTable(StopTable.Stops stops, TransferRules rules) {
    this.stops = stops;
    this.rules = rules;
    this.change = new int[stops.ids().size()];
    Arrays.fill(change, rules.changeSeconds());
    for (int i = 0; i < change.length; i++) {
      paths.add(new TreeMap<>());
    }
    walk();
  }

  private void walk() {
    Places places = stops.places();
    Walking.Walker walker = rules.walking().to(places).walker();
    for (int from = 0; from < change.length; from++) {
      if (!stops.closed()[from]) {
        int origin = from;
        walker.from(
            places.latitude(from),
            places.longitude(from),
            rules.walkSeconds(),
            (to, seconds) -> {
              if (to != origin && !stops.closed()[to]) {
                paths.get(origin).put(to, seconds);
              }
            });
      }
    }
  }

  void apply(FeedTrips trips, int[] renumbered) {
    Feed feed = trips.feed();
    List<List<Integer>> platforms = platforms(trips, renumbered);
    List<Feed.Transfer> sorted = new ArrayList<>(feed.transfers());
    sorted.sort(Comparator.comparingInt(t -> exactness(feed, t)));
    for (Feed.Transfer transfer : sorted) {
      for (int from : platforms.get(transfer.from())) {
        for (int to : platforms.get(transfer.to())) {
          set(from, to, transfer);
        }
      }
    }
  }

  private void set(int from, int to, Feed.Transfer transfer) {
    if (stops.closed()[from] || stops.closed()[to]) {
      return;
    }
    if (from == to) {
      change[from] =
          switch (transfer.kind()) {
            case MINIMUM_TIME -> transfer.seconds();
            case FORBIDDEN -> Timetable.NO_CHANGE;
            case TIMED -> 0;
            default -> rules.changeSeconds();
          };
    } else if (transfer.kind() == FORBIDDEN) {
      paths.get(from).remove(to);
    } else if (transfer.kind() == MINIMUM_TIME) {
      paths.get(from).put(to, transfer.seconds());
    } else {
      paths.get(from).computeIfAbsent(to, _ -> straight(from, to));
    }
  }

  private int straight(int from, int to) {
    Places places = stops.places();
    return StraightLine.usual()
        .seconds(
            LocalPlane.metres(
                places.latitude(from),
                places.longitude(from),
                places.latitude(to),
                places.longitude(to)));
  }

  private static int exactness(Feed feed, Feed.Transfer transfer) {
    return (feed.stops().get(transfer.from()).locationType() == 1 ? 0 : 1)
        + (feed.stops().get(transfer.to()).locationType() == 1 ? 0 : 1);
  }

  /// For each location of the feed, the numbers of itself and all below it, where in use.
  private static List<List<Integer>> platforms(FeedTrips trips, int[] renumbered) {
    List<Feed.Stop> all = trips.feed().stops();
    List<List<Integer>> below = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      below.add(new ArrayList<>());
    }
    for (int i = 0; i < all.size(); i++) {
      int number = renumbered[trips.stopNumber(i)];
      if (number >= 0) {
        int levels = 0;
        for (int at = i; at >= 0 && levels < 4; at = all.get(at).parent()) {
          below.get(at).add(number);
          levels++;
        }
      }
    }
    return below;
  }

  Timetable.TransferColumns columns() {
    int[] first = new int[change.length + 1];
    for (int s = 0; s < change.length; s++) {
      first[s + 1] = first[s] + paths.get(s).size();
    }
    int[] to = new int[first[change.length]];
    int[] seconds = new int[to.length];
    for (int s = 0; s < change.length; s++) {
      int at = first[s];
      for (var path : paths.get(s).entrySet()) {
        to[at] = path.getKey();
        seconds[at++] = path.getValue();
      }
    }
    return new Timetable.TransferColumns(change, first, to, seconds);
  }
}
