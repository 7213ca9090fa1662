package eu.trama.engines.roads.graph;

import eu.trama.engines.roads.graph.BaseTurns.TurnWord;
import eu.trama.engines.roads.rules.Mode;
import eu.trama.engines.roads.rules.StreetProfile;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Finds what one mode may use, and joins edges into chains where nobody has a choice.
final class NetworkBuilder {
  /// The junction has an edge before and an edge after it, and is passed.
  private static final int INNER = -1;

  private final Edges edges;
  private final Incidence incidence;
  private final byte[] blocked;
  private final BitSet keep;
  private final Mode mode;
  private final int[] cost;
  private final int[] nodeAt;
  private final int[] edgeChain;
  private final int[] edgeBefore;
  private final int[] edgeBeforeBack;
  private final Ints junction = new Ints(1 << 12);
  private final Ints chainEnds = new Ints(1 << 12);
  private final Ints chainCost = new Ints(1 << 12);
  private final Ints chainFirst = new Ints(1 << 12);
  private final Ints chainEdges;

  NetworkBuilder(
      Edges edges,
      StreetProfile[] profiles,
      Incidence incidence,
      byte[] blocked,
      BitSet keep,
      Mode mode) {
    this.edges = edges;
    this.incidence = incidence;
    this.blocked = blocked;
    this.keep = keep;
    this.mode = mode;
    int count = edges.count();
    this.cost = new int[count * 2];
    this.nodeAt = new int[count * 2];
    this.edgeChain = new int[count];
    this.edgeBefore = new int[count];
    this.edgeBeforeBack = new int[count];
    this.chainEdges = new Ints(count);
    Arrays.fill(edgeChain, -1);
    Arrays.fill(nodeAt, INNER);
    for (int e = 0; e < count; e++) {
      cost[e * 2] = edges.cost(profiles, e, mode, false);
      cost[e * 2 + 1] = edges.cost(profiles, e, mode, true);
      if (open(e)) {
        edges.modes()[e] |= (byte) mode.bit();
      }
    }
  }

  Network build(List<TurnWord> words) {
    for (int j = 0; j + 1 < incidence.first.length; j++) {
      placeNodes(j);
    }
    chainFirst.add(0);
    for (int end : incidence.ends) {
      if (open(end >> 1) && nodeAt[end] != INNER && edgeChain[end >> 1] < 0) {
        chain(end);
      }
    }
    // What is left are rings with nothing beside them.
    for (int e = 0; e < edges.count(); e++) {
      if (open(e) && edgeChain[e] < 0) {
        nodeOfRing(e);
        chain(e * 2);
      }
    }
    int[] ends = chainEnds.toArray();
    int[] chainArc = new int[ends.length];
    int nodes = junction.size();
    int[] firstArc = new int[nodes + 1];
    for (int side = 0; side < ends.length; side++) {
      if (chainCost.get(side) > 0) {
        firstArc[ends[side] + 1]++;
      }
    }
    for (int n = 0; n < nodes; n++) {
      firstArc[n + 1] += firstArc[n];
    }
    int[] arcs = new int[firstArc[nodes] * 2];
    int[] arcChain = new int[firstArc[nodes]];
    int[] next = firstArc.clone();
    Arrays.fill(chainArc, -1);
    for (int side = 0; side < ends.length; side++) {
      if (chainCost.get(side) > 0) {
        int arc = next[ends[side]]++;
        arcs[arc * 2] = ends[side ^ 1];
        arcs[arc * 2 + 1] = chainCost.get(side);
        arcChain[arc] = side;
        chainArc[side] = arc;
      }
    }
    Network network =
        new Network(
            firstArc,
            arcs,
            arcChain,
            chainArc,
            ends,
            chainFirst.toArray(),
            chainEdges.toArray(),
            edgeChain,
            edgeBefore,
            edgeBeforeBack,
            junction.toArray(),
            TurnTable.none(arcChain.length));
    markMain(network);
    return TurnTableBuilder.restrict(network, words, mode);
  }

  private boolean open(int e) {
    return cost[e * 2] > 0 || cost[e * 2 + 1] > 0;
  }

  private void placeNodes(int j) {
    int count = 0;
    int one = -1;
    int other = -1;
    for (int i = incidence.first[j]; i < incidence.first[j + 1]; i++) {
      int end = incidence.ends[i];
      if (open(end >> 1)) {
        count++;
        other = one;
        one = end;
      }
    }
    boolean barred = (blocked[j] & mode.bit()) != 0;
    if (count == 0 || (!barred && count == 2 && !keep.get(j) && passable(one, other))) {
      return;
    }
    int shared = barred ? -1 : node(j);
    for (int i = incidence.first[j]; i < incidence.first[j + 1]; i++) {
      int end = incidence.ends[i];
      if (open(end >> 1)) {
        nodeAt[end] = barred ? node(j) : shared;
      }
    }
  }

  private int node(int j) {
    junction.add(j);
    return junction.size() - 1;
  }

  /// Whether each direction goes on where it comes from, so that nothing is lost in between.
  private boolean passable(int one, int other) {
    return one >> 1 != other >> 1
        && (inward(one) > 0) == (outward(other) > 0)
        && (outward(one) > 0) == (inward(other) > 0);
  }

  /// Cost of going along the edge to this end of it.
  private int inward(int end) {
    return cost[end ^ 1];
  }

  /// Cost of going along the edge from this end of it.
  private int outward(int end) {
    return cost[end];
  }

  private void nodeOfRing(int e) {
    int j = edges.from()[e];
    int node = node(j);
    for (int i = incidence.first[j]; i < incidence.first[j + 1]; i++) {
      if (open(incidence.ends[i] >> 1)) {
        nodeAt[incidence.ends[i]] = node;
      }
    }
  }

  /// Follows edges from an end at a node until the next node.
  private void chain(int start) {
    int chain = chainFirst.size() - 1;
    long along = 0;
    long back = 0;
    int end = start;
    chainEnds.add(nodeAt[start]);
    while (true) {
      int e = end >> 1;
      edgeChain[e] = chain * 2 + (end & 1);
      edgeBefore[e] = (int) along;
      edgeBeforeBack[e] = (int) back;
      chainEdges.add(end);
      along += outward(end);
      back += inward(end);
      int far = end ^ 1;
      if (nodeAt[far] != INNER) {
        chainEnds.add(nodeAt[far]);
        break;
      }
      end = otherEnd(far);
    }
    boolean opensAlong = outward(start) > 0;
    boolean opensBack = inward(start) > 0;
    chainCost.add(opensAlong ? (int) Math.min(Integer.MAX_VALUE / 4, along) : 0);
    chainCost.add(opensBack ? (int) Math.min(Integer.MAX_VALUE / 4, back) : 0);
    chainFirst.add(chainEdges.size());
  }

  private int otherEnd(int end) {
    int j = (end & 1) == 0 ? edges.from()[end >> 1] : edges.to()[end >> 1];
    for (int i = incidence.first[j]; i < incidence.first[j + 1]; i++) {
      if (incidence.ends[i] != end && open(incidence.ends[i] >> 1)) {
        return incidence.ends[i];
      }
    }
    throw new IllegalStateException("junction " + j + " has no second edge");
  }

  private void markMain(Network network) {
    BitSet main = StrongComponents.largest(network);
    for (int e = 0; e < edges.count(); e++) {
      int at = edgeChain[e];
      if (at >= 0
          && main.get(network.chainEnds()[at & ~1])
          && main.get(network.chainEnds()[at | 1])) {
        edges.modes()[e] |= (byte) (mode.bit() << Edges.MAIN_SHIFT);
      }
    }
  }
}
