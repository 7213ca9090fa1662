package eu.trama.city.algorithms.stages;

import eu.trama.city.algorithms.EvidenceState;
import eu.trama.city.algorithms.RiskClass;
import eu.trama.city.identity.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A system on its way, as tests take it there: people of one role each, and evidence at hand.
final class Workshop {

  static final Path FILE = Path.of(System.getProperty("trama.root"), "packs/rights/protocol.yaml");

  static final Actor BUYER = new Actor("buyer", Set.of(Role.PROCUREMENT));
  static final Actor OWNER = new Actor("owner", Set.of(Role.PLANNER));
  static final Actor AUDITOR = new Actor("auditor", Set.of(Role.AUDITOR));
  static final Actor CASEWORKER = new Actor("caseworker", Set.of(Role.CASEWORKER));

  static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private static final Protocol PROTOCOL = protocol();

  final LifeCycle lifeCycle = new LifeCycle(PROTOCOL);
  final Map<String, EvidenceState> sources = new HashMap<>();
  Dossier dossier = Dossier.NEW;
  Instant now = NOON;

  static Protocol protocol() {
    try {
      return ProtocolReader.read(Files.readString(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  World world() {
    return new World(sources, now);
  }

  /// What a source says from now on.
  void say(String kind, String maker, boolean passed, Optional<RiskClass> risk) {
    String hash = kind + " " + maker + " " + passed + " " + risk + " " + now;
    sources.put(kind, new EvidenceState(maker, hash, passed, risk, "said", now, ""));
  }

  Evidence evidence(String kind, Actor by) {
    EvidenceState said = sources.get(kind);
    return said != null
        ? Evidence.of(kind, said)
        : new Evidence(kind, "A paper", "", "ab", Set.of(by.person()), true, Optional.empty());
  }

  Verdict act(Actor by, Action action) {
    Verdict verdict = lifeCycle.decide(dossier, by, action, world());
    if (verdict instanceof Verdict.Done done) {
      done.facts().forEach(fact -> dossier = dossier.after(fact));
    }
    return verdict;
  }

  /// Does it, or fails.
  void must(Actor by, Action action) {
    if (act(by, action) instanceof Verdict.Refused refused) {
      throw new AssertionError(action + " by " + by + ": " + refused.refusal());
    }
  }

  /// Why it is not done.
  Refusal refused(Actor by, Action action) {
    return switch (act(by, action)) {
      case Verdict.Refused refused -> refused.refusal();
      case Verdict.Done done -> throw new AssertionError(action + " was done: " + done.facts());
    };
  }

  Action.Sign sign(String gate, Actor by) {
    String kind = lifeCycle.protocol().gate(gate).orElseThrow().evidence();
    return new Action.Sign(gate, evidence(kind, by));
  }

  void signs(Actor by, String... gates) {
    for (String gate : gates) {
      must(by, sign(gate, by));
    }
  }

  /// A bought system of that class, in validation, with its code and all that sources say.
  static Workshop atValidation(RiskClass risk) {
    var here = new Workshop();
    here.must(BUYER, new Action.Describe(Origin.BOUGHT, true));
    here.must(OWNER, new Action.Describe(Origin.BOUGHT, true));
    here.say("screening", "owner", true, Optional.of(risk));
    here.signs(BUYER, "risk-class");
    here.signs(AUDITOR, "prohibited");
    here.must(BUYER, new Action.Advance(Stage.TENDER));
    here.signs(BUYER, "tender-clauses", "evidence-duty");
    here.must(BUYER, new Action.Advance(Stage.AWARD));
    here.signs(BUYER, "supplier-evidence");
    here.say("dpia", "scholar", true, Optional.empty());
    here.signs(AUDITOR, "dpia");
    here.must(BUYER, new Action.Advance(Stage.DESIGN));
    here.signs(OWNER, "oversight-design", "data-minimised");
    here.must(OWNER, new Action.Renew("code-1", "1"));
    here.must(OWNER, new Action.Advance(Stage.VALIDATION));
    here.say("study", "scholar", true, Optional.empty());
    here.say("council", "ada ben", true, Optional.empty());
    here.say("register", "", true, Optional.empty());
    return here;
  }

  /// The same, in operation.
  static Workshop inOperation(RiskClass risk) {
    var here = atValidation(risk);
    here.validate();
    here.must(OWNER, new Action.Advance(Stage.OPERATION));
    return here;
  }

  void validate() {
    signs(AUDITOR, "accuracy", "fairness", "council-opinion");
    signs(BUYER, "impact-study", "register-entry");
    signs(OWNER, "notice");
    signs(CASEWORKER, "explanation-path", "objection-path");
  }
}
