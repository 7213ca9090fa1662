package eu.trama.city.algorithms.monitoring;

import eu.trama.city.algorithms.monitoring.Threshold.Finding;
import eu.trama.city.algorithms.monitoring.Threshold.State;
import eu.trama.city.twin.Digest;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// What an evaluation of a system's thresholds found.
///
/// @param version hash of the code whose decisions were looked at
public record Evaluation(String version, Instant at, List<Finding> findings) {

  public Evaluation {
    findings = List.copyOf(findings);
  }

  List<Finding> broken() {
    return findings.stream().filter(f -> f.state() == State.BROKEN).toList();
  }

  /// Whether some figure had enough cases, and none is beyond its limit for certain.
  boolean passed() {
    return broken().isEmpty()
        && findings.stream().anyMatch(f -> f.state() == State.HELD || f.state() == State.DOUBT);
  }

  /// Of what was concluded and by which limits, not of the values: an evaluation that finds the
  /// same the day after leaves a signature as it was.
  String hash() {
    return Digest.hex(
        version
            + "\n"
            + findings.stream()
                .map(f ->
                    f.threshold().key()
                        + " "
                        + f.threshold().limit()
                        + " "
                        + f.threshold().cases()
                        + " "
                        + f.state().key())
                .collect(Collectors.joining("\n")));
  }
}
