package eu.trama.engines.roads.route;

import eu.trama.engines.roads.rules.Mode;

/// The limit of one search in units of cost, and the way back from units to seconds.
///
/// @param limitUnits most units within the limit
record Pace(double secondsPerUnit, int limitUnits) {
  /// Takes off what dividing and multiplying by the same speed may add.
  static final double HAIR = 1e-7;

  static Pace of(Mode mode, int limitSeconds, double metresPerSecond) {
    if (limitSeconds < 0 || limitSeconds > StreetSearch.LONGEST_SECONDS) {
      throw new IllegalArgumentException(
          limitSeconds + " s; at most " + StreetSearch.LONGEST_SECONDS);
    }
    double secondsPerUnit = mode.secondsPerUnit(metresPerSecond);
    double units = Math.floor(limitSeconds / secondsPerUnit + HAIR);
    return new Pace(secondsPerUnit, (int) Math.min(ChainPlace.CLOSED - 1, units));
  }

  int seconds(int units) {
    return (int) Math.ceil(units * secondsPerUnit - HAIR);
  }
}
