package eu.trama.engines.roads.graph;

/// What one mode may use, ready to be searched: nodes where ways part, and chains of edges between
/// them, whatever junctions of other modes they pass. Where a point blocks the mode, each edge ends
/// in a node of its own there.
///
/// Arrays are shared, not copied: they are to be read only.
///
/// @param firstArc first arc out of each node, with one entry more than nodes
/// @param arcs head and cost of each arc, side by side so that relaxing one reads one cache line
/// @param arcChain `chain * 2` for an arc along the chain, `chain * 2 + 1` for one against it
/// @param chainArc the arc along each chain at `chain * 2` and against it at `chain * 2 + 1`; -1
///   where there is none
/// @param chainEnds nodes at the chain's begin and end, side by side
/// @param chainFirst first of each chain's edges in `chainEdges`, with one entry more than chains
/// @param chainEdges `edge * 2`, and 1 more where the chain runs against the edge
/// @param edgeChain where each edge lies: `chain * 2`, and 1 more where the chain runs against it;
///   -1 where the mode may not use it
/// @param edgeBefore cost along the chain from its begin to the edge
/// @param edgeBeforeBack cost against the chain of the part from its begin to the edge
/// @param junction the graph's junction that each node stands at
/// @param turns turns that are forbidden
@SuppressWarnings("ArrayRecordComponent") // columns, never compared
public record Network(
    int[] firstArc,
    int[] arcs,
    int[] arcChain,
    int[] chainArc,
    int[] chainEnds,
    int[] chainFirst,
    int[] chainEdges,
    int[] edgeChain,
    int[] edgeBefore,
    int[] edgeBeforeBack,
    int[] junction,
    TurnTable turns) {
  public int nodes() {
    return junction.length;
  }

  public int arcCount() {
    return arcChain.length;
  }

  public int chains() {
    return chainFirst.length - 1;
  }

  public int head(int arc) {
    return arcs[arc * 2];
  }

  public int cost(int arc) {
    return arcs[arc * 2 + 1];
  }

  /// Node that an arc leaves.
  public int tail(int arc) {
    return chainEnds[arcChain[arc]];
  }

  /// The arc back along the same chain, or -1.
  public int reverse(int arc) {
    return chainArc[arcChain[arc] ^ 1];
  }
}
