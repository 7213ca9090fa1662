package eu.trama.engines.transit.search;

import eu.trama.engines.lanes.Lanes;
import java.util.Arrays;

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
    return sum(new Decay.Step(), cutoffSeconds, weights);
  }

  /// Cumulative access: the opportunities at all destinations, each counted by the time to get
  /// there.
  ///
  /// @param weights opportunities, one number a destination
  public double sum(Decay decay, int cutoffSeconds, double[] weights) {
    check(weights);
    double sum = 0;
    for (int i = 0; i < seconds.length; i++) {
      if (seconds[i] != TravelTimes.UNREACHED) {
        sum += weights[i] * decay.weight(seconds[i], cutoffSeconds);
      }
    }
    return sum;
  }

  /// Dual access: the least time within which so many opportunities are reached, or
  /// [TravelTimes#UNREACHED] where there are fewer.
  ///
  /// @param wanted above 0
  /// @param weights opportunities, one number a destination
  public int secondsTo(double wanted, double[] weights) {
    check(weights);
    long[] byTime = new long[seconds.length];
    for (int i = 0; i < byTime.length; i++) {
      byTime[i] = (long) seconds[i] << Integer.SIZE | i;
    }
    Arrays.sort(byTime);
    double sum = 0;
    for (long next : byTime) {
      sum += weights[(int) next];
      if (sum >= wanted) {
        return (int) (next >>> Integer.SIZE);
      }
    }
    return TravelTimes.UNREACHED;
  }

  private void check(double[] weights) {
    if (weights.length != seconds.length) {
      throw new IllegalArgumentException(
          weights.length + " weights for " + seconds.length + " destinations");
    }
  }
}
