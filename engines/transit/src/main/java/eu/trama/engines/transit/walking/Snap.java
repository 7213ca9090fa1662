package eu.trama.engines.transit.walking;

/// The point of a street nearest to a place.
///
/// @param share how far along the segment, from 0 to 1
/// @param metres straight from the place to it
record Snap(int segment, double share, double metres) {
  /// A place too far from any street.
  static final Snap NOWHERE = new Snap(-1, 0, 0);

  static Snap of(StreetGraph graph, double x, double y) {
    Segments segments = graph.segments;
    double[] best = {StreetWalking.SNAP_METRES};
    int[] nearest = {-1};
    // Most places are near; a wide box is only searched where the narrow one is empty.
    for (double box = 50; nearest[0] < 0 && box <= StreetWalking.SNAP_METRES; box *= 2) {
      double limit = Math.min(box, StreetWalking.SNAP_METRES);
      graph.grid.near(
          x,
          y,
          limit,
          s -> {
            double distance = segments.distance(s, segments.nearest(s, x, y), x, y);
            if (distance <= limit
                && (distance < best[0] || (distance == best[0] && s < nearest[0]))) {
              best[0] = distance;
              nearest[0] = s;
            }
          });
    }
    return nearest[0] < 0
        ? NOWHERE
        : new Snap(nearest[0], segments.nearest(nearest[0], x, y), best[0]);
  }
}
