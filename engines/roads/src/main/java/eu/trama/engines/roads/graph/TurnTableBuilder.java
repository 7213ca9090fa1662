package eu.trama.engines.roads.graph;

import eu.trama.engines.roads.graph.BaseTurns.TurnWord;
import eu.trama.engines.roads.rules.Mode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes the automaton of [TurnTable] for one mode.
final class TurnTableBuilder {
  private final Network network;
  private final Set<List<Integer>> forbidden = new HashSet<>();

  /// Beginnings of forbidden sequences, with the state of each.
  private final Map<List<Integer>, Integer> states = new LinkedHashMap<>();

  private TurnTableBuilder(Network network) {
    this.network = network;
  }

  /// The network with the restrictions that bind the mode.
  static Network restrict(Network network, List<TurnWord> words, Mode mode) {
    TurnTableBuilder builder = new TurnTableBuilder(network);
    for (TurnWord word : words) {
      List<Integer> arcs = (word.modes() & mode.bit()) == 0 ? null : builder.arcs(word.edges());
      if (arcs != null && arcs.size() > 1) {
        builder.forbid(arcs, word.only());
      }
    }
    return builder.forbidden.isEmpty() ? network : builder.build();
  }

  /// The arcs that a sequence of edges runs over; null where the mode cannot go that way at all.
  private @Nullable List<Integer> arcs(int[] edges) {
    List<Integer> arcs = new ArrayList<>();
    for (int directed : edges) {
      int at = network.edgeChain()[directed >> 1];
      int arc = at < 0 ? -1 : network.chainArc()[at ^ (directed & 1)];
      if (arc < 0) {
        return null;
      }
      if (arcs.isEmpty() || arcs.getLast() != arc) {
        arcs.add(arc);
      }
    }
    for (int i = 0; i + 1 < arcs.size(); i++) {
      if (network.head(arcs.get(i)) != network.tail(arcs.get(i + 1))) {
        return null;
      }
    }
    return arcs;
  }

  private void forbid(List<Integer> arcs, boolean only) {
    if (!only) {
      forbidden.add(arcs);
      return;
    }
    // Whoever comes in must follow the whole sequence: at each of its nodes, all else is forbidden.
    for (int i = 0; i + 1 < arcs.size(); i++) {
      int node = network.head(arcs.get(i));
      for (int out = network.firstArc()[node]; out < network.firstArc()[node + 1]; out++) {
        if (out != arcs.get(i + 1)) {
          List<Integer> other = new ArrayList<>(arcs.subList(0, i + 1));
          other.add(out);
          forbidden.add(other);
        }
      }
    }
  }

  private Network build() {
    int plain = network.arcCount();
    List<Integer> arcOf = new ArrayList<>();
    // In the order of their arcs, so that the same restrictions make the same bytes.
    List<List<Integer>> sorted = new ArrayList<>(forbidden);
    sorted.sort((a, b) -> Arrays.compare(toInts(a), toInts(b)));
    for (List<Integer> word : sorted) {
      for (int length = 1; length < word.size(); length++) {
        List<Integer> start = List.copyOf(word.subList(0, length));
        if (!states.containsKey(start)) {
          states.put(start, length == 1 ? start.getFirst() : plain + arcOf.size());
          if (length > 1) {
            arcOf.add(start.getLast());
          }
        }
      }
    }
    int[] rowOf = new int[plain + arcOf.size()];
    Arrays.fill(rowOf, -1);
    Ints rowFirst = new Ints(states.size());
    Ints rules = new Ints(states.size() * 4);
    for (Map.Entry<List<Integer>, Integer> state : states.entrySet()) {
      rowOf[state.getValue()] = rowFirst.size();
      rowFirst.add(rules.size() / 2);
      int node = network.head(state.getKey().getLast());
      for (int out = network.firstArc()[node]; out < network.firstArc()[node + 1]; out++) {
        int next = next(state.getKey(), out);
        if (next != out) {
          rules.add(out);
          rules.add(next);
        }
      }
    }
    rowFirst.add(rules.size() / 2);
    TurnTable turns = new TurnTable(rowOf, toInts(arcOf), rowFirst.toArray(), rules.toArray());
    return new Network(
        network.firstArc(),
        network.arcs(),
        network.arcChain(),
        network.chainArc(),
        network.chainEnds(),
        network.chainFirst(),
        network.chainEdges(),
        network.edgeChain(),
        network.edgeBefore(),
        network.edgeBeforeBack(),
        network.junction(),
        turns);
  }

  /// The state after going on from a beginning: the longest end of the route that is again one.
  private int next(List<Integer> start, int arc) {
    List<Integer> route = new ArrayList<>(start);
    route.add(arc);
    int next = -2;
    for (int from = 0; from < route.size(); from++) {
      List<Integer> end = route.subList(from, route.size());
      if (forbidden.contains(end)) {
        return TurnTable.FORBIDDEN;
      }
      Integer known = states.get(end);
      if (known != null && next == -2) {
        next = known;
      }
    }
    return next == -2 ? arc : next;
  }

  private static int[] toInts(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }
}
