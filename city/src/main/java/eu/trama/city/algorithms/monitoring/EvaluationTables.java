package eu.trama.city.algorithms.monitoring;

import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.monitoring.Threshold.Finding;
import eu.trama.city.algorithms.monitoring.Threshold.State;
import eu.trama.city.ledger.CityLedger;
import eu.trama.city.ledger.Commitment;
import eu.trama.city.twin.Json;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// The table of evaluations. Rows are added and never changed, each with an entry of the ledger.
@Component
class EvaluationTables {

  private final JdbcClient jdbc;
  private final CityLedger ledger;

  EvaluationTables(DataSource source, CityLedger ledger) {
    this.jdbc = JdbcClient.create(source);
    this.ledger = ledger;
  }

  void add(SystemId system, Evaluation evaluation, String person) {
    String findings =
        Json.write(evaluation.findings().stream().map(EvaluationTables::map).toList());
    byte[] salt = Commitment.salt();
    String all =
        Json.write(
            List.of(
                system.value(),
                evaluation.version(),
                evaluation.at().toString(),
                person,
                findings));
    UUID entry =
        ledger.append("algorithm-check", Commitment.of(salt, all.getBytes(StandardCharsets.UTF_8)));
    jdbc.sql(
            """
            insert into algorithms.evaluation (system, version, at, by_person, findings, hash, salt, ledger)
            values (?, ?, ?, ?, ?::jsonb, ?, ?, ?)
            """)
        .params(
            system.value(),
            evaluation.version(),
            evaluation.at().atOffset(ZoneOffset.UTC),
            person,
            findings,
            evaluation.hash(),
            salt,
            entry)
        .update();
  }

  /// The last one.
  Optional<Evaluation> latest(SystemId system) {
    return jdbc.sql("select * from algorithms.evaluation where system = ? order by id desc limit 1")
        .param(system.value())
        .query((row, n) ->
            new Evaluation(
                row.getString("version"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                findings(Json.read(row.getString("findings")))))
        .optional();
  }

  private static Map<String, Object> map(Finding finding) {
    var map = new TreeMap<String, Object>();
    Threshold threshold = finding.threshold();
    map.put("measure", threshold.measure().key());
    map.put("of", threshold.of());
    map.put("limit", threshold.limit());
    map.put("least", threshold.cases());
    map.put("law", threshold.law());
    map.put("state", finding.state().key());
    map.put("cases", finding.cases());
    map.put("month", finding.month());
    if (finding.state() != State.FEW) {
      map.put("value", finding.value());
      map.put("low", finding.low());
      map.put("high", finding.high());
    }
    return map;
  }

  private static List<Finding> findings(JsonNode all) {
    var findings = new ArrayList<Finding>();
    all.forEach(each ->
        findings.add(
            new Finding(
                new Threshold(
                    Measure.ofKey(each.path("measure").asString("")).orElseThrow(),
                    each.path("of").asString(""),
                    each.path("limit").asDouble(0),
                    each.path("least").asInt(0),
                    each.path("law").asString("")),
                State.valueOf(each.path("state").asString("").toUpperCase(java.util.Locale.ROOT)),
                each.path("value").asDouble(Double.NaN),
                each.path("low").asDouble(Double.NaN),
                each.path("high").asDouble(Double.NaN),
                each.path("cases").asLong(0),
                each.path("month").asString(""))));
    return findings;
  }
}
