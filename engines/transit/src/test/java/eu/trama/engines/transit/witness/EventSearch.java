package eu.trama.engines.transit.witness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// The witness: searches the time-expanded graph of a [World] by plain exploration. Every vehicle
/// of three days is written out, and every event (vehicle, call, rides so far) that can be boarded
/// is visited once. Slow, short, and without a line of the engine.
final class EventSearch {
  static final int NEVER = Integer.MAX_VALUE;
  private static final int DAY = 86_400;

  private final World world;
  private final List<Integer> holds = new ArrayList<>();
  private final List<List<World.Call>> vehicles = new ArrayList<>();
  private final List<List<Event>> boardings = new ArrayList<>();
  private final int[][] transfer;

  private record Event(int vehicle, int call, int rides) {}

  /// @param seed of the phases, where they are drawn
  EventSearch(World world, long seed) {
    this.world = world;
    this.seed = seed;
    for (int t = 0; t < world.trips.size(); t++) {
      World.Trip trip = world.trips.get(t);
      List<World.Call> calls = filledIn(trip.calls());
      for (int day = 0; day < 3; day++) {
        if (trip.days().get(day)) {
          runTrip("w:t" + t, calls, trip.frequencies(), (day - 1) * DAY);
        }
      }
    }
    for (World.Line line : world.lines) {
      for (int day = -1; day <= 1; day++) {
        runLine(line, line.id() + "/0", false, day * DAY);
        if (line.bothWays()) {
          runLine(line, line.id() + "/1", true, day * DAY);
        }
      }
    }
    transfer = transfers();
    for (int s = 0; s < world.stops; s++) {
      boardings.add(new ArrayList<>());
    }
    for (int v = 0; v < vehicles.size(); v++) {
      for (int c = 0; c < vehicles.get(v).size(); c++) {
        World.Call call = vehicles.get(v).get(c);
        if (call.boards()) {
          boardings.get(call.stop()).add(new Event(v, c, 0));
        }
      }
    }
  }

  private final long seed;

  /// A vehicle's first departure, and how long before each departure riders must be there.
  private record Start(int at, int hold) {}

  /// Arrival at every place, then every stop, when leaving the origin place at a time, or [#NEVER].
  int[] arrivals(int origin, int departure) {
    int latest = departure + world.travelLimit;
    int[] best = new int[world.places + world.stops];
    for (int p = 0; p < best.length; p++) {
      int walk = world.directWalk(origin, p);
      best[p] = walk <= WitnessTest.DIRECT ? departure + walk : NEVER;
    }
    Deque<Event> open = new ArrayDeque<>();
    int[][] readyFrom = new int[world.rides + 1][world.stops];
    for (int[] row : readyFrom) {
      Arrays.fill(row, NEVER);
    }
    for (int s = 0; s < world.stops; s++) {
      if (world.walkToPlace[origin][s] <= WitnessTest.ACCESS) {
        board(s, departure + world.walkToPlace[origin][s], 1, open, readyFrom);
      }
    }
    while (!open.isEmpty()) {
      Event event = open.pop();
      List<World.Call> calls = vehicles.get(event.vehicle);
      for (int c = event.call + 1; c < calls.size(); c++) {
        World.Call call = calls.get(c);
        if (!call.alights() || world.closed[call.stop()] || call.arrival() > latest) {
          continue;
        }
        for (int p = 0; p < best.length; p++) {
          int walk =
              p < world.places
                  ? world.walkToPlace[p][call.stop()]
                  : world.walkBetweenStops[call.stop()][p - world.places];
          if (walk <= WitnessTest.EGRESS) {
            best[p] = Math.min(best[p], call.arrival() + walk);
          }
        }
        if (event.rides < world.rides) {
          for (int s = 0; s < world.stops; s++) {
            if (transfer[call.stop()][s] >= 0) {
              board(s, call.arrival() + transfer[call.stop()][s], event.rides + 1, open, readyFrom);
            }
          }
        }
      }
    }
    for (int p = 0; p < best.length; p++) {
      best[p] = best[p] > latest ? NEVER : best[p];
    }
    return best;
  }

  private void board(int stop, int ready, int rides, Deque<Event> open, int[][] readyFrom) {
    // Whoever was ready earlier after as many rides has boarded all of these vehicles.
    if (world.closed[stop] || ready >= readyFrom[rides][stop]) {
      return;
    }
    for (Event event : boardings.get(stop)) {
      int leaves =
          vehicles.get(event.vehicle).get(event.call).departure()
              - holds.get(event.vehicle)
              - world.boardingSeconds;
      if (leaves >= ready && leaves < readyFrom[rides][stop]) {
        open.push(new Event(event.vehicle, event.call, rides));
      }
    }
    readyFrom[rides][stop] = ready;
  }

  /// Seconds from alighting at a stop to boarding at another, -1 where it cannot be done.
  private int[][] transfers() {
    int[][] seconds = new int[world.stops][world.stops];
    for (int a = 0; a < world.stops; a++) {
      for (int b = 0; b < world.stops; b++) {
        int walk = world.walkBetweenStops[a][b];
        seconds[a][b] = a == b ? world.changeSeconds : walk <= world.walkLimit ? walk : -1;
        for (int exact = 0; exact <= 2; exact++) {
          for (World.Rule rule : world.rules) {
            int exactness = (rule.from() >= 0 ? 1 : 0) + (rule.to() >= 0 ? 1 : 0);
            if (exactness == exact && covers(rule.from(), a) && covers(rule.to(), b)) {
              seconds[a][b] = rule.kind() == 2 ? rule.seconds() : -1;
            }
          }
        }
      }
    }
    return seconds;
  }

  private static boolean covers(int end, int stop) {
    return end >= 0 ? end == stop : stop < 4 && stop / 2 == -1 - end;
  }

  private void runTrip(
      String key, List<World.Call> calls, List<World.Frequency> frequencies, int shift) {
    if (frequencies.isEmpty()) {
      add(moved(calls, shift), 0);
      return;
    }
    List<Start> starts = new ArrayList<>();
    if (frequencies.getFirst().exact()) {
      World.Frequency only = frequencies.getFirst();
      for (int at = only.from(); at < only.to(); at += only.every()) {
        starts.add(new Start(at, 0));
      }
    } else {
      starts.addAll(starts(key, frequencies));
    }
    for (Start start : starts) {
      add(moved(calls, start.at - calls.getFirst().departure() + shift), start.hold);
    }
  }

  private void add(List<World.Call> vehicle, int hold) {
    vehicles.add(vehicle);
    holds.add(hold);
  }

  private void runLine(World.Line line, String key, boolean reverse, int shift) {
    List<Integer> stops = reverse ? line.stops().reversed() : line.stops();
    List<Integer> runs = reverse ? line.runs().reversed() : line.runs();
    List<World.Call> calls = new ArrayList<>();
    int time = 0;
    for (int i = 0; i < stops.size(); i++) {
      boolean end = i == 0 || i == stops.size() - 1;
      int departure = time + (end ? 0 : line.dwell());
      calls.add(new World.Call(stops.get(i), time, departure, true, true));
      time = departure + (i < runs.size() ? runs.get(i) : 0);
    }
    for (Start start : starts(key, line.headways())) {
      add(moved(calls, start.at + shift), start.hold);
    }
  }

  /// Departures as the documentation of headways puts it, second by second: a rider's share of the
  /// wait grows by one headway's part each second.
  private List<Start> starts(String key, List<World.Frequency> periods) {
    List<Start> starts = new ArrayList<>();
    if (world.waiting == World.Waiting.MEAN) {
      // Every second is tried: whoever comes waits half a minute for the next on average, and
      // before that what makes half the headway.
      for (World.Frequency period : periods) {
        for (int at = period.from(); at < period.to(); at++) {
          if ((at - period.from()) % Math.min(60, period.every()) == 0) {
            starts.add(new Start(at, Math.max(0, period.every() - 60) / 2));
          }
        }
      }
      return starts;
    }
    String drawn = world.waiting == World.Waiting.DRAWN ? seed + "/" + key : key;
    int next = -1;
    for (int i = 0; i < periods.size(); i++) {
      World.Frequency now = periods.get(i);
      if (i > 0 && periods.get(i - 1).to() == now.from()) {
        double share = (next - now.from()) / (double) periods.get(i - 1).every();
        next = now.from() + (int) Math.floor(share * now.every() + 1e-9);
      } else {
        next = now.from() + (int) Math.floor(now.every() * fraction(drawn));
      }
      while (next < now.to()) {
        starts.add(new Start(next, 0));
        next += now.every();
      }
    }
    return starts;
  }

  private static double fraction(String key) {
    long h = Long.parseUnsignedLong("14695981039346656037");
    for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
      h ^= Byte.toUnsignedLong(b);
      h *= 1_099_511_628_211L;
    }
    h ^= h >>> 33;
    h *= 0xff51afd7ed558ccdL;
    h ^= h >>> 33;
    h *= 0xc4ceb9fe1a85ec53L;
    h ^= h >>> 33;
    return (h >>> 32) / 4_294_967_296.0;
  }

  private static List<World.Call> filledIn(List<World.Call> calls) {
    List<World.Call> filled = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      World.Call call = calls.get(i);
      int before = i;
      int after = i;
      while (calls.get(before).departure() < 0) {
        before--;
      }
      while (calls.get(after).arrival() < 0) {
        after++;
      }
      int from = calls.get(before).departure();
      int at =
          before == i
              ? call.arrival()
              : from + (calls.get(after).arrival() - from) * (i - before) / (after - before);
      filled.add(
          new World.Call(
              call.stop(), at, before == i ? call.departure() : at, call.boards(), call.alights()));
    }
    return filled;
  }

  private static List<World.Call> moved(List<World.Call> calls, int seconds) {
    return calls.stream()
        .map(c ->
            new World.Call(
                c.stop(), c.arrival() + seconds, c.departure() + seconds, c.boards(), c.alights()))
        .toList();
  }
}
