package eu.trama.city.operations;

import eu.trama.city.store.StoreSettings;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.unit.DataSize;

/// Whether this server can do its work now: the database answers and is not a read-only copy, every
/// migration that began has succeeded, and there is room on the disk.
///
/// It tells which check failed and nothing else. A result counts for a second, so that asking often
/// costs nothing.
final class Readiness {

  private static final Duration COUNTS_FOR = Duration.ofSeconds(1);
  private static final int QUERY_SECONDS = 2;

  private static final String HISTORIES =
      "select quote_ident(schemaname) || '.schema_history' from pg_tables"
          + " where tablename = 'schema_history'";

  /// @param checks by name, in a fixed order, whether each holds
  record Report(Map<String, Boolean> checks) {

    boolean ready() {
      return !checks.containsValue(false);
    }
  }

  private record Looked(Instant at, Report report) {}

  private final JdbcTemplate jdbc;
  private final Path home;
  private final DataSize leastDisk;
  private final Clock clock;
  private @Nullable Looked last;

  Readiness(DataSource source, StoreSettings store, Settings settings, Clock clock) {
    this.jdbc = new JdbcTemplate(source);
    this.jdbc.setQueryTimeout(QUERY_SECONDS);
    this.home = store.home();
    this.leastDisk = settings.leastDisk();
    this.clock = clock;
  }

  synchronized Report look() {
    Instant now = clock.instant();
    if (last != null && Duration.between(last.at(), now).abs().compareTo(COUNTS_FOR) < 0) {
      return last.report();
    }
    var checks = new LinkedHashMap<String, Boolean>();
    boolean database =
        holds(
            "select not pg_is_in_recovery() and current_setting('transaction_read_only') = 'off'");
    checks.put("database", database);
    checks.put("migrations", database && migrated());
    checks.put("disk", room());
    var report = new Report(checks);
    last = new Looked(clock.instant(), report);
    return report;
  }

  private boolean holds(String question) {
    try {
      return Boolean.TRUE.equals(jdbc.queryForObject(question, Boolean.class));
    } catch (DataAccessException unanswered) {
      return false; // which is what is asked
    }
  }

  private boolean migrated() {
    try {
      return jdbc.queryForList(HISTORIES, String.class).stream()
          .allMatch(history -> holds("select coalesce(bool_and(success), false) from " + history));
    } catch (DataAccessException unanswered) {
      return false;
    }
  }

  private boolean room() {
    Path there = home;
    // With an outside database the folder may not exist: its disk does.
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    try {
      FileStore disk = Files.getFileStore(there);
      return disk.getUsableSpace() >= leastDisk.toBytes();
    } catch (IOException unknown) {
      return false;
    }
  }
}
