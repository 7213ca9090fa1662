package eu.trama.city.ogc.processes;

import eu.trama.city.twin.Run;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// The jobs of this server. They are kept for good, as their runs are; of those that are listed,
/// the list shows the latest.
@Service
class Jobs {

  private final JdbcClient jdbc;
  private final Clock clock;

  Jobs(DataSource source, Clock clock) {
    this.jdbc = JdbcClient.create(source);
    this.clock = clock;
  }

  Job create(String id, Run run, boolean listed, ExecuteRequest request) {
    jdbc.sql(
            """
            insert into ogc.job (id, city, process, run, listed, raw, outputs, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            run.snapshot().city(),
            run.model(),
            run.id(),
            listed,
            request.raw(),
            request.outputs().toArray(String[]::new),
            OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .update();
    return find(run.snapshot().city(), id).orElseThrow();
  }

  Optional<Job> find(String city, String id) {
    return jdbc.sql("select * from ogc.job where city = ? and id = ?")
        .params(city, id)
        .query((row, n) -> read(row))
        .optional();
  }

  /// The latest listed jobs of a city.
  List<Job> latest(String city, int most) {
    return jdbc.sql(
            """
            select * from ogc.job where city = ? and listed and dismissed_at is null
            order by created_at desc, id limit ?
            """)
        .params(city, most)
        .query((row, n) -> read(row))
        .list();
  }

  /// Whether another job that is not dismissed shares the run of this one.
  boolean shared(Job job) {
    return jdbc.sql(
            "select exists (select 1 from ogc.job where run = ? and id <> ? and dismissed_at is null)")
        .params(job.run(), job.id())
        .query(Boolean.class)
        .single();
  }

  Job dismiss(Job job) {
    jdbc.sql("update ogc.job set dismissed_at = ? where id = ? and dismissed_at is null")
        .params(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), job.id())
        .update();
    return find(job.city(), job.id()).orElseThrow();
  }

  private static Job read(ResultSet row) throws SQLException {
    OffsetDateTime dismissed = row.getObject("dismissed_at", OffsetDateTime.class);
    return new Job(
        row.getString("id"),
        row.getString("city"),
        row.getString("process"),
        row.getString("run"),
        row.getBoolean("listed"),
        row.getBoolean("raw"),
        Arrays.asList((String[]) row.getArray("outputs").getArray()),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        dismissed == null ? null : dismissed.toInstant());
  }
}
