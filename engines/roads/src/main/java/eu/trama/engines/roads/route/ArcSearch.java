package eu.trama.engines.roads.route;

import eu.trama.engines.roads.graph.Network;
import eu.trama.engines.roads.graph.RoadGraph;
import eu.trama.engines.roads.graph.Snap;
import eu.trama.engines.roads.graph.Snapper;
import eu.trama.engines.roads.graph.TurnTable;
import eu.trama.engines.roads.rules.Mode;
import java.util.Arrays;

/// Searches with one label for each state of [TurnTable], that is for each direction of each
/// street: what it costs to have reached its begin with the turn into it made. Cars turn round at
/// dead ends only, bicycles anywhere.
final class ArcSearch implements StreetSearch {
  /// A bucket is 2^5 units wide: 3 s by car, 3 m by bicycle.
  private static final int SHIFT = 5;

  private static final int FAR = ChainPlace.CLOSED;

  private final RoadGraph graph;
  private final Mode mode;
  private final Network network;
  private final TurnTable turns;
  private final Snapper snapper;
  private final int[] cost;

  /// The least label of all states of an arc.
  private final int[] entered;

  private final Buckets queue = new Buckets();
  private Pace pace;
  private ChainPlace start = new ChainPlace(-1, FAR, FAR, FAR, FAR, 0);
  private boolean begun;

  ArcSearch(RoadGraph graph, Mode mode) {
    this.graph = graph;
    this.mode = mode;
    this.network = graph.network(mode);
    this.turns = network.turns();
    this.snapper = graph.snapper();
    this.cost = new int[turns.states()];
    this.entered = new int[network.arcCount()];
    double usual = mode == Mode.CAR ? 1 : mode.usualMetresPerSecond();
    this.pace = Pace.of(mode, 0, usual);
    Arrays.fill(cost, FAR);
    Arrays.fill(entered, FAR);
  }

  @Override
  public boolean from(
      double latitude,
      double longitude,
      int limitSeconds,
      double metresPerSecond,
      double mostMetres) {
    clear();
    pace = Pace.of(mode, limitSeconds, metresPerSecond);
    Snap snap = snapper.nearest(latitude, longitude, mode, mostMetres);
    begun = snap.found();
    int limit = pace.limitUnits();
    queue.open((limit >> SHIFT) + 1);
    if (!begun) {
      return false;
    }
    start = ChainPlace.of(graph, mode, snap);
    int along = network.chainArc()[start.chain() * 2];
    int back = network.chainArc()[start.chain() * 2 + 1];
    if (along >= 0) {
      goOn(along, along, start.straight() + start.alongAfter(), limit);
    }
    if (back >= 0) {
      goOn(back, back, start.straight() + start.backBefore(), limit);
    }
    for (int bucket = 0; bucket <= limit >> SHIFT; bucket++) {
      for (int state = queue.take(bucket); state >= 0; state = queue.take(bucket)) {
        int at = cost[state];
        if (at >> SHIFT == bucket) {
          int arc = turns.arc(state);
          goOn(state, arc, at + network.cost(arc), limit);
        }
      }
    }
    return true;
  }

  /// Makes every turn that is allowed at the end of an arc.
  private void goOn(int state, int arc, int at, int limit) {
    if (at > limit) {
      return;
    }
    int node = network.head(arc);
    int first = network.firstArc()[node];
    int end = network.firstArc()[node + 1];
    int reverse = end - first > 1 ? network.reverse(arc) : -1;
    for (int out = first; out < end; out++) {
      if (out == reverse) {
        continue;
      }
      int next = turns.next(state, out);
      if (next != TurnTable.FORBIDDEN && at < cost[next]) {
        cost[next] = at;
        entered[out] = Math.min(entered[out], at);
        queue.put(at >> SHIFT, next);
      }
    }
  }

  private void clear() {
    begun = false;
    for (int i = 0; i < queue.size(); i++) {
      int state = queue.item(i);
      cost[state] = FAR;
      entered[turns.arc(state)] = FAR;
    }
  }

  @Override
  public void seconds(Targets targets, short[] into) {
    check(targets);
    if (into.length < targets.size()) {
      throw new IllegalArgumentException(into.length + " places for " + targets.size());
    }
    for (int t = 0; t < targets.size(); t++) {
      int units = units(targets, t);
      into[t] = units <= pace.limitUnits() ? (short) pace.seconds(units) : UNREACHED;
    }
  }

  @Override
  public void reached(Targets targets, Visitor visitor) {
    check(targets);
    for (int t = 0; t < targets.size(); t++) {
      int units = units(targets, t);
      if (units <= pace.limitUnits()) {
        visitor.reached(t, pace.seconds(units));
      }
    }
  }

  private int units(Targets targets, int t) {
    ChainPlace place = targets.place(t);
    if (place == null || !begun) {
      return FAR;
    }
    int along = targets.arcs()[t * 2];
    int back = targets.arcs()[t * 2 + 1];
    int units = along < 0 ? FAR : entered[along] + targets.links()[t * Targets.LINK + 1];
    units =
        back < 0 ? units : Math.min(units, entered[back] + targets.links()[t * Targets.LINK + 3]);
    return place.chain() == start.chain() ? Math.min(units, start.direct(place)) : units;
  }

  private void check(Targets targets) {
    if (targets.mode() != mode) {
      throw new IllegalArgumentException(
          "places prepared for " + targets.mode() + ", searched for " + mode);
    }
  }
}
