package eu.trama.engines.transit.search;

import eu.trama.engines.transit.timetable.Timetable;
import java.util.Arrays;

/// The rounds of range-RAPTOR (Delling, Pajor, Werneck 2015, sections 3 and 4.1): round `k` rides
/// at most `k` vehicles. Departures come latest first; labels stay from one to the next, because
/// leaving earlier and waiting is never worse. A label of few rides is copied to more rides, so
/// that each prunes exactly what it may.
///
/// Two labels a stop and round: when a rider alights there, and when one may board there, which is
/// after a change within the stop or a single walk from another. So no two walks follow each other.
final class Rounds {
  static final int NEVER = Integer.MAX_VALUE;

  private final Timetable timetable;
  private final int rides;
  private final int[][] alight;
  private final int[][] board;
  private final StopSet boardable;
  private final StopSet alighted;
  private final StopSet improved;
  private final int[] firstPosition;
  private final int[] queue;
  private int queued;

  Rounds(Timetable timetable, int rides) {
    this.timetable = timetable;
    this.rides = rides;
    int stops = timetable.stopCount();
    this.alight = new int[rides + 1][stops];
    this.board = new int[rides + 1][stops];
    this.boardable = new StopSet(stops);
    this.alighted = new StopSet(stops);
    this.improved = new StopSet(stops);
    this.firstPosition = new int[timetable.patternCount()];
    Arrays.fill(firstPosition, NEVER);
    this.queue = new int[timetable.patternCount()];
  }

  /// Forgets all labels, for a new origin.
  void clear() {
    for (int k = 0; k <= rides; k++) {
      Arrays.fill(alight[k], NEVER);
      Arrays.fill(board[k], NEVER);
    }
    boardable.clear();
    alighted.clear();
    improved.clear();
  }

  /// A rider who starts from the origin may board at the stop from this time.
  void start(int stop, int time) {
    if (time < board[0][stop]) {
      for (int k = 0; k <= rides && time < board[k][stop]; k++) {
        board[k][stop] = time;
      }
      boardable.add(stop);
    }
  }

  /// Runs all rounds after the starts of one departure. Ignores whatever is later than `latest`,
  /// which must not rise from call to call.
  void run(int latest) {
    improved.clear();
    for (int k = 1; k <= rides && boardable.size() > 0; k++) {
      collectPatterns();
      for (int i = 0; i < queued; i++) {
        scan(queue[i], board[k - 1], alight[k], latest);
      }
      change(k, latest);
    }
    boardable.clear();
  }

  /// Stops whose arrival the last run improved, and their arrival with the most rides allowed.
  int improvedCount() {
    return improved.size();
  }

  int improvedStop(int index) {
    return improved.get(index);
  }

  int arrival(int stop) {
    return alight[rides][stop];
  }

  private void collectPatterns() {
    queued = 0;
    for (int i = 0; i < boardable.size(); i++) {
      int stop = boardable.get(i);
      for (int v = timetable.firstVisit(stop); v < timetable.firstVisit(stop + 1); v++) {
        int pattern = timetable.visitPattern(v);
        if (firstPosition[pattern] == NEVER) {
          queue[queued++] = pattern;
        }
        firstPosition[pattern] = Math.min(firstPosition[pattern], timetable.visitPosition(v));
      }
    }
    boardable.clear();
  }

  private void scan(int pattern, int[] ready, int[] arrivals, int latest) {
    int position = firstPosition[pattern];
    firstPosition[pattern] = NEVER;
    int length = timetable.length(pattern);
    int trips = timetable.tripCount(pattern);
    int trip = trips;
    for (; position < length; position++) {
      int stop = timetable.stop(pattern, position);
      if (trip < trips && timetable.alights(pattern, position)) {
        int arrival = timetable.arrival(pattern, trip, position);
        if (arrival < arrivals[stop] && arrival <= latest) {
          arrivals[stop] = arrival;
          alighted.add(stop);
        }
      }
      if (ready[stop] <= latest && timetable.boards(pattern, position)) {
        trip = earliest(pattern, position, ready[stop], trip);
      }
    }
  }

  /// First trip to leave the position at or after the time, if before `trip`; else `trip`.
  private int earliest(int pattern, int position, int time, int trip) {
    if (trip == 0 || timetable.departure(pattern, trip - 1, position) < time) {
      return trip;
    }
    int low = 0;
    int high = trip - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (timetable.departure(pattern, middle, position) >= time) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private void change(int k, int latest) {
    for (int i = 0; i < alighted.size(); i++) {
      int stop = alighted.get(i);
      int arrival = alight[k][stop];
      improved.add(stop);
      for (int more = k + 1; more <= rides && arrival < alight[more][stop]; more++) {
        alight[more][stop] = arrival;
      }
      if (k < rides) {
        int within = timetable.changeSeconds(stop);
        if (within != Timetable.NO_CHANGE) {
          ready(k, stop, arrival + within, latest);
        }
        for (int f = timetable.firstFootpath(stop); f < timetable.firstFootpath(stop + 1); f++) {
          ready(k, timetable.footpathTo(f), arrival + timetable.footpathSeconds(f), latest);
        }
      }
    }
    alighted.clear();
  }

  private void ready(int k, int stop, int time, int latest) {
    if (time <= latest && time < board[k][stop]) {
      for (int more = k; more <= rides && time < board[more][stop]; more++) {
        board[more][stop] = time;
      }
      boardable.add(stop);
    }
  }
}
