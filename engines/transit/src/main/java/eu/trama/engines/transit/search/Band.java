package eu.trama.engines.transit.search;

import eu.trama.engines.transit.timetable.Timetable;
import java.util.Arrays;

/// The calls of a timetable that a rider of some departures can make use of: trips cut to what lies
/// between the first call that can be boarded and the last at which one alights in time. Calls are
/// numbered trip by trip, trips by time; the number of a call is its row in a search. Times count
/// from the first departure.
final class Band {
  private static final int OUTSIDE = -1;

  final Timetable timetable;
  final Departing departing;

  /// First call of each trip, and one more.
  final int[] firstCall;

  final int[] tripOf;
  final int[] stop;
  final int[] arrival;
  final boolean[] alights;

  /// First of the calls at which one may alight at each stop, and one more; in order of arrival.
  final int[] firstAlighting;

  final int[] alighting;
  private final int[] cut;
  private final int[] firstTrip;
  private final int[] number;
  private final int[] low;
  private final int[] high;

  /// Some departures in even steps, and how much later they may arrive.
  ///
  /// @param latest last arrival worth anything, after the first departure
  record Departing(int fromSeconds, int step, int count, int latest, int boardingSeconds) {}

  Band(Timetable timetable, Departing departing) {
    this.timetable = timetable;
    this.departing = departing;
    int patterns = timetable.patternCount();
    low = new int[patterns];
    high = new int[patterns];
    firstTrip = new int[patterns + 1];
    for (int p = 0; p < patterns; p++) {
      low[p] = timetable.tripCount(p);
      for (int t = 0; t < timetable.tripCount(p); t++) {
        if (first(p, t) < last(p, t)) {
          low[p] = Math.min(low[p], t);
          high[p] = t + 1;
        }
      }
      firstTrip[p + 1] = firstTrip[p] + Math.max(0, high[p] - low[p]);
    }
    int trips = firstTrip[patterns];
    number = byTime();
    firstCall = new int[trips + 1];
    cut = new int[trips];
    for (int p = 0; p < patterns; p++) {
      for (int t = low[p]; t < high[p]; t++) {
        int trip = number(p, t);
        cut[trip] = first(p, t);
        firstCall[trip + 1] = Math.max(0, last(p, t) + 1 - cut[trip]);
      }
    }
    for (int trip = 0; trip < trips; trip++) {
      firstCall[trip + 1] += firstCall[trip];
    }
    int calls = firstCall[trips];
    tripOf = new int[calls];
    stop = new int[calls];
    arrival = new int[calls];
    alights = new boolean[calls];
    for (int p = 0; p < patterns; p++) {
      for (int t = low[p]; t < high[p]; t++) {
        int trip = number(p, t);
        for (int call = firstCall[trip]; call < firstCall[trip + 1]; call++) {
          int position = cut[trip] + call - firstCall[trip];
          tripOf[call] = trip;
          stop[call] = timetable.stop(p, position);
          arrival[call] = timetable.arrival(p, t, position) - departing.fromSeconds;
          // Nobody is on board before the first call that can be boarded.
          alights[call] = call > firstCall[trip] && timetable.alights(p, position);
        }
      }
    }
    firstAlighting = new int[timetable.stopCount() + 1];
    alighting = alightings();
  }

  private int number(int pattern, int trip) {
    return number[firstTrip[pattern] + trip - low[pattern]];
  }

  /// Numbers the trips by time, so that those between which one changes lie near each other.
  private int[] byTime() {
    long[] order = new long[firstTrip[low.length]];
    for (int p = 0; p < low.length; p++) {
      for (int t = low[p]; t < high[p]; t++) {
        int i = firstTrip[p] + t - low[p];
        int start = Math.min(first(p, t), timetable.length(p) - 1);
        order[i] = (long) timetable.departure(p, t, start) << Integer.SIZE | i;
      }
    }
    Arrays.sort(order);
    int[] numbers = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      numbers[(int) order[i]] = i;
    }
    return numbers;
  }

  private int first(int pattern, int trip) {
    int length = timetable.length(pattern);
    int position = 0;
    while (position < length
        && !(timetable.boards(pattern, position) && boardBy(pattern, trip, position) >= 0)) {
      position++;
    }
    return position;
  }

  private int last(int pattern, int trip) {
    int position = timetable.length(pattern) - 1;
    while (position > 0
        && !(timetable.alights(pattern, position)
            && timetable.arrival(pattern, trip, position) - departing.fromSeconds
                <= departing.latest)) {
      position--;
    }
    return position;
  }

  int trips() {
    return cut.length;
  }

  int calls() {
    return stop.length;
  }

  /// First trip of the pattern within the band, by its number in the pattern.
  int low(int pattern) {
    return low[pattern];
  }

  int high(int pattern) {
    return high[pattern];
  }

  /// Last moment to be at the stop in order to board.
  int boardBy(int pattern, int trip, int position) {
    return timetable.departure(pattern, trip, position)
        - timetable.holdSeconds(pattern)
        - departing.boardingSeconds
        - departing.fromSeconds;
  }

  /// Call of a trip of the band at a position from which the trip goes on, or -1.
  int call(int pattern, int trip, int position) {
    int inBand = number(pattern, trip);
    int call = firstCall[inBand] + position - cut[inBand];
    return position >= cut[inBand] && call < firstCall[inBand + 1] - 1 ? call : OUTSIDE;
  }

  /// First trip before `before` that can be boarded by one who is ready, or `before`.
  int earliest(int pattern, int position, int ready, int before) {
    int from = low[pattern];
    int to = before;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (boardBy(pattern, middle, position) >= ready) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from;
  }

  /// Notes the calls at which one may alight, stop by stop.
  private int[] alightings() {
    for (int call = 0; call < stop.length; call++) {
      firstAlighting[stop[call] + 1] += alights[call] ? 1 : 0;
    }
    for (int s = 0; s < timetable.stopCount(); s++) {
      firstAlighting[s + 1] += firstAlighting[s];
    }
    int[] next = firstAlighting.clone();
    long[] byTime = new long[firstAlighting[timetable.stopCount()]];
    for (int call = 0; call < stop.length; call++) {
      if (alights[call]) {
        byTime[next[stop[call]]++] = (long) arrival[call] << Integer.SIZE | call;
      }
    }
    for (int s = 0; s < timetable.stopCount(); s++) {
      Arrays.sort(byTime, firstAlighting[s], firstAlighting[s + 1]);
    }
    int[] calls = new int[byTime.length];
    Arrays.setAll(calls, i -> (int) byTime[i]);
    return calls;
  }
}
