package eu.trama.engines.transit.walking;

import eu.trama.engines.transit.geo.LocalPlane;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Straight pieces of streets between nodes, in growing columns, while a graph is drawn. Points
/// that are equal when rounded to 1e-5 degrees (1.1 m) are one node.
final class Segments {
  private static final double GRID_PER_DEGREE = 1e5;

  final LocalPlane plane;
  private final Map<Long, Integer> nodes = new HashMap<>();
  private double[] x = new double[1024];
  private double[] y = new double[1024];
  private int[] from = new int[1024];
  private int[] to = new int[1024];
  private int[] line = new int[1024];
  private int count;
  private int nodeCount;

  Segments(LocalPlane plane) {
    this.plane = plane;
  }

  static Segments of(List<Street> streets, Set<String> closed) {
    double latitude = 0;
    double longitude = 0;
    long points = 0;
    for (Street street : streets) {
      for (int i = 0; i < street.points(); i++) {
        latitude += street.latitude(i);
        longitude += street.longitude(i);
        points++;
      }
    }
    Segments segments =
        new Segments(
            new LocalPlane(latitude / Math.max(1, points), longitude / Math.max(1, points)));
    for (int polyline = 0; polyline < streets.size(); polyline++) {
      Street street = streets.get(polyline);
      for (int i = 1; i < street.points() && !closed.contains(street.id()); i++) {
        segments.add(
            segments.nodeAt(street.latitude(i - 1), street.longitude(i - 1)),
            segments.nodeAt(street.latitude(i), street.longitude(i)),
            polyline);
      }
    }
    return segments;
  }

  private int nodeAt(double latitude, double longitude) {
    long row = Math.round(latitude * GRID_PER_DEGREE);
    long column = Math.round(longitude * GRID_PER_DEGREE);
    Integer known = nodes.get((row << 32) ^ (column & 0xffffffffL));
    if (known != null) {
      return known;
    }
    int node = addNode(plane.x(column / GRID_PER_DEGREE), plane.y(row / GRID_PER_DEGREE));
    nodes.put((row << 32) ^ (column & 0xffffffffL), node);
    return node;
  }

  /// Makes a node at local metres.
  int addNode(double atX, double atY) {
    int node = nodeCount++;
    if (node == x.length) {
      x = Arrays.copyOf(x, node * 2);
      y = Arrays.copyOf(y, node * 2);
    }
    x[node] = atX;
    y[node] = atY;
    return node;
  }

  /// Makes a segment of a polyline; none where both ends are one node.
  void add(int a, int b, int polyline) {
    if (a == b) {
      return;
    }
    if (count == from.length) {
      from = Arrays.copyOf(from, count * 2);
      to = Arrays.copyOf(to, count * 2);
      line = Arrays.copyOf(line, count * 2);
    }
    from[count] = a;
    line[count] = polyline;
    to[count++] = b;
  }

  /// Names the piece that each node is part of by one of its nodes.
  int[] pieces() {
    int[] leader = new int[nodeCount];
    Arrays.setAll(leader, i -> i);
    for (int s = 0; s < count; s++) {
      int a = leader(leader, from[s]);
      int b = leader(leader, to[s]);
      leader[Math.max(a, b)] = Math.min(a, b);
    }
    for (int node = 0; node < nodeCount; node++) {
      leader[node] = leader(leader, node);
    }
    return leader;
  }

  /// The leader of a node's piece; shortens the way to it.
  static int leader(int[] leaders, int node) {
    int at = node;
    while (leaders[at] != at) {
      leaders[at] = leaders[leaders[at]];
      at = leaders[at];
    }
    return at;
  }

  /// Forgets the segments and keeps the nodes.
  void clearSegments() {
    count = 0;
  }

  int count() {
    return count;
  }

  int nodeCount() {
    return nodeCount;
  }

  /// Number of the polyline that the segment is part of, or -1 for a way led from one to another.
  int line(int segment) {
    return line[segment];
  }

  int from(int segment) {
    return from[segment];
  }

  int to(int segment) {
    return to[segment];
  }

  double x(int node) {
    return x[node];
  }

  double y(int node) {
    return y[node];
  }

  double metres(int segment) {
    return Math.hypot(x[to[segment]] - x[from[segment]], y[to[segment]] - y[from[segment]]);
  }

  /// Share of the segment, from 0 to 1, at which it is nearest to a point.
  double nearest(int segment, double px, double py) {
    double ax = x[from[segment]];
    double ay = y[from[segment]];
    double dx = x[to[segment]] - ax;
    double dy = y[to[segment]] - ay;
    double square = dx * dx + dy * dy;
    double share = square == 0 ? 0 : ((px - ax) * dx + (py - ay) * dy) / square;
    return Math.clamp(share, 0.0, 1.0);
  }

  double distance(int segment, double share, double px, double py) {
    double ax = x[from[segment]];
    double ay = y[from[segment]];
    return Math.hypot(
        ax + share * (x[to[segment]] - ax) - px, ay + share * (y[to[segment]] - ay) - py);
  }
}
