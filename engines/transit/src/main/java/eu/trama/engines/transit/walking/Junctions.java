package eu.trama.engines.transit.walking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Joins streets that meet without a shared point: cuts both where two segments cross, and leads
/// each loose end to the nearest other street within a tolerance.
final class Junctions {
  private final Segments before;
  private final SegmentGrid grid;
  private final List<List<Cut>> cuts = new ArrayList<>();
  private final List<int[]> bridges = new ArrayList<>();

  private record Cut(double share, int node) {}

  private Junctions(Segments before) {
    this.before = before;
    this.grid = new SegmentGrid(before);
    for (int s = 0; s < before.count(); s++) {
      cuts.add(new ArrayList<>(0));
    }
  }

  /// Joins them in place.
  ///
  /// @param endMetres how far a loose end is led
  static void join(Segments segments, double endMetres) {
    Junctions junctions = new Junctions(segments);
    int count = segments.count();
    for (int s = 0; s < count; s++) {
      junctions.cross(s);
    }
    junctions.leadEnds(endMetres);
    junctions.rebuild(count);
  }

  private void cross(int s) {
    // A pair may share several cells; each pair is cut once, from its later segment.
    int[] seen = {-1};
    List<Integer> others = new ArrayList<>();
    grid.near(
        before,
        s,
        other -> {
          if (other < s && other != seen[0] && !touching(s, other)) {
            others.add(other);
            seen[0] = other;
          }
        });
    others.stream().sorted().distinct().forEach(other -> cross(s, other));
  }

  private boolean touching(int s, int other) {
    return before.from(s) == before.from(other)
        || before.from(s) == before.to(other)
        || before.to(s) == before.from(other)
        || before.to(s) == before.to(other);
  }

  private void cross(int s, int other) {
    double ax = before.x(before.from(s));
    double ay = before.y(before.from(s));
    double bx = before.x(before.to(s)) - ax;
    double by = before.y(before.to(s)) - ay;
    double cx = before.x(before.from(other));
    double cy = before.y(before.from(other));
    double dx = before.x(before.to(other)) - cx;
    double dy = before.y(before.to(other)) - cy;
    double cross = bx * dy - by * dx;
    if (cross == 0) {
      return;
    }
    double share = ((cx - ax) * dy - (cy - ay) * dx) / cross;
    double otherShare = ((cx - ax) * by - (cy - ay) * bx) / cross;
    if (share > 0 && share < 1 && otherShare > 0 && otherShare < 1) {
      int node = before.addNode(ax + share * bx, ay + share * by);
      cuts.get(s).add(new Cut(share, node));
      cuts.get(other).add(new Cut(otherShare, node));
    }
  }

  private void leadEnds(double metres) {
    int[] degree = new int[before.nodeCount()];
    for (int s = 0; s < before.count(); s++) {
      degree[before.from(s)]++;
      degree[before.to(s)]++;
    }
    for (int node = 0; node < degree.length; node++) {
      if (degree[node] == 1) {
        leadEnd(node, metres);
      }
    }
  }

  private void leadEnd(int node, double metres) {
    double x = before.x(node);
    double y = before.y(node);
    double[] best = {metres};
    int[] nearest = {-1};
    grid.near(
        x,
        y,
        metres,
        s -> {
          if (before.from(s) != node && before.to(s) != node) {
            double distance = before.distance(s, before.nearest(s, x, y), x, y);
            if (distance < best[0] || (distance == best[0] && s < nearest[0])) {
              best[0] = distance;
              nearest[0] = s;
            }
          }
        });
    if (nearest[0] < 0) {
      return;
    }
    int s = nearest[0];
    double share = before.nearest(s, x, y);
    if (share == 0 || share == 1) {
      bridges.add(new int[] {node, share == 0 ? before.from(s) : before.to(s)});
    } else {
      double footX = before.x(before.from(s));
      double footY = before.y(before.from(s));
      int foot =
          before.addNode(
              footX + share * (before.x(before.to(s)) - footX),
              footY + share * (before.y(before.to(s)) - footY));
      cuts.get(s).add(new Cut(share, foot));
      bridges.add(new int[] {node, foot});
    }
  }

  private void rebuild(int count) {
    int[] from = new int[count];
    int[] to = new int[count];
    Arrays.setAll(from, before::from);
    Arrays.setAll(to, before::to);
    before.clearSegments();
    for (int s = 0; s < count; s++) {
      List<Cut> along = cuts.get(s);
      along.sort(Comparator.comparingDouble(Cut::share).thenComparingInt(Cut::node));
      int last = from[s];
      for (Cut cut : along) {
        before.add(last, cut.node);
        last = cut.node;
      }
      before.add(last, to[s]);
    }
    for (int[] bridge : bridges) {
      before.add(bridge[0], bridge[1]);
    }
  }
}
