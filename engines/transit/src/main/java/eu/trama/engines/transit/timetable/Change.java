package eu.trama.engines.transit.timetable;

import eu.trama.engines.transit.geo.LocalPlane;
import eu.trama.engines.transit.lines.Headway;
import java.util.List;

/// What a scenario does to the service of a day. Ids carry the feed's name: `fgc:L6`.
public sealed interface Change {
  /// No vehicle of the route or line runs.
  record RemoveRoute(String routeId) implements Change {}

  /// Vehicles pass through the stop without stopping, and nobody walks to or from it. The id of a
  /// station closes all of its platforms.
  record CloseStop(String stopId) implements Change {}

  /// The stop lies elsewhere: people walk to and from the new place. Vehicles keep their times. The
  /// id of a station moves its own row and none of its platforms.
  record MoveStop(String stopId, double latitude, double longitude) implements Change {
    public MoveStop {
      if (!LocalPlane.onGlobe(latitude, longitude)) {
        throw new IllegalArgumentException(
            "stop " + stopId + " is not on the globe: " + latitude + ", " + longitude);
      }
    }
  }

  /// Replaces the timetable of a route or line by headways. The route keeps its stop patterns, each
  /// with its median run and dwell times of the day, and each with its share of the departures; see
  /// [HeadwayTrips].
  record SetHeadway(String routeId, List<Headway> headways) implements Change {
    public SetHeadway {
      headways = Headway.inOrder(headways);
    }
  }
}
