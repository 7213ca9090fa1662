package eu.trama.city.algorithms.studies;

import eu.trama.city.ledger.CityLedger;
import eu.trama.city.ledger.Commitment;
import eu.trama.city.twin.Findings;
import eu.trama.city.twin.Json;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The tables of the city's own questionnaires. Each row is committed to in the city's ledger.
@Component
class CityQuestionnaireTables {

  private static final String LEDGER_KIND = "questionnaire";

  private final JdbcClient jdbc;
  private final CityLedger ledger;
  private final Map<String, Questionnaire> read = new ConcurrentHashMap<>();

  CityQuestionnaireTables(DataSource source, CityLedger ledger) {
    this.jdbc = JdbcClient.create(source);
    this.ledger = ledger;
  }

  /// One who writes after the other, until the transaction ends.
  void lock() {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('algorithms.city_questionnaire'))")
        .query((row, number) -> "")
        .single();
  }

  /// All, the newest of each name first.
  List<CityQuestionnaire> all() {
    return jdbc.sql(
            """
            select q.name, q.number, q.stands_for, q.hash, q.by_person, q.at, q.receipt,
                   d.version, d.definition, a.name is not null as adopted
            from algorithms.city_questionnaire q
            join algorithms.questionnaire d on d.hash = q.hash
            left join algorithms.city_questionnaire_adoption a
              on a.name = q.name and a.number = q.number
            order by q.name, q.number desc
            """)
        .query(this::questionnaire)
        .list();
  }

  boolean known(String hash) {
    return jdbc.sql("select count(*) from algorithms.questionnaire where hash = ?")
            .param(hash)
            .query(Integer.class)
            .single()
        > 0;
  }

  void add(
      Questionnaire questionnaire,
      String definition,
      int number,
      StandsFor standsFor,
      String person,
      Instant at) {
    jdbc.sql(
            """
            insert into algorithms.questionnaire (hash, name, version, definition, kept_at)
            values (?, ?, ?, ?, ?)
            """)
        .params(
            questionnaire.hash(),
            questionnaire.name(),
            questionnaire.version(),
            definition,
            Timestamp.from(at))
        .update();
    byte[] salt = Commitment.salt();
    UUID receipt =
        commit(
            salt,
            List.of(
                "brought",
                questionnaire.name(),
                number,
                standsFor.key(),
                questionnaire.hash(),
                person,
                at.toString()));
    jdbc.sql("insert into algorithms.city_questionnaire values (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            questionnaire.name(),
            number,
            standsFor.key(),
            questionnaire.hash(),
            person,
            Timestamp.from(at),
            salt,
            receipt)
        .update();
  }

  void adopt(CityQuestionnaire questionnaire, String person, Instant at) {
    byte[] salt = Commitment.salt();
    UUID receipt =
        commit(
            salt,
            List.of(
                "put into force",
                questionnaire.name(),
                questionnaire.number(),
                questionnaire.questionnaire().hash(),
                person,
                at.toString()));
    jdbc.sql("insert into algorithms.city_questionnaire_adoption values (?, ?, ?, ?, ?, ?)")
        .params(
            questionnaire.name(), questionnaire.number(), person, Timestamp.from(at), salt, receipt)
        .update();
  }

  private UUID commit(byte[] salt, List<Object> row) {
    return ledger.append(
        LEDGER_KIND, Commitment.of(salt, Json.write(row).getBytes(StandardCharsets.UTF_8)));
  }

  private CityQuestionnaire questionnaire(ResultSet row, int number) throws SQLException {
    String name = row.getString("name");
    String version = row.getString("version");
    String definition = row.getString("definition");
    var questionnaire =
        Objects.requireNonNull(
            read.computeIfAbsent(
                row.getString("hash"),
                hash ->
                    QuestionnaireReader.read(definition, name, false, new Findings())
                        .called(name, version)));
    return new CityQuestionnaire(
        name,
        row.getInt("number"),
        StandsFor.of(row.getString("stands_for")).orElseThrow(),
        questionnaire,
        row.getString("by_person"),
        row.getTimestamp("at").toInstant(),
        row.getBoolean("adopted"),
        row.getObject("receipt", UUID.class),
        definition);
  }
}
