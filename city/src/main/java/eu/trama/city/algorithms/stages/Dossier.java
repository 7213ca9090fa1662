package eu.trama.city.algorithms.stages;

import eu.trama.city.algorithms.RiskClass;
import eu.trama.city.algorithms.stages.Fact.Suspended;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The state of one system.
///
/// @param people whether it acts on people
/// @param team ids of the people who described or built it
/// @param version hash of the code that counts; empty before there is any
/// @param versionSince when that code came
/// @param signatures the last of each gate
public record Dossier(
    Origin origin,
    boolean people,
    Stage stage,
    Set<String> team,
    String version,
    Instant versionSince,
    Map<String, Signature> signatures,
    Optional<Suspended> suspension) {

  /// A system of which nothing is known yet; what acts on people is the careful guess.
  public static final Dossier NEW =
      new Dossier(
          Origin.BOUGHT,
          true,
          Stage.NEED,
          Set.of(),
          "",
          Instant.MIN,
          Map.of(),
          Optional.<Suspended>empty());

  public Dossier {
    team = Set.copyOf(team);
    signatures = Map.copyOf(signatures);
  }

  /// The state after all of these.
  public static Dossier of(Iterable<? extends Fact> facts) {
    Dossier dossier = NEW;
    for (Fact fact : facts) {
      dossier = dossier.after(fact);
    }
    return dossier;
  }

  public Dossier after(Fact fact) {
    return switch (fact) {
      case Fact.Described d -> described(d);
      case Fact.Renewed r -> renewed(r);
      case Fact.Signed s -> signed(s.signature());
      case Fact.Moved m -> at(m.to(), afterMove(m.to()));
      // Who stopped it by hand is not overruled by the machine.
      case Suspended s ->
          at(stage, suspension.filter(Dossier::untilResumed).or(() -> Optional.of(s)));
      case Fact.Resumed r -> at(stage, Optional.empty());
    };
  }

  private Dossier described(Fact.Described d) {
    return new Dossier(
        d.origin(),
        d.people(),
        stage,
        with(d.person()),
        version,
        versionSince,
        signatures,
        suspension);
  }

  private Dossier renewed(Fact.Renewed r) {
    Instant since = r.codeHash().equals(version) ? versionSince : r.at();
    return new Dossier(
        origin, people, stage, with(r.person()), r.codeHash(), since, signatures, suspension);
  }

  private Dossier signed(Signature signature) {
    var more = new HashMap<>(signatures);
    more.put(signature.gate(), signature);
    return new Dossier(origin, people, stage, team, version, versionSince, more, suspension);
  }

  private Dossier at(Stage to, Optional<Suspended> still) {
    return new Dossier(origin, people, to, team, version, versionSince, signatures, still);
  }

  /// Whether an auditor must lift it: validation examines code, and not what came of its use.
  static boolean untilResumed(Suspended suspended) {
    return suspended.cause() != Fact.Cause.CODE;
  }

  /// Code that passed every gate again is examined code; who stopped by hand must resume by hand.
  private Optional<Suspended> afterMove(Stage to) {
    return to == Stage.OPERATION ? suspension.filter(Dossier::untilResumed) : suspension;
  }

  /// The class that the signed screening found.
  public Optional<RiskClass> risk() {
    return signatures.values().stream()
        .flatMap(s -> s.evidence().risk().stream())
        .max(java.util.Comparator.naturalOrder());
  }

  private Set<String> with(String person) {
    if (person.equals(Actor.MACHINE.person())) {
      return team;
    }
    var more = new HashSet<>(team);
    more.add(person);
    return more;
  }
}
