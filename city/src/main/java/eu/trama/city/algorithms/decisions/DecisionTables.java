package eu.trama.city.algorithms.decisions;

import eu.trama.city.algorithms.Permit;
import eu.trama.city.algorithms.RiskClass;
import eu.trama.city.algorithms.SystemId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The tables of decisions. A row is written once.
@Component
class DecisionTables {

  private final JdbcClient jdbc;

  DecisionTables(DataSource source) {
    this.jdbc = JdbcClient.create(source);
  }

  /// Something that is sealed for a person and has an entry in the ledger.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Sealed(byte[] bytes, UUID ledger) {}

  /// A row with what is sealed in it.
  record Row<T>(T row, Sealed sealed) {}

  /// A confirmation, objection or answer before it is opened.
  record Step(String person, Instant at, String outcome, UUID replay, boolean upheld) {}

  /// No row comes to be without a permit.
  void add(
      UUID id,
      Permit permit,
      String person,
      Instant at,
      String outcome,
      Optional<UUID> replays,
      Sealed sealed) {
    jdbc.sql(
            "insert into algorithms.decision values (?, ?, ?, ?, ?, ?, ?, ?, nullif(?, '')::uuid, ?, ?)")
        .params(
            id,
            permit.system().value(),
            permit.version(),
            permit.risk().key(),
            person,
            utc(at),
            outcome,
            permit.humanConfirms(),
            replays.map(UUID::toString).orElse(""),
            sealed.bytes(),
            sealed.ledger())
        .update();
  }

  void addInput(UUID decision, String question, byte[] commitment) {
    jdbc.sql("insert into algorithms.decision_input values (?, ?, ?)")
        .params(decision, question, commitment)
        .update();
  }

  void addOpened(UUID decision, String person, Instant at) {
    jdbc.sql("insert into algorithms.decision_opened values (?, ?, ?) on conflict do nothing")
        .params(decision, person, utc(at))
        .update();
  }

  boolean addConfirmation(UUID decision, String person, Instant at, String outcome, Sealed sealed) {
    return jdbc.sql(
                "insert into algorithms.confirmation values (?, ?, ?, ?, ?, ?) on conflict do nothing")
            .params(decision, person, utc(at), outcome, sealed.bytes(), sealed.ledger())
            .update()
        == 1;
  }

  boolean addObjection(UUID decision, Instant at, LocalDate due, Sealed sealed) {
    return jdbc.sql(
                "insert into algorithms.objection values (?, ?, ?, ?, ?) on conflict do nothing")
            .params(decision, utc(at), due, sealed.bytes(), sealed.ledger())
            .update()
        == 1;
  }

  boolean addAnswer(UUID decision, Step step, Sealed sealed) {
    return jdbc.sql(
                "insert into algorithms.objection_answer values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
            .params(
                decision,
                step.person(),
                utc(step.at()),
                step.replay(),
                step.outcome(),
                step.upheld(),
                sealed.bytes(),
                sealed.ledger())
            .update()
        == 1;
  }

  /// Lets nobody else go on with the case until the transaction ends.
  void lock(UUID decision) {
    jdbc.sql("select id from algorithms.decision where id = ? for update")
        .param(decision)
        .query(UUID.class)
        .optional();
  }

  Optional<Row<Decision>> find(UUID id) {
    return jdbc.sql("select * from algorithms.decision where id = ?")
        .param(id)
        .query((row, n) -> decision(row))
        .optional();
  }

  List<Row<Decision>> of(String person) {
    return jdbc.sql(
            "select * from algorithms.decision where person = ? and replays is null order by at desc")
        .param(person)
        .query((row, n) -> decision(row))
        .list();
  }

  /// Proposals that nobody has confirmed, the oldest first.
  List<Row<Decision>> unconfirmed(int limit) {
    return jdbc.sql(
            """
            select * from algorithms.decision d where human_confirms and replays is null and person is not null
            and not exists (select from algorithms.confirmation c where c.decision = d.id) order by at limit ?
            """)
        .param(limit)
        .query((row, n) -> decision(row))
        .list();
  }

  /// Decisions to which nobody has answered an objection, the most urgent first.
  List<Row<Decision>> unanswered(int limit) {
    return jdbc.sql(
            """
            select d.* from algorithms.decision d join algorithms.objection o on o.decision = d.id
            where d.person is not null
            and not exists (select from algorithms.objection_answer a where a.decision = d.id)
            order by o.answer_due, o.at limit ?
            """)
        .param(limit)
        .query((row, n) -> decision(row))
        .list();
  }

  Optional<Row<Step>> confirmation(UUID decision) {
    return jdbc.sql("select * from algorithms.confirmation where decision = ?")
        .param(decision)
        .query((row, n) ->
            new Row<>(
                new Step(
                    row.getString("by_person"), at(row), row.getString("outcome"), decision, false),
                sealed(row)))
        .optional();
  }

  Optional<Row<LocalDate>> objection(UUID decision) {
    return jdbc.sql("select * from algorithms.objection where decision = ?")
        .param(decision)
        .query((row, n) -> new Row<>(row.getObject("answer_due", LocalDate.class), sealed(row)))
        .optional();
  }

  Instant objectedAt(UUID decision) {
    return jdbc.sql("select at from algorithms.objection where decision = ?")
        .param(decision)
        .query((row, n) -> at(row))
        .single();
  }

  Optional<Row<Step>> answer(UUID decision) {
    return jdbc.sql("select * from algorithms.objection_answer where decision = ?")
        .param(decision)
        .query((row, n) ->
            new Row<>(
                new Step(
                    row.getString("by_person"),
                    at(row),
                    row.getString("outcome"),
                    row.getObject("replay", UUID.class),
                    row.getBoolean("upheld")),
                sealed(row)))
        .optional();
  }

  /// Takes the person's id off.
  void forget(String person) {
    jdbc.sql("update algorithms.decision set person = null where person = ?")
        .param(person)
        .update();
  }

  private static Row<Decision> decision(ResultSet row) throws SQLException {
    return new Row<>(
        new Decision(
            row.getObject("id", UUID.class),
            new SystemId(row.getString("system")),
            row.getString("version"),
            RiskClass.ofKey(row.getString("risk")).orElseThrow(),
            Optional.ofNullable(row.getString("person")),
            at(row),
            row.getString("outcome"),
            row.getBoolean("human_confirms"),
            Optional.ofNullable(row.getObject("replays", UUID.class)),
            row.getObject("ledger", UUID.class)),
        sealed(row));
  }

  private static Sealed sealed(ResultSet row) throws SQLException {
    return new Sealed(row.getBytes("sealed"), row.getObject("ledger", UUID.class));
  }

  private static Instant at(ResultSet row) throws SQLException {
    return row.getObject("at", OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
