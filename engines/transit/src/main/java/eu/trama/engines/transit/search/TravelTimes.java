package eu.trama.engines.transit.search;

import java.util.Arrays;

/// Travel times from one origin: for each destination, one for each departure of the window.
public final class TravelTimes {
  /// Travel time of a destination that is not reached.
  public static final int UNREACHED = Integer.MAX_VALUE;

  private final int departures;
  private final int[] seconds;

  /// @param seconds by destination, then by departure
  TravelTimes(int departures, int[] seconds) {
    this.departures = departures;
    this.seconds = seconds;
  }

  public int departureCount() {
    return departures;
  }

  public int destinationCount() {
    return seconds.length / departures;
  }

  /// Seconds from the departure until arrival, or [#UNREACHED].
  public int seconds(int destination, int departure) {
    return seconds[destination * departures + departure];
  }

  /// Travel times that so many percent of the departures do not exceed: the nearest rank, that is
  /// the value at rank ceil(percent / 100 * departures) of the ascending times, unreached last.
  ///
  /// @param percent above 0, up to 100
  public Reach percentile(int percent) {
    return percentiles(percent)[0];
  }

  /// Several percentiles for the cost of one.
  public Reach[] percentiles(int... percents) {
    int[][] result = new int[percents.length][destinationCount()];
    int[] ranks = new int[percents.length];
    for (int p = 0; p < ranks.length; p++) {
      if (percents[p] <= 0 || percents[p] > 100) {
        throw new IllegalArgumentException("percentile " + percents[p] + " is not in 1..100");
      }
      ranks[p] = (percents[p] * departures + 99) / 100 - 1;
    }
    int[] sorted = new int[departures];
    for (int to = 0; to < destinationCount(); to++) {
      System.arraycopy(seconds, to * departures, sorted, 0, departures);
      Arrays.sort(sorted);
      for (int p = 0; p < ranks.length; p++) {
        result[p][to] = sorted[ranks[p]];
      }
    }
    return Arrays.stream(result).map(Reach::new).toArray(Reach[]::new);
  }
}
