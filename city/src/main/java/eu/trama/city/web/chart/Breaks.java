package eu.trama.city.web.chart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Limits that part values into classes for a map or a legend. Class `i` holds the values above
/// limit `i` up to and with limit `i + 1`; the first holds its lower limit too. Values that are not
/// finite mean "no data" and belong to no class.
///
/// @param limits strictly ascending, one more than classes
public record Breaks(List<Double> limits) {

  /// The class of a value without data.
  public static final int NO_DATA = -1;

  public Breaks {
    limits = List.copyOf(limits);
    if (limits.size() < 2) {
      throw new IllegalArgumentException("fewer than two limits: " + limits);
    }
    for (int i = 1; i < limits.size(); i++) {
      if (!(limits.get(i - 1) < limits.get(i))) {
        throw new IllegalArgumentException("limits do not ascend: " + limits);
      }
    }
  }

  /// As many values in each class as ties allow. Equal limits are made one, so that fewer classes
  /// than asked may come out.
  public static Breaks quantile(Collection<Double> values, int classes) {
    var sorted = values.stream().filter(Double::isFinite).sorted().toList();
    check(sorted, classes);
    var limits = new ArrayList<Double>();
    for (int i = 0; i <= classes; i++) {
      double limit = valueAt(sorted, (double) i / classes);
      if (limits.isEmpty() || limit > limits.getLast()) {
        limits.add(limit);
      }
    }
    return of(limits);
  }

  /// Classes of the same width between the least and the greatest value.
  public static Breaks equal(Collection<Double> values, int classes) {
    var finite = values.stream().filter(Double::isFinite).toList();
    check(finite, classes);
    double least = finite.stream().mapToDouble(v -> v).min().orElseThrow();
    double most = finite.stream().mapToDouble(v -> v).max().orElseThrow();
    var limits = new ArrayList<Double>();
    for (int i = 0; i <= classes && (i == 0 || least < most); i++) {
      limits.add(i == classes ? most : least + (most - least) * i / classes);
    }
    return of(limits);
  }

  /// For differences: classes of the same width on both sides of a middle class around 0, with
  /// round limits, so that "the same" has a colour of its own and less and more mirror each other.
  ///
  /// @param classes odd
  public static Breaks symmetric(Collection<Double> values, int classes) {
    var finite = values.stream().filter(Double::isFinite).toList();
    check(finite, classes);
    if (classes % 2 == 0) {
      throw new IllegalArgumentException("an even number of classes has no middle: " + classes);
    }
    double most = finite.stream().mapToDouble(Math::abs).max().orElseThrow();
    double half = Axis.roundUp(most == 0 ? 1 : most / classes);
    var limits = new ArrayList<Double>();
    for (int i = -classes; i <= classes; i += 2) {
      limits.add(i * half);
    }
    return new Breaks(limits);
  }

  /// All values the same: one class around it.
  private static Breaks of(List<Double> limits) {
    if (limits.size() > 1) {
      return new Breaks(limits);
    }
    double only = limits.getFirst();
    return new Breaks(List.of(Math.nextDown(only), only));
  }

  private static void check(Collection<Double> finite, int classes) {
    if (finite.isEmpty() || classes < 1) {
      throw new IllegalArgumentException(finite.size() + " values for " + classes + " classes");
    }
  }

  /// Linear between order statistics (type 7 of Hyndman and Fan, 1996).
  private static double valueAt(List<Double> sorted, double share) {
    double at = share * (sorted.size() - 1);
    int below = (int) Math.floor(at);
    int above = Math.min(below + 1, sorted.size() - 1);
    double low = sorted.get(below);
    return low + (sorted.get(above) - low) * (at - below);
  }

  public int classes() {
    return limits.size() - 1;
  }

  /// The class of a value, from 0; [#NO_DATA] for none. A value outside of all limits belongs to
  /// the nearest class.
  public int classOf(double value) {
    if (!Double.isFinite(value)) {
      return NO_DATA;
    }
    int found = 0;
    while (found < classes() - 1 && value > limits.get(found + 1)) {
      found++;
    }
    return found;
  }
}
