package eu.trama.engines.roads.route;

import eu.trama.engines.roads.graph.Network;
import eu.trama.engines.roads.graph.RoadGraph;
import eu.trama.engines.roads.graph.Snap;
import eu.trama.engines.roads.graph.Snapper;
import eu.trama.engines.roads.rules.Mode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Places led to the streets of one mode once, to be the ends of many searches. Immutable, shared
/// by all threads.
///
/// For each place it keeps the two nodes that it is reached from and what it costs from there, so
/// that a search looks up two labels a place; and for each node its places, so that a search over a
/// large country looks at those within reach only.
public final class Targets {
  static final int LINK = 4;

  private final Mode mode;
  private final Snap[] snaps;
  private final @Nullable ChainPlace[] places;

  /// Node, cost, node, cost for each place in a row.
  private final int[] links;

  /// Arcs that the costs of [#links] begin at the tail of, or -1.
  private final int[] arcs;

  private final int[] nodeFirst;
  private final int[] nodePlaces;
  private final int[] byChain;
  private final int[] chainOf;

  private Targets(RoadGraph graph, Mode mode, Snap[] snaps) {
    this.mode = mode;
    this.snaps = snaps;
    Network network = graph.network(mode);
    int count = snaps.length;
    places = new @Nullable ChainPlace[count];
    links = new int[count * LINK];
    arcs = new int[count * 2];
    Arrays.fill(arcs, -1);
    nodeFirst = new int[network.nodes() + 1];
    long[] sorted = new long[count];
    for (int t = 0; t < count; t++) {
      links[t * LINK + 1] = ChainPlace.CLOSED;
      links[t * LINK + 3] = ChainPlace.CLOSED;
      sorted[t] = (long) Integer.MAX_VALUE << Integer.SIZE | t;
      if (snaps[t].found()) {
        ChainPlace place = ChainPlace.of(graph, mode, snaps[t]);
        places[t] = place;
        sorted[t] = (long) place.chain() << Integer.SIZE | t;
        int begin = network.chainEnds()[place.chain() * 2];
        int end = network.chainEnds()[place.chain() * 2 + 1];
        links[t * LINK] = begin;
        links[t * LINK + 1] = Math.min(ChainPlace.CLOSED, place.alongBefore() + place.straight());
        links[t * LINK + 2] = end;
        links[t * LINK + 3] = Math.min(ChainPlace.CLOSED, place.backAfter() + place.straight());
        arcs[t * 2] = network.chainArc()[place.chain() * 2];
        arcs[t * 2 + 1] = network.chainArc()[place.chain() * 2 + 1];
        nodeFirst[begin + 1]++;
        nodeFirst[end + 1]++;
      }
    }
    for (int n = 0; n < network.nodes(); n++) {
      nodeFirst[n + 1] += nodeFirst[n];
    }
    nodePlaces = new int[nodeFirst[network.nodes()]];
    int[] next = nodeFirst.clone();
    for (int t = 0; t < count; t++) {
      if (places[t] != null) {
        nodePlaces[next[links[t * LINK]]++] = t;
        nodePlaces[next[links[t * LINK + 2]]++] = t;
      }
    }
    Arrays.sort(sorted);
    byChain = new int[count];
    chainOf = new int[count];
    for (int i = 0; i < count; i++) {
      byChain[i] = (int) sorted[i];
      chainOf[i] = (int) (sorted[i] >> Integer.SIZE);
    }
  }

  /// Leads places to streets.
  ///
  /// @param mostMetres how far from a street a place may lie; one farther is never reached
  /// @throws IllegalArgumentException where lengths differ, or the graph was built without the mode
  public static Targets prepare(
      RoadGraph graph, Mode mode, double[] latitudes, double[] longitudes, double mostMetres) {
    if (latitudes.length != longitudes.length) {
      throw new IllegalArgumentException(
          latitudes.length + " latitudes, " + longitudes.length + " longitudes");
    }
    Snapper snapper = graph.snapper();
    Snap[] snaps = new Snap[latitudes.length];
    for (int t = 0; t < snaps.length; t++) {
      snaps[t] = snapper.nearest(latitudes[t], longitudes[t], mode, mostMetres);
    }
    return new Targets(graph, mode, snaps);
  }

  public int size() {
    return snaps.length;
  }

  public Mode mode() {
    return mode;
  }

  /// Where on a street a place was led; [Snap#NOWHERE] where none is near.
  public Snap snap(int target) {
    return snaps[target];
  }

  int[] links() {
    return links;
  }

  int[] arcs() {
    return arcs;
  }

  @Nullable ChainPlace place(int target) {
    return places[target];
  }

  int nodeFirst(int node) {
    return nodeFirst[node];
  }

  int nodePlace(int entry) {
    return nodePlaces[entry];
  }

  /// The first position in the order of chains whose chain is not before this one.
  int firstOn(int chain) {
    int low = 0;
    int high = chainOf.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (chainOf[middle] < chain) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// The place at a position in the order of chains, or -1 past those of the chain.
  int on(int chain, int position) {
    return position < chainOf.length && chainOf[position] == chain ? byChain[position] : -1;
  }
}
