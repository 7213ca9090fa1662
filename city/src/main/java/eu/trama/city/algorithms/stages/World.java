package eu.trama.city.algorithms.stages;

import eu.trama.city.algorithms.EvidenceState;
import eu.trama.city.algorithms.RiskClass;
import java.time.Instant;
import java.util.Map;

/// What the rest of the city knows of a system at a moment.
///
/// @param evidence what the sources say now, by kind
public record World(Map<String, EvidenceState> evidence, Instant now) {

  public World {
    evidence = Map.copyOf(evidence);
  }

  /// Whether some evidence finds the system prohibited.
  boolean prohibited() {
    return evidence.values().stream()
        .anyMatch(e -> e.risk().filter(r -> r == RiskClass.UNACCEPTABLE).isPresent());
  }
}
