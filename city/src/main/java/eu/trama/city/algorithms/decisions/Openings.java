package eu.trama.city.algorithms.decisions;

import eu.trama.city.algorithms.SystemId;
import eu.trama.city.ledger.CityLedger;
import eu.trama.city.ledger.Commitment;
import eu.trama.city.twin.Json;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who opened whose case, and when: each opening by somebody of the city is kept, with an entry of
/// the ledger, and the person is told of it on the case's own page.
@Component
class Openings {

  private final JdbcClient jdbc;
  private final CityLedger ledger;
  private final Clock clock;

  Openings(DataSource source, CityLedger ledger, Clock clock) {
    this.jdbc = JdbcClient.create(source);
    this.ledger = ledger;
    this.clock = clock;
  }

  @Transactional
  void add(UUID decision, String person) {
    OffsetDateTime at = clock.instant().atOffset(ZoneOffset.UTC);
    byte[] salt = Commitment.salt();
    String all = Json.write(List.of(decision.toString(), person, at.toInstant().toString()));
    UUID entry =
        ledger.append("case-opened", Commitment.of(salt, all.getBytes(StandardCharsets.UTF_8)));
    jdbc.sql(
            """
            insert into algorithms.case_opening (decision, by_person, at, salt, ledger)
            values (?, ?, ?, ?, ?)
            """)
        .params(decision, person, at, salt, entry)
        .update();
  }

  /// When it was opened, the first time first.
  List<Instant> of(UUID decision) {
    return jdbc.sql("select at from algorithms.case_opening where decision = ? order by id")
        .param(decision)
        .query((row, n) -> row.getObject("at", OffsetDateTime.class).toInstant())
        .list();
  }

  /// Openings of cases of a system.
  ///
  /// @param all how many there were
  /// @param humans by how many people
  /// @param idle cases that somebody opened and neither signed nor answered
  record Counted(long all, long humans, long idle) {}

  Counted count(SystemId system) {
    return jdbc.sql(
            """
            select count(*) as openings, count(distinct o.by_person) as humans,
              count(distinct (o.decision, o.by_person)) filter (where not exists
                  (select from algorithms.confirmation c where c.decision = o.decision and c.by_person = o.by_person)
                and not exists
                  (select from algorithms.objection_answer a where a.decision = o.decision and a.by_person = o.by_person))
                as idle
            from algorithms.case_opening o join algorithms.decision d on d.id = o.decision where d.system = ?
            """)
        .param(system.value())
        .query((row, n) ->
            new Counted(row.getLong("openings"), row.getLong("humans"), row.getLong("idle")))
        .single();
  }
}
