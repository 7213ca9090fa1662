package eu.trama.city.web.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// One dot a zone, and the means of the fifths along the x axis, to see who gains by income or by
/// any other order. Drawn by `web/chart/scatter.jte`.
///
/// @param xName name of the x axis with its unit
/// @param yName name of the y axis with its unit
public record ScatterPlot(String id, String title, String xName, String yName, List<Dot> dots) {

  private static final int FIFTHS = 5;

  public record Dot(String label, double x, double y) {
    public Dot {
      if (!Double.isFinite(x) || !Double.isFinite(y)) {
        throw new IllegalArgumentException("dot " + label + " stands nowhere: " + x + ", " + y);
      }
    }
  }

  /// The mean of one fifth of the dots.
  public record Mean(double x, double y, int dots) {}

  public Axis xAxis() {
    return axis(dots.stream().mapToDouble(Dot::x).toArray());
  }

  public Axis yAxis() {
    return axis(dots.stream().mapToDouble(Dot::y).toArray());
  }

  private static Axis axis(double[] values) {
    var sorted = java.util.Arrays.stream(values).summaryStatistics();
    return values.length == 0 ? Axis.over(0, 1, 4) : Axis.over(sorted.getMin(), sorted.getMax(), 4);
  }

  /// Means of the fifths in ascending x; fewer than five dots have none.
  public List<Mean> fifths() {
    var sorted = dots.stream().sorted(Comparator.comparingDouble(Dot::x)).toList();
    var means = new ArrayList<Mean>();
    for (int i = 0; i < FIFTHS && sorted.size() >= FIFTHS; i++) {
      var part = sorted.subList(sorted.size() * i / FIFTHS, sorted.size() * (i + 1) / FIFTHS);
      means.add(
          new Mean(
              part.stream().mapToDouble(Dot::x).average().orElseThrow(),
              part.stream().mapToDouble(Dot::y).average().orElseThrow(),
              part.size()));
    }
    return List.copyOf(means);
  }
}
