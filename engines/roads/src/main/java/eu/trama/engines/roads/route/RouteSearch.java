package eu.trama.engines.roads.route;

import eu.trama.engines.roads.geo.Ground;
import eu.trama.engines.roads.graph.Network;
import eu.trama.engines.roads.graph.RoadGraph;
import eu.trama.engines.roads.graph.Snap;
import eu.trama.engines.roads.graph.TurnTable;
import eu.trama.engines.roads.rules.Mode;
import java.util.Arrays;

/// The cheapest route from one place to another: A* (Hart, Nilsson and Raphael, IEEE Trans. SSC 4,
/// 1968) over the states of [TurnTable], led by the straight line to the goal at the least pace of
/// any street. Reused from route to route.
final class RouteSearch {
  private static final int FAR = ChainPlace.CLOSED;
  private static final int NO_STATE = -1;

  /// The straight line is measured at one latitude; this keeps it from ever being too long.
  private static final double NEVER_TOO_LONG = 0.99;

  private final RoadGraph graph;
  private final Network network;
  private final TurnTable turns;
  private final double unitsPerMetre;
  private final int[] cost;
  private final int[] cameFrom;
  private final Heap heap = new Heap();
  private int[] touched = new int[1 << 10];
  private int touchedCount;
  private Ground ground = Ground.around(0);
  private int goalLatitude;
  private int goalLongitude;

  /// What was found.
  ///
  /// @param units cost, the straight ends included
  /// @param direct whether it stays on one chain
  /// @param against whether it enters the goal's chain, or goes along the one chain, against it
  /// @param arcs arcs between the chain of the start and that of the goal; the first is that of the
  ///   start, the last that of the goal
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Found(int units, boolean direct, boolean against, int[] arcs) {}

  RouteSearch(RoadGraph graph, Mode mode) {
    this.graph = graph;
    this.network = graph.network(mode);
    this.turns = network.turns();
    this.cost = new int[turns.states()];
    this.cameFrom = new int[turns.states()];
    Arrays.fill(cost, FAR);
    double least = Double.POSITIVE_INFINITY;
    for (int e = 0; e < graph.edges().count(); e++) {
      for (int side = 0; side < 2; side++) {
        float pace = graph.profile(e).pace(mode, side == 1);
        least = pace > 0 ? Math.min(least, pace) : least;
      }
    }
    this.unitsPerMetre = least == Double.POSITIVE_INFINITY ? 0 : least * 10 * NEVER_TOO_LONG;
  }

  /// Searches; units of [ChainPlace#CLOSED] where there is no route.
  Found find(ChainPlace start, ChainPlace goal, Snap goalSnap) {
    clear();
    goalLatitude = goalSnap.latitude();
    goalLongitude = goalSnap.longitude();
    ground = Ground.around(goalLatitude);
    int best = FAR;
    boolean direct = false;
    boolean against = false;
    if (start.chain() == goal.chain()) {
      best = start.direct(goal);
      direct = best < FAR;
      against = best < FAR && !goesAlong(start, goal, best);
    }
    int startAlong = network.chainArc()[start.chain() * 2];
    int startBack = network.chainArc()[start.chain() * 2 + 1];
    int goalAlong = network.chainArc()[goal.chain() * 2];
    int goalBack = network.chainArc()[goal.chain() * 2 + 1];
    if (startAlong >= 0) {
      goOn(startAlong, startAlong, start.straight() + start.alongAfter(), -2 - startAlong);
    }
    if (startBack >= 0) {
      goOn(startBack, startBack, start.straight() + start.backBefore(), -2 - startBack);
    }
    int last = NO_STATE;
    while (!heap.isEmpty() && heap.leastKey() < best) {
      int key = heap.leastKey();
      int state = heap.take();
      int arc = turns.arc(state);
      if (key > cost[state] + ahead(arc)) {
        continue;
      }
      if (arc == goalAlong && cost[state] + goal.alongBefore() + goal.straight() < best) {
        best = cost[state] + goal.alongBefore() + goal.straight();
        last = state;
        against = false;
        direct = false;
      }
      if (arc == goalBack && cost[state] + goal.backAfter() + goal.straight() < best) {
        best = cost[state] + goal.backAfter() + goal.straight();
        last = state;
        against = true;
        direct = false;
      }
      goOn(state, arc, cost[state] + network.cost(arc), state);
    }
    return new Found(best, direct, against, direct || best >= FAR ? new int[0] : arcs(last));
  }

  private static boolean goesAlong(ChainPlace start, ChainPlace goal, int best) {
    return start.alongBefore() < FAR
        && goal.alongBefore() - start.alongBefore() + start.straight() + goal.straight() == best;
  }

  private void goOn(int state, int arc, int at, int from) {
    int node = network.head(arc);
    int first = network.firstArc()[node];
    int end = network.firstArc()[node + 1];
    int reverse = end - first > 1 ? network.reverse(arc) : -1;
    for (int out = first; out < end; out++) {
      int next = out == reverse ? TurnTable.FORBIDDEN : turns.next(state, out);
      if (next != TurnTable.FORBIDDEN && at < cost[next]) {
        if (cost[next] == FAR) {
          touch(next);
        }
        cost[next] = at;
        cameFrom[next] = from;
        heap.put(at + ahead(out), next);
      }
    }
  }

  /// What it costs at least from the begin of an arc to the goal.
  private int ahead(int arc) {
    int junction = network.junction()[network.tail(arc)];
    double metres =
        ground.metres(
            graph.latitude(junction), graph.longitude(junction), goalLatitude, goalLongitude);
    return (int) Math.min(FAR, metres * unitsPerMetre);
  }

  private int[] arcs(int last) {
    int count = 1;
    int state = last;
    for (; state >= 0; state = cameFrom[state]) {
      count++;
    }
    int[] arcs = new int[count];
    arcs[0] = -2 - state;
    state = last;
    for (int i = count - 1; i > 0; i--) {
      arcs[i] = turns.arc(state);
      state = cameFrom[state];
    }
    return arcs;
  }

  private void touch(int state) {
    if (touchedCount == touched.length) {
      touched = Arrays.copyOf(touched, touchedCount * 2);
    }
    touched[touchedCount++] = state;
  }

  private void clear() {
    for (int i = 0; i < touchedCount; i++) {
      cost[touched[i]] = FAR;
    }
    touchedCount = 0;
    heap.clear();
  }
}
