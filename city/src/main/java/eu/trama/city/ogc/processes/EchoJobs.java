package eu.trama.city.ogc.processes;

import eu.trama.city.ogc.Problem;
import eu.trama.city.twin.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/// The jobs of the echo. What comes of one is known when it is asked for and told when its pause is
/// over, so that no server need wait for it. They are kept for a day: they are worth nothing to
/// anybody but who made them.
@Service
class EchoJobs {

  static final Duration KEPT = Duration.ofDays(1);

  /// Anybody may ask for an echo, so that all of them together take 64 MB of the store at most.
  static final int MOST_KEPT = 1_000;

  private static final int MOST_CHARACTERS = 64 << 10;

  private final JdbcClient jdbc;
  private final Clock clock;

  EchoJobs(DataSource source, Clock clock) {
    this.jdbc = JdbcClient.create(source);
    this.clock = clock;
  }

  /// @param ready when its pause is over
  private record Row(Job job, Instant ready) {}

  Standing create(String city, String id, Echo echo) {
    String given = Json.write(echo.values());
    if (given.length() > MOST_CHARACTERS) {
      throw new Problem(
          HttpStatus.CONTENT_TOO_LARGE,
          "What is echoed by a job has at most 64 KiB; ask for more without Prefer: respond-async.");
    }
    Instant now = clock.instant();
    jdbc.sql(
            """
            delete from ogc.echo where created_at < ? or id in
              (select id from ogc.echo order by created_at desc, id offset ?)
            """)
        .params(at(now.minus(KEPT)), MOST_KEPT - 1)
        .update();
    jdbc.sql(
            """
            insert into ogc.echo (id, city, raw, outputs, given, created_at, ready_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            city,
            echo.raw(),
            echo.outputs().toArray(String[]::new),
            given,
            at(now),
            at(now.plusSeconds(echo.pause())))
        .update();
    return find(city, id).orElseThrow();
  }

  Optional<Standing> find(String city, String id) {
    return jdbc.sql("select * from ogc.echo where city = ? and id = ?")
        .params(city, id)
        .query((row, n) -> standing(read(row)))
        .optional();
  }

  List<Standing> latest(String city, int most) {
    return jdbc.sql(
            """
            select * from ogc.echo where city = ? and dismissed_at is null
            order by created_at desc, id limit ?
            """)
        .params(city, most)
        .query((row, n) -> standing(read(row)))
        .list();
  }

  Standing dismiss(Job job) {
    jdbc.sql("update ogc.echo set dismissed_at = ? where id = ? and dismissed_at is null")
        .params(at(clock.instant()), job.id())
        .update();
    return find(job.city(), job.id()).orElseThrow();
  }

  Outcome outcome(Job job) {
    String given =
        jdbc.sql("select given from ogc.echo where id = ?")
            .params(job.id())
            .query(String.class)
            .single();
    var values = new LinkedHashMap<String, JsonNode>();
    Json.read(given).properties().forEach(each -> values.put(each.getKey(), each.getValue()));
    return new Echo(values, job.outputs(), 0, job.raw()).outcome();
  }

  private Standing standing(Row row) {
    Instant dismissed = row.job().dismissed();
    if (dismissed != null) {
      return new Standing(row.job(), "dismissed", "", 0, dismissed);
    }
    return clock.instant().isBefore(row.ready())
        ? new Standing(row.job(), "running", "", 0, null)
        : new Standing(row.job(), "successful", "", JobDocuments.ALL, row.ready());
  }

  private static Row read(ResultSet row) throws SQLException {
    Job job =
        new Job(
            row.getString("id"),
            row.getString("city"),
            Echo.ID,
            "",
            true,
            row.getBoolean("raw"),
            Arrays.asList((String[]) row.getArray("outputs").getArray()),
            instant(row, "created_at"),
            row.getObject("dismissed_at") == null ? null : instant(row, "dismissed_at"));
    return new Row(job, instant(row, "ready_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
