package eu.trama.city.algorithms.monitoring;

import eu.trama.city.algorithms.Monitored;
import eu.trama.city.algorithms.SystemId;
import java.util.List;

/// What is watched of a system.
public record Plan(SystemId system, List<Threshold> thresholds) {

  public Plan {
    thresholds = List.copyOf(thresholds);
  }

  /// @throws IllegalArgumentException where a threshold is about what the rule set does not count
  void requireCounted(Monitored counted) {
    for (Threshold each : thresholds) {
      boolean there =
          switch (each.measure().of()) {
            case NOTHING -> true;
            case ATTRIBUTE ->
                counted.attributes().stream().anyMatch(a -> a.key().equals(each.of()));
            case INPUT -> counted.inputs().stream().anyMatch(i -> i.key().equals(each.of()));
          };
      if (!there) {
        throw new IllegalArgumentException(
            "the rule set " + system + " counts no " + each.of() + ", which a threshold is about");
      }
    }
  }
}
