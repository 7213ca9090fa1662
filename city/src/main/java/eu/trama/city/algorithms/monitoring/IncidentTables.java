package eu.trama.city.algorithms.monitoring;

import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.monitoring.Incident.Kind;
import eu.trama.city.algorithms.monitoring.Incident.Step;
import eu.trama.city.ledger.CityLedger;
import eu.trama.city.ledger.Commitment;
import eu.trama.city.twin.Json;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The tables of incidents. Rows are added and never changed, each with an entry of the ledger.
@Component
class IncidentTables {

  private static final String LEDGER = "algorithm-incident";

  private final JdbcClient jdbc;
  private final CityLedger ledger;

  IncidentTables(DataSource source, CityLedger ledger) {
    this.jdbc = JdbcClient.create(source);
    this.ledger = ledger;
  }

  /// Who does something, and as what.
  record By(String person, String role) {}

  /// What is broken, and in which month: an incident of the platform's own.
  record Broken(String threshold, Month month) {}

  /// @return false where the platform has reported the same before
  boolean add(Incident incident, String version, By by, Optional<Broken> broken) {
    if (broken.isPresent() && isKnown(incident.system(), version, broken.get())) {
      return false;
    }
    byte[] salt = Commitment.salt();
    UUID entry =
        ledger.append(
            LEDGER,
            commitment(
                salt,
                List.of(
                    incident.id().toString(),
                    incident.system().value(),
                    version,
                    incident.firstSeverity(),
                    incident.noticed().toString(),
                    incident.entered().toString(),
                    by.person(),
                    by.role(),
                    incident.text())));
    jdbc.sql(
            "insert into algorithms.incident values"
                + " (?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, ''), nullif(?, '')::date, ?, ?)")
        .params(
            incident.id(),
            incident.system().value(),
            version,
            incident.firstSeverity(),
            utc(incident.noticed()),
            utc(incident.entered()),
            by.person(),
            by.role(),
            incident.text(),
            broken.map(Broken::threshold).orElse(""),
            broken.map(b -> b.month().first().toString()).orElse(""),
            salt,
            entry)
        .update();
    return true;
  }

  private boolean isKnown(SystemId system, String version, Broken broken) {
    return jdbc.sql(
                "select count(*) from algorithms.incident where system = ? and version = ?"
                    + " and threshold = ? and period = ?")
            .params(system.value(), version, broken.threshold(), broken.month().first())
            .query(Long.class)
            .single()
        > 0;
  }

  void addStep(UUID incident, int seq, Step step, By by) {
    byte[] salt = Commitment.salt();
    String severity = step.severity().orElse("");
    UUID entry =
        ledger.append(
            LEDGER,
            commitment(
                salt,
                List.of(
                    incident.toString(),
                    seq,
                    step.kind().key(),
                    severity,
                    step.at().toString(),
                    by.person(),
                    by.role(),
                    step.text())));
    jdbc.sql(
            "insert into algorithms.incident_step values (?, ?, ?, nullif(?, ''), ?, ?, ?, ?, ?, ?)")
        .params(
            incident,
            seq,
            step.kind().key(),
            severity,
            utc(step.at()),
            by.person(),
            by.role(),
            step.text(),
            salt,
            entry)
        .update();
  }

  private static byte[] commitment(byte[] salt, List<?> content) {
    return Commitment.of(salt, Json.write(content).getBytes(StandardCharsets.UTF_8));
  }

  /// Lets nobody else go on with it until the transaction ends.
  void lock(UUID incident) {
    jdbc.sql("select id from algorithms.incident where id = ? for update")
        .param(incident)
        .query(UUID.class)
        .optional();
  }

  /// Of a system, the last noticed first.
  List<Incident> of(SystemId system) {
    Map<UUID, List<Step>> steps = new HashMap<>();
    jdbc.sql(
            """
            select s.* from algorithms.incident_step s join algorithms.incident i on i.id = s.incident
            where i.system = ? order by s.incident, s.seq
            """)
        .param(system.value())
        .query(row -> {
          steps
              .computeIfAbsent(row.getObject("incident", UUID.class), k -> new ArrayList<>())
              .add(step(row));
        });
    return jdbc.sql(
            "select * from algorithms.incident where system = ? order by noticed_at desc, id")
        .param(system.value())
        .query((row, n) ->
            incident(row, steps.getOrDefault(row.getObject("id", UUID.class), List.of())))
        .list();
  }

  Optional<Incident> find(SystemId system, UUID id) {
    return of(system).stream().filter(i -> i.id().equals(id)).findFirst();
  }

  private static Step step(ResultSet row) throws SQLException {
    return new Step(
        Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        Optional.ofNullable(row.getString("severity")),
        at(row, "at"),
        row.getString("by_role"),
        row.getString("text"));
  }

  private static Incident incident(ResultSet row, List<Step> steps) throws SQLException {
    return new Incident(
        row.getObject("id", UUID.class),
        new SystemId(row.getString("system")),
        row.getString("severity"),
        at(row, "noticed_at"),
        at(row, "entered_at"),
        row.getString("by_role"),
        row.getString("text"),
        Optional.ofNullable(row.getString("threshold")),
        steps);
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
