package eu.trama.engines.transit.walking;

import eu.trama.engines.transit.geo.LocalPlane;
import eu.trama.engines.transit.geo.Places;

/// Walks the straight line, lengthened by a detour factor.
///
/// The usual factor is 1.3: on a square grid the mean over all directions is 4/pi = 1.27, and
/// measured road networks lie between 1.2 and 1.5 (Ballou, Rahardja, Sakai, *Selected country
/// circuity factors for road travel distance estimation*, Transportation Research A 36, 2002). The
/// usual speed is 1.33 m/s, the comfortable gait of adults of 20 to 79 years being 1.27 to 1.46 m/s
/// (Bohannon, *Comfortable and maximum walking speed*, Age and Ageing 26, 1997).
public record StraightLine(double metresPerSecond, double detourFactor) implements Walking {
  public static final double USUAL_METRES_PER_SECOND = 1.33;
  public static final double USUAL_DETOUR = 1.3;

  public StraightLine {
    if (!(metresPerSecond > 0) || !(detourFactor >= 1)) {
      throw new IllegalArgumentException(
          "speed " + metresPerSecond + " m/s, detour factor " + detourFactor);
    }
  }

  /// The usual speed and factor.
  public static StraightLine usual() {
    return new StraightLine(USUAL_METRES_PER_SECOND, USUAL_DETOUR);
  }

  /// Seconds for a straight line of so many metres, rounded up.
  public int seconds(double metres) {
    return (int) Math.ceil(metres * detourFactor / metresPerSecond);
  }

  @Override
  public Targets to(Places targets) {
    PlaceGrid grid = new PlaceGrid(targets);
    return new Targets() {
      @Override
      public Places places() {
        return targets;
      }

      @Override
      public Walker walker() {
        return (latitude, longitude, limit, visitor) ->
            grid.near(
                latitude,
                longitude,
                limit * metresPerSecond / detourFactor,
                target -> {
                  int seconds =
                      seconds(
                          LocalPlane.metres(
                              latitude,
                              longitude,
                              targets.latitude(target),
                              targets.longitude(target)));
                  if (seconds <= limit) {
                    visitor.reached(target, seconds);
                  }
                });
      }
    };
  }
}
