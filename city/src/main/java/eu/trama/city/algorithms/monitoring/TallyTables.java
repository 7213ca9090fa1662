package eu.trama.city.algorithms.monitoring;

import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.monitoring.Counts.Decided;
import eu.trama.city.algorithms.monitoring.Counts.Known;
import eu.trama.city.algorithms.monitoring.Tally.Found;
import eu.trama.city.algorithms.monitoring.Tally.Source;
import eu.trama.city.algorithms.monitoring.Tally.Under;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The counts in the store.
@Component
class TallyTables {

  private final JdbcClient jdbc;

  TallyTables(DataSource source) {
    this.jdbc = JdbcClient.create(source);
  }

  void addDecided(Under under, String attribute, String group, String outcome) {
    jdbc.sql(
            """
            insert into algorithms.tally_decided as t values (?, ?, ?, ?, ?, ?, 1)
            on conflict (system, version, period, attribute, part, outcome) do update set n = t.n + 1
            """)
        .params(
            under.system().value(),
            under.version(),
            under.month().first(),
            attribute,
            group,
            outcome)
        .update();
  }

  void addInput(Under under, String input, int bin) {
    jdbc.sql(
            """
            insert into algorithms.tally_input as t values (?, ?, ?, ?, ?, 1)
            on conflict (system, version, period, input, bin) do update set n = t.n + 1
            """)
        .params(under.system().value(), under.version(), under.month().first(), input, bin)
        .update();
  }

  void addTruth(Under under, Source source, String attribute, String group, Found found) {
    jdbc.sql(
            """
            insert into algorithms.tally_truth as t values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
            on conflict (system, version, period, source, attribute, part, decided, truth, changed)
            do update set n = t.n + 1
            """)
        .params(
            under.system().value(),
            under.version(),
            under.month().first(),
            key(source),
            attribute,
            group,
            found.decided(),
            found.truth(),
            found.changed())
        .update();
  }

  /// What a month counted.
  ///
  /// @param version of one version of the code; of all where empty
  Counts counts(SystemId system, Optional<String> version, Month month) {
    String which = version.isPresent() ? " and version = ?" : "";
    Object[] whose =
        version
            .map(v -> new Object[] {system.value(), month.first(), v})
            .orElseGet(() -> new Object[] {system.value(), month.first()});
    List<Decided> decided =
        jdbc.sql(
                "select attribute, part, outcome, sum(n) as n from algorithms.tally_decided"
                    + " where system = ? and period = ?"
                    + which
                    + " group by 1, 2, 3")
            .params(whose)
            .query((row, i) ->
                new Decided(
                    row.getString("attribute"),
                    row.getString("part"),
                    row.getString("outcome"),
                    row.getLong("n")))
            .list();
    List<Known> known =
        jdbc.sql(
                "select source, attribute, part, decided, truth, changed, sum(n) as n"
                    + " from algorithms.tally_truth where system = ? and period = ?"
                    + which
                    + " group by 1, 2, 3, 4, 5, 6")
            .params(whose)
            .query((row, i) ->
                new Known(
                    Source.valueOf(row.getString("source").toUpperCase(Locale.ROOT)),
                    row.getString("attribute"),
                    row.getString("part"),
                    row.getString("decided"),
                    row.getString("truth"),
                    row.getBoolean("changed"),
                    row.getLong("n")))
            .list();
    Map<String, Map<Integer, Long>> bins = new HashMap<>();
    jdbc.sql(
            "select input, bin, sum(n) as n from algorithms.tally_input"
                + " where system = ? and period = ?"
                + which
                + " group by 1, 2")
        .params(whose)
        .query(row -> {
          bins.computeIfAbsent(row.getString("input"), k -> new TreeMap<>())
              .put(row.getInt("bin"), row.getLong("n"));
        });
    return new Counts(month, decided, known, bins);
  }

  /// Months in which something was counted, the last one first.
  List<Month> months(SystemId system) {
    return jdbc.sql(
            """
            select period from algorithms.tally_decided where system = ?
            union select period from algorithms.tally_truth where system = ? order by 1 desc
            """)
        .params(system.value(), system.value())
        .query((row, i) -> Month.of(row.getObject(1, LocalDate.class)))
        .list();
  }

  /// The month in which a version decided first.
  Optional<Month> first(SystemId system, String version) {
    return jdbc.sql(
            "select min(period) from algorithms.tally_decided where system = ? and version = ?")
        .params(system.value(), version)
        .query((row, i) -> Optional.ofNullable(row.getObject(1, LocalDate.class)).map(Month::of))
        .single();
  }

  /// The month with which those of a version are compared.
  Optional<Month> reference(SystemId system, String version) {
    return jdbc.sql(
            "select period from algorithms.drift_reference where system = ? and version = ?")
        .params(system.value(), version)
        .query((row, i) -> Month.of(row.getObject(1, LocalDate.class)))
        .optional();
  }

  /// Fixes it, for good.
  void fix(SystemId system, String version, Month month, long cases, Instant at) {
    jdbc.sql("insert into algorithms.drift_reference values (?, ?, ?, ?, ?) on conflict do nothing")
        .params(system.value(), version, month.first(), cases, at.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static String key(Source source) {
    return source.name().toLowerCase(Locale.ROOT);
  }
}
