package eu.trama.city.algorithms.stages;

import eu.trama.city.algorithms.EvidenceState;
import eu.trama.city.algorithms.RiskClass;
import eu.trama.city.algorithms.stages.Refusal.Reason;
import java.util.List;
import java.util.Optional;

/// Whether gates are passed. A signature is asked anew each time: it lapses with the code, the
/// evidence or the team that it was given for.
final class Gates {

  private final Protocol protocol;

  Gates(Protocol protocol) {
    this.protocol = protocol;
  }

  /// The first gate of these that is not passed.
  Optional<Refusal> firstClosed(List<Gate> gates, Dossier dossier, World world) {
    // Until somebody has signed for a class, every gate stands.
    RiskClass risk = dossier.risk().orElse(RiskClass.HIGH);
    return gates.stream()
        .filter(gate -> gate.standsFor(risk, dossier.people()))
        .flatMap(gate -> closed(gate, dossier, world).stream())
        .findFirst();
  }

  /// Why a gate is not passed; empty where it is.
  Optional<Refusal> closed(Gate gate, Dossier dossier, World world) {
    Signature signature = dossier.signatures().get(gate.id());
    if (signature == null) {
      return refusal(Reason.GATE_UNSIGNED, gate);
    }
    if (gate.ofVersion() && !signature.version().equals(dossier.version())) {
      return refusal(Reason.GATE_OTHER_VERSION, gate);
    }
    if (!stillSaid(gate, signature, world)) {
      return refusal(Reason.GATE_EVIDENCE_CHANGED, gate);
    }
    boolean apart =
        (!gate.signerOutside() || !dossier.team().contains(signature.person()))
            && (!gate.makerOutside()
                || java.util.Collections.disjoint(dossier.team(), signature.evidence().makers()));
    return apart ? Optional.empty() : refusal(Reason.GATE_OF_TEAM, gate);
  }

  /// Whether the source of the evidence still says what was signed.
  private boolean stillSaid(Gate gate, Signature signature, World world) {
    EvidenceState now = world.evidence().get(gate.evidence());
    if (now == null) {
      return !protocol.sourced().contains(gate.evidence());
    }
    return now.passed() && now.hash().equals(signature.evidence().hash());
  }

  static Optional<Refusal> refusal(Reason reason, Gate gate) {
    return Optional.of(new Refusal(reason, gate.id()));
  }
}
