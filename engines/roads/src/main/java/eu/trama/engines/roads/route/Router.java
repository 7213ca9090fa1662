package eu.trama.engines.roads.route;

import eu.trama.engines.roads.graph.Network;
import eu.trama.engines.roads.graph.RoadGraph;
import eu.trama.engines.roads.graph.Snap;
import eu.trama.engines.roads.graph.Snapper;
import eu.trama.engines.roads.rules.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Routes from place to place for one mode, with their shape and what to do on the way. One
/// thread's own, reused from route to route.
public final class Router {
  private final RoadGraph graph;
  private final Mode mode;
  private final Network network;
  private final Snapper snapper;
  private final RouteSearch search;
  private final Directions directions;

  /// A router for a mode.
  ///
  /// @throws IllegalArgumentException where the graph was built without the mode
  public Router(RoadGraph graph, Mode mode) {
    this.graph = graph;
    this.mode = mode;
    this.network = graph.network(mode);
    this.snapper = graph.snapper();
    this.search = new RouteSearch(graph, mode);
    this.directions = new Directions(graph, mode);
  }

  /// The quickest route.
  ///
  /// @param metresPerSecond speed on a level street; a car does not look at it
  /// @param mostMetres how far from a street both places may be
  /// @return empty where no street is near either place, or none leads from one to the other
  public Optional<Route> route(
      double fromLatitude,
      double fromLongitude,
      double toLatitude,
      double toLongitude,
      double metresPerSecond,
      double mostMetres) {
    double secondsPerUnit = mode.secondsPerUnit(metresPerSecond);
    Snap from = snapper.nearest(fromLatitude, fromLongitude, mode, mostMetres);
    Snap to = snapper.nearest(toLatitude, toLongitude, mode, mostMetres);
    if (!from.found() || !to.found()) {
      return Optional.empty();
    }
    ChainPlace start = ChainPlace.of(graph, mode, from);
    ChainPlace goal = ChainPlace.of(graph, mode, to);
    RouteSearch.Found found = search.find(start, goal, to);
    if (found.units() >= ChainPlace.CLOSED) {
      return Optional.empty();
    }
    List<Leg> legs = new ArrayList<>();
    if (found.direct()) {
      chain(start.chain(), found.against(), from, to, -1, legs);
    } else {
      int[] arcs = found.arcs();
      for (int i = 0; i < arcs.length; i++) {
        int along = network.arcChain()[arcs[i]];
        boolean last = i == arcs.length - 1;
        chain(
            along >> 1,
            (along & 1) != 0,
            i == 0 ? from : Snap.NOWHERE,
            last ? to : Snap.NOWHERE,
            last ? -1 : network.head(arcs[i]),
            legs);
      }
    }
    return Optional.of(
        directions.of(legs, from.metres() + to.metres(), found.units(), secondsPerUnit));
  }

  /// Adds the edges of a chain, from and to the places where there are such.
  private void chain(int chain, boolean against, Snap from, Snap to, int node, List<Leg> legs) {
    int first = network.chainFirst()[chain];
    int count = network.chainFirst()[chain + 1] - first;
    boolean on = !from.found();
    for (int i = 0; i < count; i++) {
      int directed = network.chainEdges()[against ? first + count - 1 - i : first + i];
      boolean back = ((directed & 1) != 0) != against;
      int edge = directed >> 1;
      double enters = 0;
      double leaves = 1;
      if (from.found() && from.edge() == edge) {
        on = true;
        enters = back ? 1 - from.share() : from.share();
      }
      boolean ends = to.found() && to.edge() == edge;
      if (ends) {
        leaves = back ? 1 - to.share() : to.share();
      }
      if (on) {
        boolean last = i == count - 1;
        legs.add(new Leg(edge, back, enters, Math.max(enters, leaves), last ? node : -1));
        if (ends) {
          return;
        }
      }
    }
  }
}
