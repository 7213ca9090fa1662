package eu.trama.engines.transit.witness;

import eu.trama.engines.transit.geo.Places;
import eu.trama.engines.transit.walking.Walking;

/// Walking as the tables of a [World] have it: stop `i` stands at latitude `i + 1`, longitude 1;
/// place `p` at latitude `p + 1`, longitude 2.
record TableWalking(World world) implements Walking {
  @Override
  public Targets to(Places targets) {
    return new Targets() {
      @Override
      public Places places() {
        return targets;
      }

      @Override
      public Walker walker() {
        return (latitude, longitude, limit, visitor) -> {
          for (int t = 0; t < targets.size(); t++) {
            int seconds = between(latitude, longitude, targets.latitude(t), targets.longitude(t));
            if (seconds <= limit) {
              visitor.reached(t, seconds);
            }
          }
        };
      }
    };
  }

  private int between(double lat1, double lon1, double lat2, double lon2) {
    int a = (int) Math.round(lat1) - 1;
    int b = (int) Math.round(lat2) - 1;
    boolean firstIsPlace = lon1 > 1.5;
    boolean secondIsPlace = lon2 > 1.5;
    if (firstIsPlace) {
      return world.walkToPlace[a][secondIsPlace ? world.stops + b : b];
    }
    return secondIsPlace ? world.walkToPlace[b][a] : world.walkBetweenStops[a][b];
  }
}
