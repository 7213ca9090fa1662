package eu.trama.engines.transit.timetable;

import java.util.Arrays;

/// What trips of one pattern have in common, before overtaking splits them.
final class PatternKey {
  private final int route;
  private final int[] stops;
  private final byte[] permissions;
  private final int hold;
  private final int hash;

  private PatternKey(int route, int[] stops, byte[] permissions, int hold) {
    this.route = route;
    this.stops = stops;
    this.permissions = permissions;
    this.hold = hold;
    this.hash =
        31 * (31 * (31 * hold + route) + Arrays.hashCode(stops)) + Arrays.hashCode(permissions);
  }

  static PatternKey of(DayTrip trip) {
    return new PatternKey(trip.route(), trip.stops(), trip.permissions(), trip.hold());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PatternKey that
        && route == that.route
        && hold == that.hold
        && Arrays.equals(stops, that.stops)
        && Arrays.equals(permissions, that.permissions);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
