package eu.trama.city.store;

import static eu.trama.city.store.TableSums.jdbc;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;

/// Every released state of the store comes to be that of this release, and the release before keeps
/// working meanwhile. See "Upgrades" in docs/operate.md.
class UpgradeTest {

  private static final Path ROOT = Path.of(requireNonNull(System.getProperty("trama.root")));
  private static final Path CITY = ROOT.resolve("city/src");

  /// What a release must not do while the one before still runs.
  private static final Pattern CONTRACTS =
      Pattern.compile(
          "(?is)\\b(drop\\s+(table|column|view)|rename\\s+(to|column)|alter\\s+column\\s+\\w+\\s+(set\\s+data\\s+)?type"
              + "|set\\s+not\\s+null)\\b");

  /// What cannot run within a transaction, in which a restore runs it.
  private static final Pattern OUTSIDE_A_TRANSACTION =
      Pattern.compile("(?i)\\b(concurrently|vacuum)\\b");

  private final List<DatabaseUrl> made = new ArrayList<>();

  @AfterEach
  void dropDatabases() {
    made.forEach(TestServer::drop);
  }

  static List<Path> released() throws IOException {
    try (var dumps = Files.list(CITY.resolve("test/resources/released"))) {
      return dumps.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("released")
  void aReleasedStateIsBroughtForward(Path dump) throws Exception {
    DatabaseUrl old = empty();
    execute(old, Files.readString(dump));
    long scenarios = count(old, "twin.scenario");
    assertThat(scenarios).isPositive();

    migrate(old);

    DatabaseUrl fresh = empty();
    migrate(fresh);
    assertThat(shape(old)).isNotEmpty().isEqualTo(shape(fresh));
    assertThat(count(old, "twin.scenario")).isEqualTo(scenarios);
    assertThat(count(old, "twin.feature")).isPositive();
    assertThat(
            jdbc(old)
                .sql("select name from twin.scenario where parent = 's1'")
                .query(String.class)
                .single())
        .isEqualTo("Child");
  }

  @Test
  void theReleaseBeforeWorksOnWhileTheNextMigrates() throws Exception {
    DatabaseUrl url = empty();
    var ages = new ModuleSchema("ages");
    try (var pool = Store.pool(() -> url)) {
      Migrations.run(pool, ages, "1");
      var stop = new AtomicBoolean();
      var failures = new AtomicInteger();
      var written = new AtomicInteger();
      Thread old =
          Thread.startVirtualThread(() -> {
            while (!stop.get()) {
              try {
                jdbc(url).sql("insert into ages.person (name) values ('x')").update();
                jdbc(url)
                    .sql("select id, name, parent from ages.person limit 1")
                    .query()
                    .listOfRows();
                written.incrementAndGet();
              } catch (DataAccessException e) {
                failures.incrementAndGet();
              }
            }
          });
      awaitMore(written);
      Migrations.run(pool, ages, "latest");
      awaitMore(written);
      stop.set(true);
      old.join();
      assertThat(failures).hasValue(0);
      assertThat(count(url, "ages.person")).isEqualTo(written.get());
    }
  }

  /// A migration expands; one that takes something away is named for it, and comes a release later.
  @Test
  void migrationsExpandUnlessTheirNameSaysOtherwise() throws IOException {
    try (var files = Files.walk(CITY.resolve("main/resources/db"))) {
      List<Path> migrations = files.filter(file -> file.toString().endsWith(".sql")).toList();
      assertThat(migrations).isNotEmpty();
      for (Path file : migrations) {
        String sql = Files.readString(file).replaceAll("--.*", "");
        assertThat(OUTSIDE_A_TRANSACTION.matcher(sql).find()).as(file.toString()).isFalse();
        String name = String.valueOf(file.getFileName());
        if (!name.contains("__contract_") && !name.startsWith("V1__")) {
          assertThat(CONTRACTS.matcher(sql).results().map(match -> match.group()).toList())
              .as("%s: see Upgrades in docs/operate.md", file)
              .isEmpty();
        }
      }
    }
  }

  private static void awaitMore(AtomicInteger written) throws InterruptedException {
    int before = written.get();
    assertThat(Patience.await(() -> written.get() > before + 20, java.time.Duration.ofSeconds(60)))
        .isTrue();
  }

  private static void migrate(DatabaseUrl url) throws IOException {
    try (var pool = Store.pool(() -> url);
        var folders = Files.list(CITY.resolve("main/resources/db"))) {
      Migrations.run(
          pool, folders.map(each -> new ModuleSchema(String.valueOf(each.getFileName()))).toList());
    }
  }

  /// Columns, indexes and constraints, as text.
  private static List<String> shape(DatabaseUrl url) {
    return jdbc(url)
        .sql(
            """
            select table_schema || '.' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable
              || ' ' || coalesce(column_default, '')
            from information_schema.columns where table_schema not in ('pg_catalog', 'information_schema')
            union all select indexdef from pg_indexes where schemaname not in ('pg_catalog', 'information_schema')
            union all select conrelid::regclass || ' ' || pg_get_constraintdef(c.oid) from pg_constraint c
              join pg_namespace n on n.oid = connamespace
              where nspname not in ('pg_catalog', 'information_schema') and contype in ('p', 'u', 'f', 'c')
            order by 1
            """)
        .query((row, n) -> row.getString(1))
        .list();
  }

  private static long count(DatabaseUrl url, String table) {
    return jdbc(url).sql("select count(*) from " + table).query(Long.class).single();
  }

  private static void execute(DatabaseUrl url, String sql) throws SQLException {
    try (var connection = url.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private DatabaseUrl empty() {
    DatabaseUrl url = TestServer.emptyDatabase();
    made.add(url);
    return url;
  }
}
