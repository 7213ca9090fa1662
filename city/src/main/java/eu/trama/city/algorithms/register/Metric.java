package eu.trama.city.algorithms.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a system must reach before it is used, written down before it is measured.
///
/// @param gate the gate that asks for it: `accuracy` or `fairness`
/// @param name what is measured
/// @param atLeast whether the threshold is the least, else the most
/// @param data set of data on which it is measured
public record Metric(String gate, String name, boolean atLeast, double threshold, String data) {

  private static final Pattern BAR = Pattern.compile("\\s*\\|\\s*");
  private static final int PARTS = 5;

  /// Whether a measured value meets it.
  public boolean met(double value) {
    return atLeast ? value >= threshold : value <= threshold;
  }

  /// The metrics in lines `accuracy | what is measured | at least | 0.9 | data`; empty where a line
  /// is not one.
  public static Optional<List<Metric>> read(String lines) {
    var metrics = new ArrayList<Metric>();
    for (String line : lines.lines().filter(l -> !l.isBlank()).toList()) {
      String[] parts = BAR.split(line.strip(), -1);
      if (parts.length != PARTS
          || !(parts[0].equals("accuracy") || parts[0].equals("fairness"))
          || !(parts[2].equals("at least") || parts[2].equals("at most"))
          || !parts[3].matches("-?\\d{1,9}(\\.\\d{1,9})?")
          || parts[1].isEmpty()
          || parts[4].isEmpty()) {
        return Optional.empty();
      }
      metrics.add(
          new Metric(
              parts[0],
              parts[1],
              parts[2].equals("at least"),
              Double.parseDouble(parts[3]),
              parts[4]));
    }
    return Optional.of(List.copyOf(metrics));
  }
}
