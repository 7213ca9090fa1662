package eu.trama.engines.transit.walking;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Streets as an undirected graph for walking, all of one piece. Immutable.
///
/// Points equal when rounded to 1e-5 degrees are one node. Streets that cross without a shared
/// point are joined there (a walker seldom minds that a bridge or tunnel has no stairs, and maps of
/// named streets often lack the point). A loose end is led to the nearest other street within 20 m,
/// and then pieces of the map are joined where they come that near, nearest first. What is then not
/// connected to the largest piece by length is dropped, so that nobody is stranded on a fragment of
/// the map; [#largestShare] says how much was kept.
public final class StreetGraph {
  /// How far a gap between streets may be walked: the width of a street of the Eixample.
  public static final double GAP_METRES = 20;

  final Segments segments;
  final SegmentGrid grid;
  private final int[] firstEdge;
  private final int[] edgeTo;
  private final double[] edgeMetres;
  private final double largestShare;
  private final double metres;

  private StreetGraph(Segments all) {
    int[] piece = all.pieces();
    double[] length = new double[all.nodeCount()];
    double total = 0;
    int largest = 0;
    for (int s = 0; s < all.count(); s++) {
      int of = piece[all.from(s)];
      length[of] += all.metres(s);
      total += all.metres(s);
      largest = length[of] > length[largest] ? of : largest;
    }
    this.segments = new Segments(all.plane);
    int[] renumbered = new int[all.nodeCount()];
    Arrays.fill(renumbered, -1);
    for (int s = 0; s < all.count(); s++) {
      if (piece[all.from(s)] == largest) {
        segments.add(
            keep(all, all.from(s), renumbered), keep(all, all.to(s), renumbered), all.line(s));
      }
    }
    this.metres = length.length == 0 ? 0 : length[largest];
    this.largestShare = total == 0 ? 0 : metres / total;
    this.grid = new SegmentGrid(segments);
    this.firstEdge = new int[segments.nodeCount() + 1];
    for (int s = 0; s < segments.count(); s++) {
      firstEdge[segments.from(s) + 1]++;
      firstEdge[segments.to(s) + 1]++;
    }
    for (int n = 0; n < segments.nodeCount(); n++) {
      firstEdge[n + 1] += firstEdge[n];
    }
    this.edgeTo = new int[segments.count() * 2];
    this.edgeMetres = new double[edgeTo.length];
    int[] next = firstEdge.clone();
    for (int s = 0; s < segments.count(); s++) {
      int a = next[segments.from(s)]++;
      int b = next[segments.to(s)]++;
      edgeTo[a] = segments.to(s);
      edgeTo[b] = segments.from(s);
      edgeMetres[a] = segments.metres(s);
      edgeMetres[b] = edgeMetres[a];
    }
  }

  /// Draws the graph.
  ///
  /// @param closed ids of streets that nobody may walk; a street that crosses one stays open
  public static StreetGraph of(List<Street> streets, Set<String> closed) {
    Segments segments = Segments.of(streets, closed);
    Junctions.join(segments, GAP_METRES);
    return new StreetGraph(segments);
  }

  public int nodeCount() {
    return segments.nodeCount();
  }

  public int segmentCount() {
    return segments.count();
  }

  /// Length of the streets kept.
  public double metres() {
    return metres;
  }

  /// Length of the streets kept as a share of all that were not closed.
  public double largestShare() {
    return largestShare;
  }

  int firstEdge(int node) {
    return firstEdge[node];
  }

  int edgeTo(int edge) {
    return edgeTo[edge];
  }

  double edgeMetres(int edge) {
    return edgeMetres[edge];
  }

  private int keep(Segments all, int node, int[] renumbered) {
    if (renumbered[node] < 0) {
      renumbered[node] = segments.addNode(all.x(node), all.y(node));
    }
    return renumbered[node];
  }
}
