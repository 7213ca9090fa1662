package eu.trama.engines.transit.search;

import eu.trama.engines.transit.timetable.Timetable;
import java.util.Arrays;

/// From which call one changes to which, for the calls of a [Band]: the transfers of trip-based
/// routing (Witt, *Trip-Based Public Transit Routing*, ESA 2015, sections 2 and 3.1), with his
/// reduction in a weaker form that compares arrivals only and so needs no walk through footpaths.
///
/// A change from call `e` to a trip is left out where every later call of that trip arrives no
/// earlier at its stop than staying on board, or than a change kept at `e` or at a later call of
/// the same trip. Whoever is at `e` can do that instead with as many rides, having left no earlier,
/// and from there on finds the same vehicles. So no arrival of any departure is lost.
final class Changes {
  private final Band band;
  private final Timetable timetable;
  private final int[] end;
  private final int[][] nearest;
  private int[] call = new int[1 << 16];
  private int count;

  // What the trip in hand reaches: by stop the arrival, by pattern a trip looked at already.
  private final int[] reachedFor;
  private final int[] reached;
  private final int[] seenFor;
  private final int[] seenTrip;
  private final int[] seenPosition;

  Changes(Band band) {
    this.band = band;
    this.timetable = band.timetable;
    this.end = new int[band.calls() + 1];
    this.nearest = new int[timetable.stopCount()][];
    this.reachedFor = new int[timetable.stopCount()];
    this.reached = new int[timetable.stopCount()];
    this.seenFor = new int[timetable.patternCount()];
    this.seenTrip = new int[timetable.patternCount()];
    this.seenPosition = new int[timetable.patternCount()];
    Arrays.fill(reachedFor, -1);
    Arrays.fill(seenFor, -1);
    for (int stop = 0; stop < nearest.length; stop++) {
      nearest[stop] = nearest(stop);
    }
    for (int trip = band.trips() - 1; trip >= 0; trip--) {
      for (int from = band.firstCall[trip + 1] - 1; from >= band.firstCall[trip]; from--) {
        if (band.alights[from]) {
          changeAt(trip, from);
        }
        end[from] = count;
      }
    }
    call = Arrays.copyOf(call, count);
  }

  /// Changes of a call begin here; calls come last first.
  int first(int from) {
    return end[from + 1];
  }

  int end(int from) {
    return end[from];
  }

  /// The call at which one boards.
  int call(int change) {
    return call[change];
  }

  int count() {
    return count;
  }

  private void changeAt(int trip, int from) {
    int stop = band.stop[from];
    int at = band.arrival[from];
    reach(trip, stop, at);
    int within = timetable.changeSeconds(stop);
    if (within != Timetable.NO_CHANGE) {
      boardAt(trip, stop, at + within);
    }
    for (int path : nearest[stop]) {
      boardAt(trip, timetable.footpathTo(path), at + timetable.footpathSeconds(path));
    }
  }

  private void boardAt(int trip, int stop, int ready) {
    if (ready > band.departing.latest()) {
      return;
    }
    for (int v = timetable.firstVisit(stop); v < timetable.firstVisit(stop + 1); v++) {
      int pattern = timetable.visitPattern(v);
      int position = timetable.visitPosition(v);
      boolean seen = seenFor[pattern] == trip;
      int before =
          seen && position >= seenPosition[pattern] ? seenTrip[pattern] : band.high(pattern);
      if (before > band.low(pattern)
          && band.boardBy(pattern, before - 1, position) >= ready
          && timetable.boards(pattern, position)) {
        int earliest = band.earliest(pattern, position, ready, before);
        if (!seen || earliest <= seenTrip[pattern]) {
          seenFor[pattern] = trip;
          seenTrip[pattern] = earliest;
          seenPosition[pattern] = position;
        }
        int to = band.call(pattern, earliest, position);
        if (to >= 0 && improves(trip, to)) {
          add(to);
        }
      }
    }
  }

  /// Whether a trip from a call on arrives anywhere earlier than so far; notes all its arrivals.
  private boolean improves(int trip, int from) {
    boolean improves = false;
    int last = band.firstCall[band.tripOf[from] + 1];
    for (int later = from + 1; later < last; later++) {
      improves |= band.alights[later] && reach(trip, band.stop[later], band.arrival[later]);
    }
    return improves;
  }

  private boolean reach(int trip, int stop, int at) {
    if (reachedFor[stop] == trip && reached[stop] <= at) {
      return false;
    }
    reachedFor[stop] = trip;
    reached[stop] = at;
    return true;
  }

  /// Footpaths of a stop by length, so that the changes met first leave the least to the rest.
  private int[] nearest(int stop) {
    int first = timetable.firstFootpath(stop);
    long[] order = new long[timetable.firstFootpath(stop + 1) - first];
    for (int i = 0; i < order.length; i++) {
      int path = first + i;
      order[i] = (long) timetable.footpathSeconds(path) << Integer.SIZE | path;
    }
    Arrays.sort(order);
    int[] paths = new int[order.length];
    Arrays.setAll(paths, i -> (int) order[i]);
    return paths;
  }

  private void add(int to) {
    if (count == call.length) {
      call = Arrays.copyOf(call, count * 2);
    }
    call[count++] = to;
  }
}
