package eu.trama.engines.transit.search;

import eu.trama.engines.lanes.Lanes;

/// One travel time for each destination of an origin, and what can be reached within a cut-off.
public final class Reach {
  private final int[] seconds;

  Reach(int[] seconds) {
    this.seconds = seconds;
  }

  /// Seconds of a time in a row of a search.
  static int seconds(short time) {
    return time == Lanes.NEVER ? TravelTimes.UNREACHED : time;
  }

  public int destinationCount() {
    return seconds.length;
  }

  /// Seconds, or [TravelTimes#UNREACHED].
  public int seconds(int destination) {
    return seconds[destination];
  }

  /// How many destinations are reached within the cut-off, inclusive.
  public int count(int cutoffSeconds) {
    int count = 0;
    for (int s : seconds) {
      count += s != TravelTimes.UNREACHED && s <= cutoffSeconds ? 1 : 0;
    }
    return count;
  }

  /// Sum of the weights of the destinations reached within the cut-off, inclusive.
  ///
  /// @param weights one a destination
  public double sum(int cutoffSeconds, double[] weights) {
    if (weights.length != seconds.length) {
      throw new IllegalArgumentException(
          weights.length + " weights for " + seconds.length + " destinations");
    }
    double sum = 0;
    for (int i = 0; i < seconds.length; i++) {
      if (seconds[i] != TravelTimes.UNREACHED && seconds[i] <= cutoffSeconds) {
        sum += weights[i];
      }
    }
    return sum;
  }
}
