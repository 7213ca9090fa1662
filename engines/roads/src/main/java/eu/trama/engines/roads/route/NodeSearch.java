package eu.trama.engines.roads.route;

import eu.trama.engines.roads.graph.Network;
import eu.trama.engines.roads.graph.RoadGraph;
import eu.trama.engines.roads.graph.Snap;
import eu.trama.engines.roads.graph.Snapper;
import eu.trama.engines.roads.rules.Mode;
import java.util.Arrays;

/// Searches with one label a node. A node that is settled costs its label, its entry in the queue
/// and 8 bytes an arc, all of them near in memory to those of its neighbours; some 60 bytes a node.
final class NodeSearch implements StreetSearch {
  /// A bucket is 2^7 decimetres wide, 13 m: a quarter of a street between two crossings.
  private static final int SHIFT = 7;

  private static final int FAR = ChainPlace.CLOSED;

  private final RoadGraph graph;
  private final Mode mode;
  private final Network network;
  private final Snapper snapper;
  private final int[] cost;
  private final Buckets queue = new Buckets();
  private Pace pace;
  private ChainPlace start = new ChainPlace(-1, FAR, FAR, FAR, FAR, 0);
  private boolean begun;
  private int[] told = new int[0];
  private int round;

  NodeSearch(RoadGraph graph, Mode mode) {
    this.graph = graph;
    this.mode = mode;
    this.network = graph.network(mode);
    this.snapper = graph.snapper();
    // A place that was led nowhere looks up node 0, which even an empty network must have.
    this.cost = new int[Math.max(1, network.nodes())];
    this.pace = Pace.of(mode, 0, mode.usualMetresPerSecond());
    Arrays.fill(cost, FAR);
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
    queue.open((pace.limitUnits() >> SHIFT) + 1);
    if (!begun) {
      return false;
    }
    start = ChainPlace.of(graph, mode, snap);
    int limit = pace.limitUnits();
    relax(network.chainEnds()[start.chain() * 2], start.straight() + start.backBefore(), limit);
    relax(network.chainEnds()[start.chain() * 2 + 1], start.straight() + start.alongAfter(), limit);
    search(limit);
    return true;
  }

  private void relax(int node, int at, int limit) {
    if (at <= limit && at < cost[node]) {
      cost[node] = at;
      queue.put(at >> SHIFT, node);
    }
  }

  private void search(int limit) {
    int[] first = network.firstArc();
    int[] arcs = network.arcs();
    for (int bucket = 0; bucket <= limit >> SHIFT; bucket++) {
      for (int node = queue.take(bucket); node >= 0; node = queue.take(bucket)) {
        int at = cost[node];
        // It was reached at less cost since, and has been settled from an earlier bucket.
        if (at >> SHIFT != bucket) {
          continue;
        }
        int end = first[node + 1] * 2;
        for (int arc = first[node] * 2; arc < end; arc += 2) {
          int head = arcs[arc];
          int next = at + arcs[arc + 1];
          if (next < cost[head] && next <= limit) {
            cost[head] = next;
            queue.put(next >> SHIFT, head);
          }
        }
      }
    }
  }

  private void clear() {
    begun = false;
    for (int i = 0; i < queue.size(); i++) {
      cost[queue.item(i)] = FAR;
    }
  }

  @Override
  public void seconds(Targets targets, short[] into) {
    check(targets);
    if (into.length < targets.size()) {
      throw new IllegalArgumentException(into.length + " places for " + targets.size());
    }
    int[] links = targets.links();
    int limit = pace.limitUnits();
    double secondsPerUnit = pace.secondsPerUnit();
    for (int t = 0; t < targets.size(); t++) {
      int units =
          Math.min(
              cost[links[t * Targets.LINK]] + links[t * Targets.LINK + 1],
              cost[links[t * Targets.LINK + 2]] + links[t * Targets.LINK + 3]);
      into[t] = units <= limit ? (short) Math.ceil(units * secondsPerUnit - Pace.HAIR) : UNREACHED;
    }
    if (begun) {
      int position = targets.firstOn(start.chain());
      for (int t = targets.on(start.chain(), position);
          t >= 0;
          t = targets.on(start.chain(), ++position)) {
        int units = direct(targets, t);
        if (units <= limit) {
          into[t] = (short) Math.min(into[t], pace.seconds(units));
        }
      }
    }
  }

  private int direct(Targets targets, int t) {
    ChainPlace place = targets.place(t);
    return place == null ? FAR : start.direct(place);
  }

  @Override
  public void reached(Targets targets, Visitor visitor) {
    check(targets);
    if (!begun) {
      return;
    }
    if (told.length < targets.size()) {
      told = new int[targets.size()];
      round = 0;
    }
    if (++round == Integer.MAX_VALUE) {
      Arrays.fill(told, 0);
      round = 1;
    }
    int position = targets.firstOn(start.chain());
    for (int t = targets.on(start.chain(), position);
        t >= 0;
        t = targets.on(start.chain(), ++position)) {
      tell(targets, t, visitor);
    }
    for (int i = 0; i < queue.size(); i++) {
      int node = queue.item(i);
      for (int entry = targets.nodeFirst(node); entry < targets.nodeFirst(node + 1); entry++) {
        tell(targets, targets.nodePlace(entry), visitor);
      }
    }
  }

  private void tell(Targets targets, int t, Visitor visitor) {
    if (told[t] == round) {
      return;
    }
    told[t] = round;
    int[] links = targets.links();
    int units =
        Math.min(
            cost[links[t * Targets.LINK]] + links[t * Targets.LINK + 1],
            cost[links[t * Targets.LINK + 2]] + links[t * Targets.LINK + 3]);
    ChainPlace place = targets.place(t);
    if (place != null && place.chain() == start.chain()) {
      units = Math.min(units, start.direct(place));
    }
    if (units <= pace.limitUnits()) {
      visitor.reached(t, pace.seconds(units));
    }
  }

  private void check(Targets targets) {
    if (targets.mode() != mode) {
      throw new IllegalArgumentException(
          "places prepared for " + targets.mode() + ", searched for " + mode);
    }
  }
}
