package eu.trama.engines.transit.walking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Joins streets that meet without a shared point: cuts both where two segments cross, and leads
/// each loose end to the nearest other street within a tolerance. Then joins what is still apart.
final class Junctions {
  private final Segments before;
  private final SegmentGrid grid;
  private final List<List<Cut>> cuts = new ArrayList<>();
  private final List<int[]> bridges = new ArrayList<>();

  private record Cut(double share, int node) {}

  /// A way from a node straight to the nearest point of a segment.
  private record Gap(int node, int segment, double metres) {}

  private Junctions(Segments before) {
    this.before = before;
    this.grid = new SegmentGrid(before);
    for (int s = 0; s < before.count(); s++) {
      cuts.add(new ArrayList<>(0));
    }
  }

  /// Joins them in place.
  ///
  /// @param gapMetres how far a way may be led from one street to another
  static void join(Segments segments, double gapMetres) {
    Junctions junctions = new Junctions(segments);
    for (int s = 0; s < junctions.cuts.size(); s++) {
      junctions.cross(s);
    }
    junctions.leadEnds(gapMetres);
    junctions.rebuild();
    Junctions pieces = new Junctions(segments);
    pieces.joinPieces(gapMetres);
    pieces.rebuild();
  }

  private void cross(int s) {
    // A pair may share several cells; it is cut once, from its later segment.
    Set<Integer> others = new TreeSet<>();
    grid.near(
        before,
        s,
        other -> {
          if (other < s && !touching(s, other)) {
            others.add(other);
          }
        });
    others.forEach(other -> cross(s, other));
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
    int[] line = new int[before.nodeCount()];
    for (int s = 0; s < before.count(); s++) {
      degree[before.from(s)]++;
      degree[before.to(s)]++;
      line[before.from(s)] = before.line(s);
      line[before.to(s)] = before.line(s);
    }
    for (int node = 0; node < degree.length; node++) {
      if (degree[node] == 1) {
        int own = line[node];
        Gap gap = nearest(node, metres, s -> before.line(s) != own);
        if (gap != null) {
          bridge(gap);
        }
      }
    }
  }

  private void joinPieces(double metres) {
    int[] piece = before.pieces();
    List<Gap> gaps = new ArrayList<>();
    for (int node = 0; node < piece.length; node++) {
      int own = piece[node];
      Gap gap = nearest(node, metres, s -> piece[before.from(s)] != own);
      if (gap != null) {
        gaps.add(gap);
      }
    }
    gaps.sort(Comparator.comparingDouble(Gap::metres).thenComparingInt(Gap::node));
    for (Gap gap : gaps) {
      int a = Segments.leader(piece, gap.node);
      int b = Segments.leader(piece, before.from(gap.segment));
      if (a != b) {
        piece[Math.max(a, b)] = Math.min(a, b);
        bridge(gap);
      }
    }
  }

  private @Nullable Gap nearest(int node, double metres, IntPredicate eligible) {
    double x = before.x(node);
    double y = before.y(node);
    double[] best = {metres};
    int[] nearest = {-1};
    grid.near(
        x,
        y,
        metres,
        s -> {
          if (before.from(s) != node && before.to(s) != node && eligible.test(s)) {
            double distance = before.distance(s, before.nearest(s, x, y), x, y);
            if (distance < best[0] || (distance == best[0] && s < nearest[0])) {
              best[0] = distance;
              nearest[0] = s;
            }
          }
        });
    return nearest[0] < 0 ? null : new Gap(node, nearest[0], best[0]);
  }

  private void bridge(Gap gap) {
    int s = gap.segment;
    double share = before.nearest(s, before.x(gap.node), before.y(gap.node));
    int foot = share == 0 ? before.from(s) : before.to(s);
    if (share > 0 && share < 1) {
      double fromX = before.x(before.from(s));
      double fromY = before.y(before.from(s));
      foot =
          before.addNode(
              fromX + share * (before.x(before.to(s)) - fromX),
              fromY + share * (before.y(before.to(s)) - fromY));
      cuts.get(s).add(new Cut(share, foot));
    }
    bridges.add(new int[] {gap.node, foot});
  }

  private void rebuild() {
    int count = cuts.size();
    int[] line = new int[count];
    Arrays.setAll(line, before::line);
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
        before.add(last, cut.node, line[s]);
        last = cut.node;
      }
      before.add(last, to[s], line[s]);
    }
    for (int[] bridge : bridges) {
      before.add(bridge[0], bridge[1], -1);
    }
  }
}
