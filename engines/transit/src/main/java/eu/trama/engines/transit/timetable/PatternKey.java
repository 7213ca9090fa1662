package eu.trama.engines.transit.timetable;

import java.util.Arrays;

/// What trips of one pattern have in common, before overtaking splits them.
final class PatternKey {
  private final int route;
  private final int[] stops;
  private final byte[] permissions;
  private final int hash;

  private PatternKey(int route, int[] stops, byte[] permissions) {
    this.route = route;
    this.stops = stops;
    this.permissions = permissions;
    this.hash = 31 * (31 * route + Arrays.hashCode(stops)) + Arrays.hashCode(permissions);
  }

  static PatternKey of(DayTrip trip) {
    return new PatternKey(trip.route(), trip.stops(), trip.permissions());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PatternKey that
        && route == that.route
        && Arrays.equals(stops, that.stops)
        && Arrays.equals(permissions, that.permissions);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
