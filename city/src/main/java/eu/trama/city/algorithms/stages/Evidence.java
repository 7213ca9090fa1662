package eu.trama.city.algorithms.stages;

import eu.trama.city.algorithms.EvidenceState;
import eu.trama.city.algorithms.RiskClass;
import java.util.Optional;
import java.util.Set;

/// What a signature rests on.
///
/// @param kind as a [Gate] asks for it
/// @param title what it is, for people
/// @param reference where it lies: a file number, an address; may be empty
/// @param hash SHA-256 in hex of what was seen
/// @param makers ids of the people who made it
/// @param passed whether it says that the system may go on
public record Evidence(
    String kind,
    String title,
    String reference,
    String hash,
    Set<String> makers,
    boolean passed,
    Optional<RiskClass> risk) {

  public Evidence {
    makers = Set.copyOf(makers);
  }

  /// What a source says now, as evidence.
  public static Evidence of(String kind, EvidenceState state) {
    return new Evidence(
        kind,
        state.conclusion(),
        state.href(),
        state.hash(),
        makers(state),
        state.passed(),
        state.risk());
  }

  static Set<String> makers(EvidenceState state) {
    return Set.copyOf(
        java.util.Arrays.stream(state.madeBy().split(" ", -1)).filter(p -> !p.isEmpty()).toList());
  }
}
