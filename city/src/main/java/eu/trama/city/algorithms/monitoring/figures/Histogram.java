package eu.trama.city.algorithms.monitoring.figures;

import java.util.List;

/// How many cases fell into each bin of an input.
///
/// @param counts one for each bin, in order of the values; at least one
public record Histogram(List<Long> counts) {

  public Histogram {
    counts = List.copyOf(counts);
    if (counts.isEmpty() || counts.stream().anyMatch(n -> n < 0)) {
      throw new IllegalArgumentException("bins with " + counts);
    }
  }

  public long cases() {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  /// How many values are at most the upper edge of each bin.
  double[] cumulated() {
    double all = cases();
    double[] shares = new double[counts.size()];
    long so = 0;
    for (int i = 0; i < shares.length; i++) {
      so += counts.get(i);
      shares[i] = so / all;
    }
    return shares;
  }

  void requireComparable(Histogram other) {
    if (counts.size() != other.counts.size() || cases() == 0 || other.cases() == 0) {
      throw new IllegalArgumentException("histograms of the same bins, each with cases");
    }
  }
}
