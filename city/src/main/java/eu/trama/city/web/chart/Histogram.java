package eu.trama.city.web.chart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// How often values fall into steps of the same width. A step holds its lower limit, not its upper
/// one, except the last. Drawn by `web/chart/histogram.jte`.
///
/// @param valueName what is counted, with its unit
/// @param countName what each one is, such as "neighbourhoods"
public record Histogram(
    String id,
    String title,
    String valueName,
    String countName,
    Axis values,
    List<Integer> counts) {

  public static Histogram of(
      String id,
      String title,
      String valueName,
      String countName,
      Collection<Double> data,
      int steps) {
    var finite = data.stream().filter(Double::isFinite).toList();
    double least = finite.stream().mapToDouble(v -> v).min().orElse(0);
    double most = finite.stream().mapToDouble(v -> v).max().orElse(0);
    var axis = Axis.over(least, most, steps);
    var counts = new int[axis.ticks().size() - 1];
    for (double value : finite) {
      int step = 0;
      while (step < counts.length - 1 && value >= axis.ticks().get(step + 1)) {
        step++;
      }
      counts[step]++;
    }
    var list = new ArrayList<Integer>();
    for (int count : counts) {
      list.add(count);
    }
    return new Histogram(id, title, valueName, countName, axis, List.copyOf(list));
  }

  public Axis countAxis() {
    return Axis.over(0, Math.max(1, counts.stream().mapToInt(c -> c).max().orElse(1)), 4);
  }
}
