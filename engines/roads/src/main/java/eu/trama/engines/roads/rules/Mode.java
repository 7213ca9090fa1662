package eu.trama.engines.roads.rules;

/// How somebody moves along streets.
///
/// Costs on a street are whole numbers of [#secondsPerUnit] at the usual speed. For walking and
/// riding one unit is a decimetre of level, paved street (steps count for more than they measure),
/// so that one graph serves every speed; for a car it is a tenth of a second.
public enum Mode {
  WALK(0, 1.3),
  /// Walking without a step: wheelchairs, prams, suitcases.
  STEP_FREE(1, 1.3),
  /// Riding, and pushing where riding is not allowed.
  BICYCLE(2, 4.2),
  CAR(3, 0);

  private final int number;
  private final double usualMetresPerSecond;

  Mode(int number, double usualMetresPerSecond) {
    this.number = number;
    this.usualMetresPerSecond = usualMetresPerSecond;
  }

  /// Speed on a level, paved street unless somebody says otherwise: 1.3 m/s on foot, 4.2 m/s (15
  /// km/h) by bicycle; 0 for a car, whose speed is the street's.
  public double usualMetresPerSecond() {
    return usualMetresPerSecond;
  }

  /// Seconds of one unit of cost.
  ///
  /// @param metresPerSecond speed on a level, paved street; not looked at for a car
  /// @throws IllegalArgumentException where it is not above 0 and below 100
  public double secondsPerUnit(double metresPerSecond) {
    if (this == CAR) {
      return 0.1;
    }
    if (!(metresPerSecond > 0) || !(metresPerSecond < 100)) {
      throw new IllegalArgumentException("speed " + metresPerSecond + " m/s");
    }
    return 0.1 / metresPerSecond;
  }

  /// Its place in columns and files, which never changes.
  public int number() {
    return number;
  }

  /// This mode as one bit of a set.
  public int bit() {
    return 1 << number;
  }
}
