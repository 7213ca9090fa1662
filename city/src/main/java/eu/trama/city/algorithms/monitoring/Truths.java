package eu.trama.city.algorithms.monitoring;

import eu.trama.city.algorithms.RuleSet;
import eu.trama.city.algorithms.decisions.CheckedCases;
import eu.trama.city.algorithms.decisions.CheckedCases.Checked;
import eu.trama.city.algorithms.monitoring.Tally.Found;
import eu.trama.city.algorithms.monitoring.TruthFile.Fault;
import eu.trama.city.algorithms.monitoring.TruthFile.Line;
import eu.trama.city.identity.CurrentPerson;
import eu.trama.city.identity.Needs;
import eu.trama.city.identity.Role;
import eu.trama.city.ledger.CityLedger;
import eu.trama.city.ledger.Commitment;
import eu.trama.city.twin.Json;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes what an auditor found to be right about a sample of decisions, each once. The groups of a
/// case follow from the answers sealed under the person's key, which are opened for that and go
/// nowhere: what stays is that the decision was checked, and counts.
@Service
public class Truths {

  private final CheckedCases cases;
  private final Tally tally;
  private final CityLedger ledger;
  private final CurrentPerson current;
  private final Clock clock;
  private final JdbcClient jdbc;

  Truths(
      CheckedCases cases,
      Tally tally,
      CityLedger ledger,
      CurrentPerson current,
      Clock clock,
      DataSource source) {
    this.cases = cases;
    this.tally = tally;
    this.ledger = ledger;
    this.current = current;
    this.clock = clock;
    this.jdbc = JdbcClient.create(source);
  }

  /// Takes all lines, or none where one is wrong.
  ///
  /// @return what is wrong
  @Needs(Role.AUDITOR)
  @Transactional
  public List<Fault> enter(RuleSet rules, String csv) {
    TruthFile file = TruthFile.read(csv);
    var faults = new ArrayList<>(file.faults());
    if (faults.isEmpty()) {
      file.outcomes().forEach((id, line) -> fault(rules, id, line).ifPresent(faults::add));
    }
    if (faults.isEmpty()) {
      file.outcomes().forEach((id, line) -> keep(rules, id, line.outcome()));
    }
    return List.copyOf(faults);
  }

  private Optional<Fault> fault(RuleSet rules, UUID id, Line line) {
    Optional<Checked> found = cases.find(id);
    if (found.filter(c -> c.system().equals(rules.id()) && !c.replay()).isEmpty()) {
      return Optional.of(new Fault(line.number(), "unknown", id.toString()));
    }
    if (!rules.outcomes().contains(line.outcome())) {
      return Optional.of(new Fault(line.number(), "outcome", line.outcome()));
    }
    if (found.get().own()) {
      return Optional.of(new Fault(line.number(), "own", id.toString()));
    }
    if (found.get().answers().isEmpty()) {
      return Optional.of(new Fault(line.number(), "forgotten", id.toString()));
    }
    return isKnown(id)
        ? Optional.of(new Fault(line.number(), "known", id.toString()))
        : Optional.empty();
  }

  private boolean isKnown(UUID id) {
    return jdbc.sql("select count(*) from algorithms.truth where decision = ?")
            .param(id)
            .query(Long.class)
            .single()
        > 0;
  }

  private void keep(RuleSet rules, UUID id, String outcome) {
    Checked found = cases.find(id).orElseThrow();
    Map<String, String> answers = found.answers().orElseThrow();
    Instant now = clock.instant();
    String me =
        current
            .person()
            .orElseThrow(() -> new AccessDeniedException("samples are checked by people"))
            .id();
    byte[] salt = Commitment.salt();
    String all = Json.write(List.of(id.toString(), outcome, now.toString(), me));
    UUID entry =
        ledger.append(
            "decision-checked", Commitment.of(salt, all.getBytes(StandardCharsets.UTF_8)));
    jdbc.sql("insert into algorithms.truth values (?, ?, ?, ?, ?, ?)")
        .params(id, outcome, now.atOffset(ZoneOffset.UTC), me, salt, entry)
        .update();
    boolean changed = !found.outcome().equals(outcome);
    tally.checked(rules, found.version(), answers, new Found(found.outcome(), outcome, changed));
  }
}
