package eu.trama.city.web.chart;

import java.util.ArrayList;
import java.util.List;

/// An axis with round ticks, and where a value stands on it.
///
/// @param ticks ascending, the first and the last are the axis's ends
public record Axis(List<Double> ticks) {

  /// An axis that holds both values, with about so many steps of 1, 2, 2.5 or 5 times a power of
  /// 10.
  public static Axis over(double least, double most, int steps) {
    if (!(least <= most) || !Double.isFinite(most - least)) {
      throw new IllegalArgumentException("no axis from " + least + " to " + most);
    }
    double span = most > least ? most - least : Math.max(1, Math.abs(most));
    double step = roundUp(span / steps);
    var ticks = new ArrayList<Double>();
    long first = (long) Math.floor(least / step);
    long last = Math.max(first + 1, (long) Math.ceil(most / step));
    for (long i = first; i <= last; i++) {
      ticks.add(i * step);
    }
    return new Axis(List.copyOf(ticks));
  }

  /// The least of 1, 2, 2.5, 5 times a power of ten that is not below the value.
  static double roundUp(double value) {
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    for (double round : new double[] {1, 2, 2.5, 5}) {
      if (value <= round * power * (1 + 1e-12)) {
        return round * power;
      }
    }
    return 10 * power;
  }

  public double least() {
    return ticks.getFirst();
  }

  public double most() {
    return ticks.getLast();
  }

  /// Decimals that the ticks need.
  public int decimals() {
    double step = ticks.get(1) - ticks.get(0);
    int decimals = 0;
    while (decimals < 6 && Math.abs(step - Math.rint(step)) > 1e-9) {
      step *= 10;
      decimals++;
    }
    return decimals;
  }

  /// Where the value stands between two drawing positions, to a tenth.
  public double at(double value, double from, double to) {
    double place = from + (to - from) * (value - least()) / (most() - least());
    return Math.round(place * 10) / 10.0;
  }
}
