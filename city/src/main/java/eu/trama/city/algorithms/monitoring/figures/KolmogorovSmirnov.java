package eu.trama.city.algorithms.monitoring.figures;

/// The two-sample test of Kolmogorov and Smirnov: the greatest distance between the shares of
/// values at most x, then and now, and how often chance alone makes it as great.
///
/// On bins the distance is looked at where bins end, so that it is a **lower bound** of that of the
/// values themselves; it is equal where no bin holds values of both that cross within it.
///
/// @param distance from 0 to 1
/// @param probability p-value by the limit distribution (Smirnov 1948, Annals of Mathematical
///   Statistics 19:279), Q(λ) = 2 Σ (−1)^(k−1) exp(−2k²λ²) at λ = D √(nm / (n + m)). It is close
///   from some 30 cases on each side, and too great, never too small in the limit, where values are
///   tied
public record KolmogorovSmirnov(double distance, double probability) {

  private static final int TERMS = 100;
  private static final double SMALL = 1.18;

  /// @throws IllegalArgumentException where bins differ or one side has no cases
  public static KolmogorovSmirnov of(Histogram reference, Histogram now) {
    reference.requireComparable(now);
    double[] then = reference.cumulated();
    double[] today = now.cumulated();
    double distance = 0;
    for (int i = 0; i < then.length; i++) {
      distance = Math.max(distance, Math.abs(then[i] - today[i]));
    }
    double n = reference.cases();
    double m = now.cases();
    return new KolmogorovSmirnov(distance, beyond(distance * Math.sqrt(n / (n + m) * m)));
  }

  /// How often λ is exceeded. Below 1.18 the alternating series converges slowly, and the one that
  /// follows from it by Jacobi's theta function is summed instead.
  static double beyond(double lambda) {
    if (lambda <= 0) {
      return 1;
    }
    double sum = 0;
    if (lambda < SMALL) {
      for (int k = 1; k <= TERMS; k++) {
        double odd = (2 * k - 1) * Math.PI / lambda;
        sum += Math.exp(-odd * odd / 8);
      }
      return clamp(1 - Math.sqrt(2 * Math.PI) / lambda * sum);
    }
    for (int k = 1; k <= TERMS; k++) {
      sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * lambda * lambda);
    }
    return clamp(sum);
  }

  private static double clamp(double probability) {
    return Math.min(1, Math.max(0, probability));
  }
}
