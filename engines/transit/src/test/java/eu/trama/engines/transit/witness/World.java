package eu.trama.engines.transit.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// A small random city, described in plain words: what a feed and lines would say, before anything
/// of the engine has seen it. The same seed draws the same city.
///
/// Stops are `0..stops-1`; stops `2i` and `2i+1` of the first four share the station `Si`. The day
/// in question is day 1; a service is a set of days out of 0, 1, 2.
final class World {
  static final int MINUTE = 60;

  final int stops;
  final int places = 5;
  final int[][] walkBetweenStops;
  final int[][] walkToPlace;
  final List<Trip> trips = new ArrayList<>();
  final List<Line> lines = new ArrayList<>();
  final List<Rule> rules = new ArrayList<>();
  final boolean[] closed;
  final int changeSeconds;
  final int walkLimit = 5 * MINUTE;
  final int rides;
  final int windowFrom;
  final int step;
  final int departures;
  final int boardingSeconds;
  final Waiting waiting;
  final int travelLimit;

  /// What is done about lines of which only the headway is known.
  enum Waiting {
    BY_KEY,
    DRAWN,
    MEAN
  }

  /// Times are seconds of the day; a time of -1 is left for the reader to fill in.
  record Trip(int route, List<Boolean> days, List<Call> calls, List<Frequency> frequencies) {}

  record Call(int stop, int arrival, int departure, boolean boards, boolean alights) {}

  record Frequency(int from, int to, int every, boolean exact) {}

  record Line(
      String id,
      List<Integer> stops,
      List<Integer> runs,
      int dwell,
      boolean bothWays,
      List<Frequency> headways) {}

  /// A row of transfers.txt; a negative end is station `-1-end`.
  record Rule(int from, int to, int kind, int seconds) {}

  private final SplittableRandom random;

  World(long seed) {
    random = new SplittableRandom(seed);
    stops = between(5, 9);
    rides = between(1, 4);
    changeSeconds = random.nextInt(3) * 30;
    windowFrom = chance(4) ? 23 * 3600 + 40 * MINUTE : chance(3) ? 5 * MINUTE : 8 * 3600;
    travelLimit = between(30, 90) * MINUTE;
    // One in ten windows is longer than a search answers at once.
    boolean many = chance(10);
    step = many ? 20 : chance(4) ? between(30, 120) : MINUTE;
    departures = many ? 150 : between(1, 61);
    boardingSeconds = chance(3) ? between(1, 70) : 0;
    waiting = chance(3) ? Waiting.MEAN : chance(3) ? Waiting.DRAWN : Waiting.BY_KEY;
    walkBetweenStops = new int[stops][stops];
    for (int a = 0; a < stops; a++) {
      for (int b = 0; b < a; b++) {
        walkBetweenStops[a][b] = between(30, 1500);
        walkBetweenStops[b][a] = walkBetweenStops[a][b];
      }
    }
    walkToPlace = new int[places][stops + places];
    for (int p = 0; p < places; p++) {
      for (int s = 0; s < stops; s++) {
        walkToPlace[p][s] = between(10, 1200);
      }
      for (int q = 0; q < p; q++) {
        walkToPlace[p][stops + q] = between(60, 6000);
        walkToPlace[q][stops + p] = walkToPlace[p][stops + q];
      }
    }
    closed = new boolean[stops];
    closed[random.nextInt(stops)] = chance(3);
    int routes = between(1, 5);
    for (int route = 0; route < routes; route++) {
      addTrips(route);
    }
    for (int i = between(0, 3); i > 0; i--) {
      addLine(i);
    }
    for (int i = between(0, 6); i > 0; i--) {
      addRule();
    }
  }

  /// Walk from a place to another place, or to a stop by its number after all places.
  int directWalk(int place, int target) {
    if (target >= places) {
      return walkToPlace[place][target - places];
    }
    return place == target ? 0 : walkToPlace[place][stops + target];
  }

  private void addTrips(int route) {
    List<Integer> sequence = sequence();
    boolean[] noBoarding = new boolean[sequence.size()];
    boolean[] noAlighting = new boolean[sequence.size()];
    for (int i = 0; i < noBoarding.length; i++) {
      noBoarding[i] = chance(8);
      noAlighting[i] = chance(8);
    }
    for (int i = between(1, 12); i > 0; i--) {
      List<Boolean> days = List.of(chance(2), !chance(5), chance(2));
      int start = windowFrom - 40 * MINUTE + random.nextInt(150 * MINUTE);
      start = Math.max(0, start + (chance(4) ? 86_400 : 0) - (start > 86_400 ? 7200 : 0));
      List<Call> calls = new ArrayList<>();
      int time = start;
      // Trips of a route run at different speeds, so that some overtake others.
      int pace = between(1, 4);
      for (int c = 0; c < sequence.size(); c++) {
        int dwell = random.nextInt(3) * 20;
        boolean unknown = c > 0 && c < sequence.size() - 1 && chance(6);
        calls.add(
            new Call(
                sequence.get(c),
                unknown ? -1 : time,
                unknown ? -1 : time + dwell,
                !noBoarding[c],
                !noAlighting[c]));
        time += dwell + pace * between(0, 150);
      }
      trips.add(new Trip(route, days, calls, frequencies(start)));
    }
  }

  private List<Frequency> frequencies(int start) {
    List<Frequency> rows = new ArrayList<>();
    if (chance(6)) {
      int at = start;
      for (int i = between(1, 3); i > 0; i--) {
        int to = at + between(5, 60) * MINUTE;
        rows.add(new Frequency(at, to, between(90, 1500), false));
        at = to + (chance(3) ? between(60, 600) : 0);
      }
    } else if (chance(8)) {
      rows.add(new Frequency(start, start + 3600, between(90, 1500), true));
    }
    return rows;
  }

  private void addLine(int number) {
    List<Integer> sequence = sequence();
    List<Integer> runs = new ArrayList<>();
    for (int i = 1; i < sequence.size(); i++) {
      runs.add(between(20, 400));
    }
    int middle = windowFrom + 20 * MINUTE;
    List<Frequency> headways = new ArrayList<>();
    headways.add(new Frequency(Math.max(0, windowFrom - 3600), middle, between(120, 1800), false));
    headways.add(new Frequency(middle, middle + 2 * 3600, between(120, 1800), false));
    lines.add(new Line("line" + number, sequence, runs, random.nextInt(40), chance(2), headways));
  }

  private void addRule() {
    int from = chance(3) ? -1 - random.nextInt(2) : random.nextInt(stops);
    int to = chance(3) ? -1 - random.nextInt(2) : chance(3) ? from : random.nextInt(stops);
    rules.add(new Rule(from, to, random.nextInt(2, 4), random.nextInt(10) * 30));
  }

  /// Stops in order, at times with a loop.
  private List<Integer> sequence() {
    List<Integer> sequence = new ArrayList<>();
    for (int i = between(2, 6); i > 0; i--) {
      int stop = random.nextInt(stops);
      if (sequence.isEmpty() || sequence.getLast() != stop) {
        sequence.add(stop);
      }
    }
    if (sequence.size() < 2) {
      sequence.add((sequence.getFirst() + 1) % stops);
    }
    return sequence;
  }

  private int between(int from, int to) {
    return random.nextInt(from, to);
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }
}
