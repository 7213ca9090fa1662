package eu.trama.engines.transit.lines;

import java.util.List;

/// A period of the service day with one headway. Times are seconds after midnight and may pass
/// 24:00 (86,400); a period holds departures from `fromSeconds` up to, but not at, `toSeconds`.
public record Headway(int fromSeconds, int toSeconds, int everySeconds) {
  public Headway {
    if (fromSeconds < 0 || toSeconds <= fromSeconds || everySeconds <= 0) {
      throw new IllegalArgumentException(
          "headway of " + everySeconds + " s from " + fromSeconds + " to " + toSeconds);
    }
  }

  /// Copies the periods and checks that they follow each other without overlap.
  ///
  /// @throws IllegalArgumentException where there is none, or two overlap or stand out of order
  public static List<Headway> inOrder(List<Headway> periods) {
    if (periods.isEmpty()) {
      throw new IllegalArgumentException("no headway");
    }
    for (int i = 1; i < periods.size(); i++) {
      if (periods.get(i).fromSeconds < periods.get(i - 1).toSeconds) {
        throw new IllegalArgumentException(
            "headways overlap: " + periods.get(i - 1) + ", " + periods.get(i));
      }
    }
    return List.copyOf(periods);
  }
}
