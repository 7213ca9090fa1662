package eu.trama.engines.roads.route;

import eu.trama.engines.roads.graph.Network;
import eu.trama.engines.roads.graph.RoadGraph;
import eu.trama.engines.roads.graph.Snap;
import eu.trama.engines.roads.rules.Mode;

/// A place on a chain of a network, with what it costs from there to the chain's ends and back. All
/// costs are in units of [Mode]; [#CLOSED] where that direction is not open.
///
/// @param alongBefore from the chain's begin to the place
/// @param alongAfter from the place to the chain's end
/// @param backBefore from the place to the chain's begin
/// @param backAfter from the chain's end to the place
/// @param straight between the place asked for and the street
record ChainPlace(
    int chain, int alongBefore, int alongAfter, int backBefore, int backAfter, int straight) {
  /// More than any limit, and small enough to be added to a limit or to itself.
  static final int CLOSED = 1 << 29;

  private static final int UNITS_PER_METRE = 10;

  static ChainPlace of(RoadGraph graph, Mode mode, Snap snap) {
    Network network = graph.network(mode);
    int edge = snap.edge();
    int at = network.edgeChain()[edge];
    boolean reversed = (at & 1) != 0;
    double share = reversed ? 1 - snap.share() : snap.share();
    int alongEdge = graph.cost(edge, mode, reversed);
    int backEdge = graph.cost(edge, mode, !reversed);
    int alongBefore = network.edgeBefore()[edge] + (int) Math.round(share * alongEdge);
    int backBefore = network.edgeBeforeBack()[edge] + (int) Math.round(share * backEdge);
    int along = network.chainArc()[at & ~1];
    int back = network.chainArc()[at | 1];
    // A car is not driven from the door to the street; whoever walks or rides comes all the way.
    int straight = mode == Mode.CAR ? 0 : (int) Math.round(snap.metres() * UNITS_PER_METRE);
    return new ChainPlace(
        at >> 1,
        along < 0 ? CLOSED : alongBefore,
        along < 0 ? CLOSED : network.cost(along) - alongBefore,
        back < 0 ? CLOSED : backBefore,
        back < 0 ? CLOSED : network.cost(back) - backBefore,
        straight);
  }

  /// Cost from here to another place of the same chain without leaving it; [#CLOSED] where one
  /// would have to turn round.
  int direct(ChainPlace other) {
    int best = CLOSED;
    if (alongBefore < CLOSED && other.alongBefore >= alongBefore) {
      best = other.alongBefore - alongBefore;
    }
    if (backBefore < CLOSED && other.backBefore <= backBefore) {
      best = Math.min(best, backBefore - other.backBefore);
    }
    return best < CLOSED ? best + straight + other.straight : CLOSED;
  }
}
