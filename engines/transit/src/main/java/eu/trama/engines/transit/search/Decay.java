package eu.trama.engines.transit.search;

/// How much an opportunity counts by the time it takes to get there, from 1 (fully) to 0. The
/// functions are those of R5, with the time taken as the seconds it is.
public sealed interface Decay {
  /// Weight at a travel time; the cut-off is a parameter of the function rather than an end.
  double weight(int seconds, int cutoffSeconds);

  /// All up to the cut-off, inclusive, and nothing beyond.
  record Step() implements Decay {
    @Override
    public double weight(int seconds, int cutoffSeconds) {
      return seconds <= cutoffSeconds ? 1 : 0;
    }
  }

  /// Half at the cut-off, a quarter at twice the cut-off.
  record Exponential() implements Decay {
    @Override
    public double weight(int seconds, int cutoffSeconds) {
      return Math.pow(2, -(double) seconds / cutoffSeconds);
    }
  }

  /// The logistic curve of commuting times around the cut-off (Bauer and Groneberg, *Measuring
  /// Spatial Accessibility of Health Care Providers*, PLoS ONE 11, 2016, equation 9).
  ///
  /// @param deviationSeconds standard deviation of those times
  record Logistic(double deviationSeconds) implements Decay {
    public Logistic {
      if (!(deviationSeconds > 0)) {
        throw new IllegalArgumentException("standard deviation of " + deviationSeconds + " s");
      }
    }

    @Override
    public double weight(int seconds, int cutoffSeconds) {
      return odds(0, cutoffSeconds) / odds(seconds, cutoffSeconds);
    }

    private double odds(int seconds, int cutoffSeconds) {
      return 1 + Math.exp((seconds - cutoffSeconds) * Math.PI / (deviationSeconds * Math.sqrt(3)));
    }
  }

  /// Falls evenly from 1 to 0 within a width around the cut-off.
  record Linear(int widthSeconds) implements Decay {
    public Linear {
      if (widthSeconds < 0) {
        throw new IllegalArgumentException("width of " + widthSeconds + " s");
      }
    }

    @Override
    public double weight(int seconds, int cutoffSeconds) {
      double end = cutoffSeconds + widthSeconds / 2.0;
      return widthSeconds == 0
          ? new Step().weight(seconds, cutoffSeconds)
          : Math.clamp((end - seconds) / widthSeconds, 0, 1);
    }
  }
}
