package eu.trama.engines.transit.walking;

import java.util.Arrays;

/// Shortest ways from a point to the targets within a distance: Dijkstra's algorithm with a binary
/// heap of primitive entries, stopped at the limit. Reused from point to point; clearing costs what
/// the last search touched.
final class StreetDijkstra {
  private final StreetGraph graph;
  private final StreetTargets targets;
  private final double[] metres;
  private final int[] touched;
  private int touchedCount;
  private final double[] best;
  private final int[] found;
  private int foundCount;
  private int[] heapNode = new int[256];
  private double[] heapMetres = new double[256];
  private int heapSize;

  /// Receives targets with their distance.
  @FunctionalInterface
  interface Sink {
    void reached(int target, double metres);
  }

  StreetDijkstra(StreetGraph graph, StreetTargets targets) {
    this.graph = graph;
    this.targets = targets;
    this.metres = new double[graph.nodeCount()];
    this.touched = new int[graph.nodeCount()];
    this.best = new double[targets.size()];
    this.found = new int[targets.size()];
    Arrays.fill(metres, Double.POSITIVE_INFINITY);
    Arrays.fill(best, Double.POSITIVE_INFINITY);
  }

  /// Searches from local metres; whether there is a street to start from.
  boolean run(double x, double y, double limit) {
    clear();
    Snap start = Snap.of(graph, x, y);
    if (start.segment() < 0) {
      return false;
    }
    Segments segments = graph.segments;
    double length = segments.metres(start.segment());
    relax(segments.from(start.segment()), start.metres() + start.share() * length, limit);
    relax(segments.to(start.segment()), start.metres() + (1 - start.share()) * length, limit);
    sameSegment(start, length, limit);
    while (heapSize > 0) {
      int node = heapNode[0];
      double at = heapMetres[0];
      pop();
      if (at > metres[node]) {
        continue;
      }
      for (int t = targets.first(node); t < targets.first(node + 1); t++) {
        found(targets.target(t), at + targets.metres(t), limit);
      }
      for (int e = graph.firstEdge(node); e < graph.firstEdge(node + 1); e++) {
        relax(graph.edgeTo(e), at + graph.edgeMetres(e), limit);
      }
    }
    return true;
  }

  void tell(Sink sink) {
    for (int i = 0; i < foundCount; i++) {
      sink.reached(found[i], best[found[i]]);
    }
  }

  private void sameSegment(Snap start, double length, double limit) {
    int node = graph.segments.from(start.segment());
    for (int t = targets.first(node); t < targets.first(node + 1); t++) {
      Snap end = targets.snaps[targets.target(t)];
      if (end.segment() == start.segment()) {
        found(
            targets.target(t),
            start.metres() + Math.abs(start.share() - end.share()) * length + end.metres(),
            limit);
      }
    }
  }

  private void found(int target, double distance, double limit) {
    if (distance <= limit && distance < best[target]) {
      if (best[target] == Double.POSITIVE_INFINITY) {
        found[foundCount++] = target;
      }
      best[target] = distance;
    }
  }

  private void relax(int node, double distance, double limit) {
    if (distance <= limit && distance < metres[node]) {
      if (metres[node] == Double.POSITIVE_INFINITY) {
        touched[touchedCount++] = node;
      }
      metres[node] = distance;
      push(node, distance);
    }
  }

  private void push(int node, double distance) {
    if (heapSize == heapNode.length) {
      heapNode = Arrays.copyOf(heapNode, heapSize * 2);
      heapMetres = Arrays.copyOf(heapMetres, heapSize * 2);
    }
    int at = heapSize++;
    while (at > 0 && heapMetres[(at - 1) / 2] > distance) {
      heapNode[at] = heapNode[(at - 1) / 2];
      heapMetres[at] = heapMetres[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    heapNode[at] = node;
    heapMetres[at] = distance;
  }

  private void pop() {
    heapSize--;
    int node = heapNode[heapSize];
    double distance = heapMetres[heapSize];
    int at = 0;
    for (int child = 1; child < heapSize; child = 2 * at + 1) {
      if (child + 1 < heapSize && heapMetres[child + 1] < heapMetres[child]) {
        child++;
      }
      if (heapMetres[child] >= distance) {
        break;
      }
      heapNode[at] = heapNode[child];
      heapMetres[at] = heapMetres[child];
      at = child;
    }
    heapNode[at] = node;
    heapMetres[at] = distance;
  }

  private void clear() {
    for (int i = 0; i < touchedCount; i++) {
      metres[touched[i]] = Double.POSITIVE_INFINITY;
    }
    for (int i = 0; i < foundCount; i++) {
      best[found[i]] = Double.POSITIVE_INFINITY;
    }
    touchedCount = 0;
    foundCount = 0;
    heapSize = 0;
  }
}
