package eu.trama.engines.roads.graph;

/// The ends of edges at each junction: `edge * 2` where the edge begins there, `edge * 2 + 1` where
/// it ends.
final class Incidence {
  final int[] first;
  final int[] ends;

  Incidence(Edges edges, int junctions) {
    first = new int[junctions + 1];
    ends = new int[edges.count() * 2];
    for (int e = 0; e < edges.count(); e++) {
      first[edges.from()[e] + 1]++;
      first[edges.to()[e] + 1]++;
    }
    for (int j = 0; j < junctions; j++) {
      first[j + 1] += first[j];
    }
    int[] next = first.clone();
    for (int e = 0; e < edges.count(); e++) {
      ends[next[edges.from()[e]]++] = e * 2;
      ends[next[edges.to()[e]]++] = e * 2 + 1;
    }
  }
}
