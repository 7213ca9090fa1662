package eu.trama.city.algorithms;

import java.util.Optional;
import java.util.Set;

/// A part of the city that makes evidence for gates, such as screenings or impact studies. Declare
/// it as a bean. Evidence of a kind that a source makes cannot be typed in by whoever signs: it is
/// asked of its source, when a gate is signed, at each transition and at each permit.
public interface EvidenceSource {

  /// The kinds it makes, as `packs/rights/protocol.yaml` names them: `screening`, `study`, ….
  Set<String> kinds();

  /// Path of the page on which people make it.
  default String madeAt(SystemId id, String evidenceKind) {
    return "";
  }

  /// The evidence that counts now, if somebody has made it and finished.
  Optional<EvidenceState> current(SystemId id, String evidenceKind);
}
