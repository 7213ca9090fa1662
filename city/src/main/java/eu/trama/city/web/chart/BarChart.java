package eu.trama.city.web.chart;

import java.util.List;

/// Horizontal bars, one a name. Each row says its name and value in text, so the chart is its own
/// table. Values below 0 reach to the left of the zero line. Drawn by `web/chart/bars.jte`.
///
/// @param id unique on the page
public record BarChart(String id, String title, List<Bar> bars) {

  /// One bar.
  ///
  /// @param text the value with its unit, as it is shown
  /// @param style class of the colour, such as [Ramp#style] gives; empty for the accent
  public record Bar(String label, double value, String text, String style) {
    public Bar {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("bar " + label + " has no length: " + value);
      }
    }
  }

  private double least() {
    return bars.stream().mapToDouble(Bar::value).reduce(0, Math::min);
  }

  private double span() {
    double span = bars.stream().mapToDouble(Bar::value).reduce(0, Math::max) - least();
    return span == 0 ? 1 : span;
  }

  /// Where the zero line stands, in hundredths of the width.
  public double zero() {
    return tenth(-least() / span() * 100);
  }

  /// Where a bar begins, in hundredths of the width.
  public double start(Bar bar) {
    return tenth((Math.min(0, bar.value()) - least()) / span() * 100);
  }

  /// How long a bar is, in hundredths of the width.
  public double length(Bar bar) {
    return tenth(Math.abs(bar.value()) / span() * 100);
  }

  private static double tenth(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
