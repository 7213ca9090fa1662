package eu.trama.engines.roads.route;

/// How a step of a route begins.
public enum Manoeuvre {
  DEPART,
  STRAIGHT,
  SLIGHT_LEFT,
  LEFT,
  SHARP_LEFT,
  SLIGHT_RIGHT,
  RIGHT,
  SHARP_RIGHT,
  TURN_ROUND,
  ROUNDABOUT;

  private static final int STRAIGHT_DEGREES = 22;
  private static final int SLIGHT_DEGREES = 45;
  private static final int PLAIN_DEGREES = 125;
  private static final int SHARP_DEGREES = 172;

  /// The turn by so many degrees, right of straight on positive, from -180 to 180.
  static Manoeuvre of(double degrees) {
    double size = Math.abs(degrees);
    boolean right = degrees > 0;
    if (size < STRAIGHT_DEGREES) {
      return STRAIGHT;
    }
    if (size < SLIGHT_DEGREES) {
      return right ? SLIGHT_RIGHT : SLIGHT_LEFT;
    }
    if (size < PLAIN_DEGREES) {
      return right ? RIGHT : LEFT;
    }
    if (size < SHARP_DEGREES) {
      return right ? SHARP_RIGHT : SHARP_LEFT;
    }
    return TURN_ROUND;
  }
}
