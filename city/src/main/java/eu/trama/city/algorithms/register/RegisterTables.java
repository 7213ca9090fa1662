package eu.trama.city.algorithms.register;

import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.stages.Fact;
import eu.trama.city.ledger.CityLedger;
import eu.trama.city.ledger.Commitment;
import eu.trama.city.twin.Json;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The register's tables. Revisions and events are added and never changed.
@Component
class RegisterTables {

  private static final String REVISIONS =
      """
      select r.system, r.revision, r.facts, p.revision as public_revision, p.facts as public_facts
      from algorithms.revision r
      left join algorithms.revision p on p.system = r.system and p.revision =
        (select (e.detail ->> 'revision')::int from algorithms.event e
         where e.system = r.system and e.kind = 'published' order by e.seq desc limit 1)
      where r.revision = (select max(l.revision) from algorithms.revision l where l.system = r.system)
      """;

  /// Sets these locks apart from other advisory locks: ‘algo’ in ASCII.
  private static final int SYSTEMS = 0x616c676f;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final CityLedger ledger;

  RegisterTables(DataSource source, Clock clock, CityLedger ledger) {
    this.jdbc = JdbcClient.create(source);
    this.clock = clock;
    this.ledger = ledger;
  }

  List<Entry> all() {
    Map<String, List<Event>> events = new LinkedHashMap<>();
    jdbc.sql("select * from algorithms.event order by system, seq")
        .query((row, n) -> event(row))
        .list()
        .forEach(each -> events.computeIfAbsent(each.system(), s -> new ArrayList<>()).add(each));
    return jdbc.sql(REVISIONS + " order by r.system")
        .query((row, n) -> entry(row, events.getOrDefault(row.getString("system"), List.of())))
        .list();
  }

  Optional<Entry> find(SystemId id) {
    List<Event> events =
        jdbc.sql("select * from algorithms.event where system = ? order by seq")
            .param(id.value())
            .query((row, n) -> event(row))
            .list();
    return jdbc.sql(REVISIONS + " and r.system = ?")
        .param(id.value())
        .query((row, n) -> entry(row, events))
        .optional();
  }

  List<Revision> revisions(SystemId id) {
    return jdbc.sql("select * from algorithms.revision where system = ? order by revision")
        .param(id.value())
        .query((row, n) ->
            new Revision(
                row.getInt("revision"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by_person"),
                row.getString("by_role"),
                AlgorithmRecord.ofJson(row.getString("facts"))))
        .list();
  }

  /// Makes the place of a system; false where it is taken.
  boolean create(SystemId id) {
    return jdbc.sql("insert into algorithms.system values (?, ?) on conflict do nothing")
            .params(id.value(), now())
            .update()
        == 1;
  }

  /// Lets nobody else change the system until the transaction ends, and nobody decide by it.
  boolean lock(SystemId id) {
    queue("pg_advisory_xact_lock", id);
    return jdbc.sql("select id from algorithms.system where id = ? for update")
        .param(id.value())
        .query(String.class)
        .optional()
        .isPresent();
  }

  /// Lets nobody change the system until the transaction ends, or goes back to a savepoint before
  /// this; others may hold the same lock.
  void lockInShare(SystemId id) {
    queue("pg_advisory_xact_lock_shared", id);
  }

  /// Advisory locks queue: whoever waits to stop a system comes before those who ask after. Row
  /// locks do not, and decisions that overlap kept an auditor waiting for six seconds.
  private void queue(String function, SystemId id) {
    jdbc.sql("select cast(" + function + "(?, hashtext(?)) as text)")
        .params(SYSTEMS, id.value())
        .query((row, n) -> "")
        .single();
  }

  void addRevision(SystemId id, int number, String person, String role, AlgorithmRecord record) {
    jdbc.sql("insert into algorithms.revision values (?, ?, ?, ?, ?, ?::jsonb, ?)")
        .params(id.value(), number, now(), person, role, record.json(), record.hash())
        .update();
  }

  void addFact(SystemId id, String person, String role, Fact fact) {
    add(id, person, role, FactJson.kind(fact), FactJson.write(fact));
  }

  void addPublished(SystemId id, String person, String role, int revision) {
    add(id, person, role, "published", Json.write(Map.of("revision", revision)));
  }

  /// Keeps an event and commits the city to it in the ledger. The caller holds the lock of the
  /// system, so that numbers follow each other.
  private void add(SystemId id, String person, String role, String kind, String detail) {
    int seq =
        jdbc.sql("select coalesce(max(seq), 0) + 1 from algorithms.event where system = ?")
            .param(id.value())
            .query(Integer.class)
            .single();
    OffsetDateTime at = now();
    byte[] salt = Commitment.salt();
    String all =
        Json.write(List.of(id.value(), seq, at.toInstant().toString(), person, role, kind, detail));
    UUID receipt =
        ledger.append("algorithm-event", Commitment.of(salt, all.getBytes(StandardCharsets.UTF_8)));
    jdbc.sql(
            """
            insert into algorithms.event
              (system, seq, at, by_person, by_role, kind, detail, salt, receipt)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
            """)
        .params(id.value(), seq, at, person, role, kind, detail, salt, receipt)
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Event event(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    Optional<Fact> fact =
        kind.equals("published")
            ? Optional.empty()
            : Optional.of(FactJson.read(kind, Json.read(row.getString("detail"))));
    return new Event(
        row.getString("system"),
        row.getInt("seq"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("by_person"),
        row.getString("by_role"),
        kind,
        fact);
  }

  private static Entry entry(ResultSet row, List<Event> events) throws SQLException {
    String shown = row.getString("public_facts");
    return Entry.of(
        new SystemId(row.getString("system")),
        AlgorithmRecord.ofJson(row.getString("facts")),
        row.getInt("revision"),
        Optional.ofNullable(shown).map(AlgorithmRecord::ofJson),
        row.getInt("public_revision"),
        events);
  }
}
