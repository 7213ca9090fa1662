package eu.trama.engines.transit.search;

/// Percentiles of the travel times from a batch of origins to all destinations.
public final class Percentiles {
  private final int origins;
  private final int width;
  private final short[][] values;

  /// @param values by percentile; in each, rows of origins by destination
  Percentiles(int origins, int width, short[][] values) {
    this.origins = origins;
    this.width = width;
    this.values = values;
  }

  /// Rank of each percentile among the ascending travel times, from 0.
  static int[] ranks(int departures, int[] percents) {
    int[] ranks = new int[percents.length];
    for (int p = 0; p < ranks.length; p++) {
      if (percents[p] <= 0 || percents[p] > 100) {
        throw new IllegalArgumentException("percentile " + percents[p] + " is not in 1..100");
      }
      ranks[p] = (percents[p] * departures + 99) / 100 - 1;
    }
    return ranks;
  }

  public int originCount() {
    return origins;
  }

  public int destinationCount() {
    return values[0].length / width;
  }

  /// Seconds, or [TravelTimes#UNREACHED].
  ///
  /// @param origin by its number in the batch
  /// @param percentile by its number among those asked for
  public int seconds(int origin, int percentile, int destination) {
    return Reach.seconds(values[percentile][destination * width + origin]);
  }

  /// The travel times of one origin.
  public Reach reach(int origin, int percentile) {
    int[] seconds = new int[destinationCount()];
    for (int d = 0; d < seconds.length; d++) {
      seconds[d] = seconds(origin, percentile, d);
    }
    return new Reach(seconds);
  }
}
