package eu.trama.engines.transit.walking;

import eu.trama.engines.transit.geo.LocalPlane;
import eu.trama.engines.transit.geo.Places;

/// Walks along streets. A point is led straight to the nearest street within [#SNAP_METRES]; from
/// there the shortest way counts. Where a point is farther from any street, as beyond the edge of
/// the map, `offStreet` says how long the walk takes, whatever its other end.
///
/// @param metresPerSecond walking speed on streets and to them
public record StreetWalking(StreetGraph graph, double metresPerSecond, StraightLine offStreet)
    implements Walking {
  /// How far from a street a point may lie.
  public static final double SNAP_METRES = 200;

  public StreetWalking {
    if (!(metresPerSecond > 0)) {
      throw new IllegalArgumentException("speed " + metresPerSecond + " m/s");
    }
  }

  /// Streets and off-street walks at the usual speed.
  public static StreetWalking usual(StreetGraph graph) {
    return new StreetWalking(graph, StraightLine.USUAL_METRES_PER_SECOND, StraightLine.usual());
  }

  @Override
  public Targets to(Places targets) {
    StreetTargets onStreets = new StreetTargets(graph, targets);
    Targets straight = offStreet.to(targets);
    return new Targets() {
      @Override
      public Places places() {
        return targets;
      }

      @Override
      public Walker walker() {
        StreetDijkstra dijkstra = new StreetDijkstra(graph, onStreets);
        Walker straightWalker = straight.walker();
        return (latitude, longitude, limit, visitor) -> {
          LocalPlane plane = graph.segments.plane;
          boolean onStreet =
              dijkstra.run(plane.x(longitude), plane.y(latitude), limit * metresPerSecond);
          if (onStreet) {
            dijkstra.tell((target, metres) -> {
              int seconds = (int) Math.ceil(metres / metresPerSecond);
              if (seconds <= limit) {
                visitor.reached(target, seconds);
              }
            });
          }
          straightWalker.from(
              latitude,
              longitude,
              limit,
              (target, seconds) -> {
                if (!onStreet || !onStreets.snapped(target)) {
                  visitor.reached(target, seconds);
                }
              });
        };
      }
    };
  }
}
