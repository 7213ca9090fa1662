package eu.trama.city.algorithms.decisions;

import eu.trama.city.algorithms.Conclusion;
import eu.trama.city.algorithms.Permit;
import eu.trama.city.algorithms.Permits;
import eu.trama.city.algorithms.RuleSet;
import eu.trama.city.twin.Digest;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The one place in which a decision comes to be.
@Component
class Deciding {

  private final Permits permits;
  private final DecisionTables tables;
  private final Sealing sealing;
  private final Clock clock;
  private final ObjectProvider<DecisionWatch> watches;

  Deciding(
      Permits permits,
      DecisionTables tables,
      Sealing sealing,
      Clock clock,
      ObjectProvider<DecisionWatch> watches) {
    this.permits = permits;
    this.tables = tables;
    this.sealing = sealing;
    this.clock = clock;
    this.watches = watches;
  }

  /// A decision that is kept.
  record Made(UUID id, Permit permit, Conclusion conclusion) {}

  /// Decides in the caller's transaction.
  ///
  /// @param replays the decision that is checked, after an objection
  /// @param corrected questions whose answer was another one there
  Made decide(
      RuleSet rules,
      String person,
      Map<String, String> answers,
      Optional<UUID> replays,
      List<String> corrected) {
    Permit permit = permits.ask(rules.id(), rules.codeHash());
    Conclusion conclusion = rules.decide(answers);
    UUID id = UUID.randomUUID();
    var at = clock.instant();
    var salts = new TreeMap<String, String>();
    var commitments = new HashMap<String, byte[]>();
    answers.forEach((question, answer) -> {
      String salt = Document.drawSalt();
      salts.put(question, salt);
      commitments.put(question, Document.commit(salt, Document.answer(question, answer)));
    });
    var hex = new TreeMap<String, String>();
    commitments.forEach((question, bytes) -> hex.put(question, Digest.hex(bytes)));
    var content = new TreeMap<String, Object>();
    content.put("id", id.toString());
    content.put("system", permit.system().value());
    content.put("version", permit.version());
    content.put("risk", permit.risk().key());
    content.put("person", person);
    content.put("at", at.toString());
    content.put("humanConfirms", permit.humanConfirms());
    content.put("replays", replays.map(UUID::toString).orElse(""));
    content.put("answers", new TreeMap<>(answers));
    content.put("corrected", corrected);
    content.put("inputs", hex);
    content.put("conclusion", Document.conclusion(conclusion));
    var sealed = sealing.keep(person, "decision", Document.of(content, salts));
    tables.add(id, permit, person, at, conclusion.outcome(), replays, sealed);
    commitments.forEach((question, bytes) -> tables.addInput(id, question, bytes));
    if (replays.isEmpty()) {
      watches.forEach(w -> w.decided(rules, permit.version(), answers, conclusion.outcome()));
    }
    return new Made(id, permit, conclusion);
  }

  /// Tells what became of an objection, in the caller's transaction.
  void answered(RuleSet rules, Case found, String holds, boolean upheld) {
    Decision decision = found.decision();
    found
        .contents()
        .ifPresent(c ->
            watches.forEach(w ->
                w.answered(
                    rules, decision.version(), c.answers(), decision.outcome(), holds, upheld)));
  }
}
