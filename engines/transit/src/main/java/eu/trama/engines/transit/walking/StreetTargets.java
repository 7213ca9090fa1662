package eu.trama.engines.transit.walking;

import eu.trama.engines.transit.geo.Places;

/// Places led to streets, listed by the nodes at the ends of their segments.
final class StreetTargets {
  final Snap[] snaps;
  private final int[] first;
  private final int[] target;
  private final double[] metres;

  StreetTargets(StreetGraph graph, Places places) {
    Segments segments = graph.segments;
    snaps = new Snap[places.size()];
    first = new int[graph.nodeCount() + 1];
    for (int t = 0; t < snaps.length; t++) {
      Snap snap =
          Snap.of(
              graph, segments.plane.x(places.longitude(t)), segments.plane.y(places.latitude(t)));
      snaps[t] = snap;
      if (snap.segment() >= 0) {
        first[segments.from(snap.segment()) + 1]++;
        first[segments.to(snap.segment()) + 1]++;
      }
    }
    for (int n = 0; n < graph.nodeCount(); n++) {
      first[n + 1] += first[n];
    }
    target = new int[first[graph.nodeCount()]];
    metres = new double[target.length];
    int[] next = first.clone();
    for (int t = 0; t < snaps.length; t++) {
      Snap snap = snaps[t];
      if (snap.segment() >= 0) {
        double length = segments.metres(snap.segment());
        int a = next[segments.from(snap.segment())]++;
        int b = next[segments.to(snap.segment())]++;
        target[a] = t;
        target[b] = t;
        metres[a] = snap.metres() + snap.share() * length;
        metres[b] = snap.metres() + (1 - snap.share()) * length;
      }
    }
  }

  boolean snapped(int place) {
    return snaps[place].segment() >= 0;
  }

  int size() {
    return snaps.length;
  }

  int first(int node) {
    return first[node];
  }

  int target(int entry) {
    return target[entry];
  }

  double metres(int entry) {
    return metres[entry];
  }
}
