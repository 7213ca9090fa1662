package eu.trama.engines.transit.gtfs;

/// The calls of all trips (stop_times.txt) in columns, trip by trip in order of stop_sequence: 13
/// bytes a call. Times are seconds after midnight of the service day, never descending along a
/// trip, and may pass 86,400. Calls of trip `t` are `first(t)` up to, but not at, `first(t + 1)`.
public final class Calls {
  static final int BOARD = 1;
  static final int ALIGHT = 2;

  private final int[] first;
  private final int[] stops;
  private final int[] arrivals;
  private final int[] departures;
  private final byte[] flags;

  Calls(int[] first, int[] stops, int[] arrivals, int[] departures, byte[] flags) {
    this.first = first;
    this.stops = stops;
    this.arrivals = arrivals;
    this.departures = departures;
    this.flags = flags;
  }

  public int count() {
    return first[first.length - 1];
  }

  public int first(int trip) {
    return first[trip];
  }

  public int stop(int call) {
    return stops[call];
  }

  public int arrival(int call) {
    return arrivals[call];
  }

  public int departure(int call) {
    return departures[call];
  }

  /// Whether riders may board: pickup_type other than 1. Types 2 and 3 (by phone, with the driver)
  /// count as allowed.
  public boolean boards(int call) {
    return (flags[call] & BOARD) != 0;
  }

  /// Whether riders may alight: drop_off_type other than 1.
  public boolean alights(int call) {
    return (flags[call] & ALIGHT) != 0;
  }
}
