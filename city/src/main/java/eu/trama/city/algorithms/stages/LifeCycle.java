package eu.trama.city.algorithms.stages;

import eu.trama.city.algorithms.EvidenceState;
import eu.trama.city.algorithms.RiskClass;
import eu.trama.city.algorithms.stages.Refusal.Reason;
import eu.trama.city.identity.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Decides what may be done with a system.
///
/// ```java
/// switch (lifeCycle.decide(dossier, actor, new Action.Advance(Stage.OPERATION), world)) {
///   case Verdict.Done done -> keep(done.facts());
///   case Verdict.Refused refused -> say(refused.refusal());
/// }
/// ```
///
/// Nothing here reads a store or a clock: the same dossier, action and world give the same verdict.
public final class LifeCycle {

  private final Protocol protocol;
  private final Gates gates;

  public LifeCycle(Protocol protocol) {
    this.protocol = protocol;
    this.gates = new Gates(protocol);
  }

  public Protocol protocol() {
    return protocol;
  }

  public Verdict decide(Dossier dossier, Actor actor, Action action, World world) {
    if (dossier.stage().over()) {
      return refused(Reason.OVER);
    }
    return switch (action) {
      case Action.Suspend suspend -> suspend(actor, suspend);
      case Action.Describe describe -> describe(dossier, actor, describe);
      case Action.Renew renew -> renew(dossier, actor, renew, world);
      case Action.Resume resume -> resume(dossier, actor, resume);
      case Action.Sign sign -> sign(dossier, actor, sign, world);
      case Action.Advance advance -> advance(dossier, actor, advance, world);
    };
  }

  /// What is found prohibited is over, without anybody's signature.
  public Optional<Fact> rejection(Dossier dossier, World world) {
    return world.prohibited() && !dossier.stage().over()
        ? Optional.of(new Fact.Moved(dossier.stage(), Stage.REJECTED))
        : Optional.empty();
  }

  /// What runs is stopped, without anybody's hand, where a figure that is watched is beyond its
  /// limit.
  ///
  /// @param threshold names it
  public Optional<Fact> alarm(Dossier dossier, String threshold) {
    return dossier.stage().live() && dossier.suspension().filter(Dossier::untilResumed).isEmpty()
        ? Optional.of(new Fact.Suspended(Fact.Cause.THRESHOLD, threshold))
        : Optional.empty();
  }

  /// Why a system with that code may not run now; empty where it may.
  public Optional<Refusal> mayRun(Dossier dossier, String codeHash, World world) {
    if (world.prohibited() || dossier.stage() == Stage.REJECTED) {
      return Optional.of(Refusal.of(Reason.PROHIBITED));
    }
    if (dossier.suspension().isPresent()) {
      boolean figure = dossier.suspension().get().cause() == Fact.Cause.THRESHOLD;
      return Optional.of(Refusal.of(figure ? Reason.THRESHOLD : Reason.SUSPENDED));
    }
    Optional<Refusal> closed = gates.firstClosed(protocol.way(dossier.origin()), dossier, world);
    if (closed.isPresent()) {
      return closed;
    }
    if (!dossier.stage().live()) {
      return Optional.of(Refusal.of(Reason.NOT_LIVE));
    }
    return dossier.version().equals(codeHash)
        ? Optional.empty()
        : Optional.of(Refusal.of(Reason.CODE_CHANGED));
  }

  /// Why a gate is not passed now; empty where it is.
  public Optional<Refusal> closed(Gate gate, Dossier dossier, World world) {
    return gates.closed(gate, dossier, world);
  }

  /// Whether a gate stands for the system as it is now.
  public boolean stands(Gate gate, Dossier dossier) {
    return gate.standsFor(dossier.risk().orElse(RiskClass.HIGH), dossier.people());
  }

  private Verdict suspend(Actor actor, Action.Suspend suspend) {
    if (!holds(actor, Role.AUDITOR, Role.PLANNER)) {
      return refused(Reason.ROLE);
    }
    return suspend.reason().isBlank()
        ? refused(Reason.NO_REASON)
        : done(new Fact.Suspended(Fact.Cause.PERSON, suspend.reason()));
  }

  private Verdict describe(Dossier dossier, Actor actor, Action.Describe describe) {
    if (!actor.equals(Actor.MACHINE) && !holds(actor, Role.PROCUREMENT, Role.PLANNER)) {
      return refused(Reason.ROLE);
    }
    boolean same = describe.origin() == dossier.origin() && describe.people() == dossier.people();
    // Later it would be a way round gates.
    if (dossier.stage() != Stage.NEED && !same) {
      return refused(Reason.FIXED);
    }
    return done(new Fact.Described(describe.origin(), describe.people(), actor.person()));
  }

  private Verdict renew(Dossier dossier, Actor actor, Action.Renew renew, World world) {
    if (!actor.equals(Actor.MACHINE) && !holds(actor, Role.PROCUREMENT, Role.PLANNER)) {
      return refused(Reason.ROLE);
    }
    if (renew.codeHash().isBlank()) {
      return refused(Reason.NO_VERSION);
    }
    var renewed = new Fact.Renewed(renew.codeHash(), renew.label(), actor.person(), world.now());
    boolean other = !renew.codeHash().equals(dossier.version());
    return dossier.stage().live() && other
        ? done(renewed, new Fact.Moved(dossier.stage(), Stage.CHANGE))
        : done(renewed);
  }

  private Verdict resume(Dossier dossier, Actor actor, Action.Resume resume) {
    if (!holds(actor, Role.AUDITOR)) {
      return refused(Reason.ROLE);
    }
    if (dossier.team().contains(actor.person())) {
      return refused(Reason.TEAM_SIGNS);
    }
    if (dossier.suspension().isEmpty()) {
      return refused(Reason.NOT_SUSPENDED);
    }
    return resume.reason().isBlank()
        ? refused(Reason.NO_REASON)
        : done(new Fact.Resumed(resume.reason()));
  }

  private Verdict sign(Dossier dossier, Actor actor, Action.Sign sign, World world) {
    Optional<Gate> found = protocol.gate(sign.gate());
    if (found.isEmpty()) {
      return refused(Reason.NO_GATE);
    }
    Gate gate = found.get();
    return fault(gate, dossier, actor, sign.evidence(), world)
        .<Verdict>map(reason -> new Verdict.Refused(new Refusal(reason, gate.id())))
        .orElseGet(() ->
            done(
                new Fact.Signed(
                    new Signature(
                        gate.id(),
                        actor.person(),
                        gate.signer(),
                        dossier.version(),
                        sign.evidence(),
                        world.now()))));
  }

  private Optional<Reason> fault(
      Gate gate, Dossier dossier, Actor actor, Evidence evidence, World world) {
    if (!holds(actor, gate.signer())) {
      return Optional.of(Reason.ROLE);
    }
    if (gate.signerOutside() && dossier.team().contains(actor.person())) {
      return Optional.of(Reason.TEAM_SIGNS);
    }
    if (!evidence.kind().equals(gate.evidence()) || !sourceSays(evidence, world)) {
      return Optional.of(Reason.NO_EVIDENCE);
    }
    if (!evidence.passed()) {
      return Optional.of(Reason.EVIDENCE_FAILED);
    }
    if (gate.ofVersion()) {
      if (dossier.version().isEmpty()) {
        return Optional.of(Reason.NO_VERSION);
      }
      EvidenceState now = world.evidence().get(evidence.kind());
      if (now != null && now.at().isBefore(dossier.versionSince())) {
        return Optional.of(Reason.EVIDENCE_OLDER);
      }
    }
    if (gate.makerOutside()) {
      if (!java.util.Collections.disjoint(dossier.team(), evidence.makers())) {
        return Optional.of(Reason.TEAM_MADE);
      }
      if (evidence.makers().contains(actor.person())) {
        return Optional.of(Reason.OWN_EVIDENCE);
      }
    }
    return Optional.empty();
  }

  /// Evidence of a kind that a source makes is the source's, to the letter.
  private boolean sourceSays(Evidence evidence, World world) {
    EvidenceState now = world.evidence().get(evidence.kind());
    if (now == null) {
      return !protocol.sourced().contains(evidence.kind());
    }
    return Evidence.of(evidence.kind(), now).equals(evidence);
  }

  private Verdict advance(Dossier dossier, Actor actor, Action.Advance advance, World world) {
    Optional<Transition> found =
        protocol.transition(dossier.stage(), advance.to(), dossier.origin());
    if (found.isEmpty()) {
      return refused(Reason.NO_WAY);
    }
    Transition way = found.get();
    if (way.movers().stream().noneMatch(actor.roles()::contains)) {
      return refused(Reason.ROLE);
    }
    boolean live = way.to().live();
    if (live && dossier.suspension().filter(Dossier::untilResumed).isPresent()) {
      return refused(Reason.SUSPENDED);
    }
    return gates
        .firstClosed(way.gates(), dossier, world)
        // Whatever way led here, what runs has passed every gate.
        .or(() ->
            live
                ? gates.firstClosed(protocol.way(dossier.origin()), dossier, world)
                : Optional.empty())
        .<Verdict>map(Verdict.Refused::new)
        .orElseGet(() -> done(new Fact.Moved(dossier.stage(), way.to())));
  }

  private static boolean holds(Actor actor, Role... any) {
    return Arrays.stream(any).anyMatch(actor.roles()::contains);
  }

  private static Verdict done(Fact... facts) {
    return new Verdict.Done(List.of(facts));
  }

  private static Verdict refused(Reason reason) {
    return new Verdict.Refused(Refusal.of(reason));
  }
}
