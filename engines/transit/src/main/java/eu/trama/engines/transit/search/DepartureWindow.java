package eu.trama.engines.transit.search;

/// Departures at `fromSeconds`, then every `stepSeconds`, `count` in all. Seconds after midnight.
public record DepartureWindow(int fromSeconds, int stepSeconds, int count) {
  public DepartureWindow {
    if (stepSeconds <= 0 || count <= 0) {
      throw new IllegalArgumentException(count + " departures every " + stepSeconds + " s");
    }
  }

  /// Every minute from one time up to, but not at, another: two hours are 120 departures.
  public static DepartureWindow everyMinute(int fromSeconds, int toSeconds) {
    return new DepartureWindow(fromSeconds, 60, (toSeconds - fromSeconds) / 60);
  }

  public int departure(int index) {
    return fromSeconds + index * stepSeconds;
  }
}
