package eu.trama.engines.roads.graph;

import java.util.BitSet;

/// Parts of a network in which everybody gets from everywhere to everywhere: Tarjan's algorithm
/// (*Depth-first search and linear graph algorithms*, SIAM J. Comput. 1, 1972) with a stack of its
/// own, since a city is deeper than a thread's.
final class StrongComponents {
  private final Network network;
  private final int[] number;
  private final int[] low;
  private final int[] nextArc;
  private final int[] caller;
  private final int[] open;
  private final BitSet closed;
  private int openCount;
  private int numbered;
  private BitSet largest = new BitSet();
  private int largestSize;

  private StrongComponents(Network network) {
    this.network = network;
    int nodes = network.nodes();
    number = new int[nodes];
    low = new int[nodes];
    nextArc = new int[nodes];
    caller = new int[nodes];
    open = new int[nodes];
    closed = new BitSet(nodes);
  }

  /// Nodes of the largest part, by the number of nodes.
  static BitSet largest(Network network) {
    StrongComponents components = new StrongComponents(network);
    for (int n = 0; n < network.nodes(); n++) {
      if (components.number[n] == 0) {
        components.visit(n);
      }
    }
    return components.largest;
  }

  private void visit(int root) {
    int n = enter(root, -1);
    while (n >= 0) {
      if (nextArc[n] < network.firstArc()[n + 1]) {
        int head = network.head(nextArc[n]++);
        if (number[head] == 0) {
          n = enter(head, n);
        } else if (!closed.get(head)) {
          low[n] = Math.min(low[n], number[head]);
        }
      } else {
        if (low[n] == number[n]) {
          close(n);
        }
        int back = caller[n];
        if (back >= 0) {
          low[back] = Math.min(low[back], low[n]);
        }
        n = back;
      }
    }
  }

  private int enter(int n, int from) {
    number[n] = ++numbered;
    low[n] = numbered;
    nextArc[n] = network.firstArc()[n];
    caller[n] = from;
    open[openCount++] = n;
    return n;
  }

  private void close(int root) {
    int start = openCount;
    int n;
    do {
      n = open[--start];
      closed.set(n);
    } while (n != root);
    int size = openCount - start;
    if (size > largestSize) {
      largestSize = size;
      largest = new BitSet(network.nodes());
      for (int i = start; i < openCount; i++) {
        largest.set(open[i]);
      }
    }
    openCount = start;
  }
}
