package eu.trama.engines.roads.examples;

import eu.trama.engines.roads.graph.RoadGraph;
import eu.trama.engines.roads.route.Route;
import eu.trama.engines.roads.route.Router;
import eu.trama.engines.roads.rules.Mode;
import java.util.Optional;

/// A trip between two places in metres east and north, at 1 m/s where the speed is free. Both must
/// lie on a street, within 3 m.
final class Trip {
  private Trip() {}

  /// Metres along streets, or -1 where there is no route.
  static long metres(
      RoadGraph graph, Mode mode, double fromEast, double fromNorth, double east, double north) {
    return route(graph, mode, fromEast, fromNorth, east, north)
        .map(route -> Math.round(route.metres()))
        .orElse(-1L);
  }

  static Optional<Route> route(
      RoadGraph graph, Mode mode, double fromEast, double fromNorth, double east, double north) {
    return new Router(graph, mode)
        .route(
            Town.latitude(fromNorth),
            Town.longitude(fromEast),
            Town.latitude(north),
            Town.longitude(east),
            1,
            3);
  }
}
