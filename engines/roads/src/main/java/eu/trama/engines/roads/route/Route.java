package eu.trama.engines.roads.route;

import java.util.List;

/// A way from one place to another along streets.
///
/// @param metres along streets; the straight ends to and from them are in `offStreetMetres`
/// @param seconds of all, rounded up, for a car without the straight ends
/// @param steps what to do, in order; empty where both places lie on the same point of a street
/// @param line its points in WGS 84 degrees, the places asked for not included
public record Route(
    double metres, double offStreetMetres, int seconds, List<RouteStep> steps, Polyline line) {
  public Route {
    steps = List.copyOf(steps);
  }
}
