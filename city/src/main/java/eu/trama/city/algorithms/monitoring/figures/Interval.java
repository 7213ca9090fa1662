package eu.trama.city.algorithms.monitoring.figures;

/// An estimate with the bounds between which 95 of 100 such intervals hold the true value.
///
/// @param high may be infinite, for a ratio to a share that may be nought
public record Interval(double value, double low, double high) {

  /// The 0.975 quantile of the normal distribution.
  static final double Z = 1.959963984540054;

  public Interval {
    if (!(low <= value && value <= high)) {
      throw new IllegalArgumentException(low + " <= " + value + " <= " + high);
    }
  }

  /// Rounding must not put an estimate outside its own bounds.
  static Interval around(double value, double low, double high) {
    return new Interval(value, Math.min(low, value), Math.max(high, value));
  }
}
