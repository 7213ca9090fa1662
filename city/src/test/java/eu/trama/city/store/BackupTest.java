package eu.trama.city.store;

import static eu.trama.city.store.TableSums.jdbc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.city.CityServer;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/// What is backed up comes back, all of it and nothing else: a server's own store with two cities,
/// restored beside it and compared table by table by other means than the backup's.
@SpringBootTest(
    classes = CityServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestStore.class)
class BackupTest {

  private static final ModuleSchema AGES = new ModuleSchema("ages");
  private static final int ALTERATIONS = 500;

  @Autowired private StoreSettings settings;
  @TempDir private Path folder;

  private final List<DatabaseUrl> made = new ArrayList<>();
  private Path home = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void aHomeWithAKey() throws IOException {
    home = Files.createDirectories(folder.resolve("home"));
    Files.createDirectories(home.resolve("postgres"));
    Files.writeString(home.resolve("postgres/password"), "not part of the state");
    Files.writeString(Files.createDirectory(home.resolve("keys")).resolve("signing.key"), "secret");
    file = folder.resolve("monday.trama");
  }

  @AfterEach
  void dropDatabases() {
    made.forEach(TestServer::drop);
  }

  @Test
  void everyTableOfARunningServerComesBackTheSame() throws Exception {
    DatabaseUrl source = settings.outside().orElseThrow();
    var busy = new AtomicBoolean(true);
    var writing = new CountDownLatch(20);
    Thread writer =
        Thread.startVirtualThread(() -> {
          while (busy.get()) {
            writeScenarioWithTwoEdits(source);
            writing.countDown();
          }
        });
    writing.await();
    BackupManifest backup;
    try {
      backup = backup(source);
    } finally {
      busy.set(false);
      writer.join();
    }
    DatabaseUrl target = empty();
    Path newHome = folder.resolve("new-home");

    new Restore(target, newHome, line -> {}).from(file, false);

    assertThat(newHome.resolve("keys/signing.key")).hasContent("secret");
    assertThat(newHome.resolve("postgres")).doesNotExist();
    // Whole transactions only, although they were committed while the tables were read.
    assertThat(
            jdbc(target)
                .sql(
                    "select count(*) from twin.scenario s where s.name = 'paired' and 2 <> (select count(*)"
                        + " from twin.scenario_edit e where e.scenario = s.id)")
                .query(Long.class)
                .single())
        .isZero();
    assertThat(jdbc(target).sql("select count(*) from twin.feature").query(Long.class).single())
        .isGreaterThan(1_000);
    // Now that nobody writes, once more, and every table is compared.
    backup = backup(source);
    DatabaseUrl second = empty();
    new Restore(second, newHome, line -> {}).from(file, false);
    assertThat(TableSums.of(second))
        .hasSize(backup.tables().size())
        .isEqualTo(TableSums.of(source));
    // The next numbers are given out behind those that were.
    assertThat(next(second)).isEqualTo(next(source));
  }

  @Test
  void aStateThatIsThereIsReplacedOnlyWhenTold() throws Exception {
    DatabaseUrl source = ages("Ada");
    backup(source);
    DatabaseUrl target = ages("Blaise");
    Files.writeString(home.resolve("keys/signing.key"), "another");
    var restore = new Restore(target, home, line -> {});

    assertThatThrownBy(() -> restore.from(file, false))
        .isInstanceOf(BackupRefusedException.class)
        .hasMessageContaining("holds a state (ages)")
        .hasMessageContaining("--replace");
    assertThat(names(target)).containsExactly("Blaise");
    assertThat(home.resolve("keys/signing.key")).hasContent("another");

    restore.from(file, true);
    assertThat(names(target)).containsExactly("Ada");
    assertThat(home.resolve("keys/signing.key")).hasContent("secret");
  }

  @Test
  void whileAServerUsesTheStoreNothingIsRestored() throws Exception {
    DatabaseUrl source = ages("Ada");
    backup(source);
    DatabaseUrl target = ages("Blaise");
    try (var pool = Store.pool(() -> target)) {
      assertThat(pool.isRunning()).isTrue();
      assertThatThrownBy(() -> new Restore(target, home, line -> {}).from(file, true))
          .isInstanceOf(BackupRefusedException.class)
          .hasMessageContaining("A server uses the store");
    }
    assertThat(names(target)).containsExactly("Blaise");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 1_000_000})
  void aTruncatedBackupIsRefusedAndChangesNothing(int cut) throws Exception {
    backup(ages("Ada"));
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, Math.max(0, whole.length - 1 - cut)));
    refusedWithoutAChange("is not a backup, or only the beginning of one");
  }

  @Test
  void anAlteredByteIsFoundUnlessItMeansNothing() throws Exception {
    BackupManifest made = backup(ages("Ada"));
    byte[] whole = Files.readAllBytes(file);
    var random = new Random(20261124);
    int found = 0;
    for (int i = 0; i < ALTERATIONS; i++) {
      byte[] altered = whole.clone();
      altered[random.nextInt(altered.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      Files.write(file, altered);
      try {
        // A date in the zip's own headers, say: what the manifest names is all there.
        assertThat(Restore.check(file)).isEqualTo(made);
      } catch (BackupRefusedException e) {
        found++;
      }
    }
    assertThat(found).isGreaterThan(ALTERATIONS / 2);
  }

  @Test
  void aChangedManifestIsRefused() throws Exception {
    backup(ages("Ada"));
    try (var zip = FileSystems.newFileSystem(file)) {
      Path manifest = zip.getPath("manifest.json");
      Files.writeString(
          manifest, Files.readString(manifest).replace("\"rows\" : 1", "\"rows\" : 2"));
    }
    refusedWithoutAChange("manifest.json has another SHA-256");
  }

  @Test
  void theBackupOfAnEarlierReleaseIsBroughtUpToDate() throws Exception {
    DatabaseUrl source = empty();
    try (var pool = Store.pool(() -> source)) {
      Migrations.run(pool, AGES, "1");
      JdbcClient.create(pool)
          .sql(
              "insert into ages.person (name) values ('Ada'); insert into ages.person (name, parent) values ('Byron', 1)")
          .update();
    }
    BackupManifest backup = backup(source);
    assertThat(backup.modules().getFirst().version()).isEqualTo("1");
    DatabaseUrl target = empty();

    new Restore(target, home, line -> {}).from(file, false);

    assertThat(
            jdbc(target)
                .sql("select shouted from ages.person order by id")
                .query(String.class)
                .list())
        .containsExactly("ADA", "BYRON");
    assertThat(jdbc(target).sql("select count(*) from ages.note").query(Long.class).single())
        .isEqualTo(2);
    jdbc(target).sql("insert into ages.person (name, parent) values ('Clara', 2)").update();
    assertThat(jdbc(target).sql("select max(id) from ages.person").query(Long.class).single())
        .isEqualTo(3);
  }

  @Test
  void aBackupOfALaterReleaseIsRefused() throws Exception {
    DatabaseUrl source = ages("Ada");
    jdbc(source)
        .sql(
            "insert into ages.schema_history select 9, '9', 'later', 'SQL', 'V9__later.sql', 7, installed_by,"
                + " installed_on, 1, true from ages.schema_history where version = '1'")
        .update();
    backup(source);
    refusedWithoutAChange("ages");
  }

  @Test
  void aBackupIsThereWholeOrNotAtAll() throws Exception {
    DatabaseUrl nowhere = new DatabaseUrl("jdbc:postgresql://127.0.0.1:1/x", "x", "hush");
    assertThatThrownBy(() -> backup(nowhere))
        .isInstanceOf(BackupRefusedException.class)
        .message()
        .contains("could not be read")
        .doesNotContain("hush");
    assertThatThrownBy(() -> backup(empty()))
        .isInstanceOf(BackupRefusedException.class)
        .hasMessageContaining("is empty");
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(home);
    }
  }

  private void refusedWithoutAChange(String why) {
    DatabaseUrl target = ages("Blaise");
    assertThatThrownBy(() -> new Restore(target, home, line -> {}).from(file, true))
        .isInstanceOf(BackupRefusedException.class)
        .hasMessageContaining(why);
    assertThat(names(target)).containsExactly("Blaise");
  }

  private BackupManifest backup(DatabaseUrl source) throws IOException {
    return Backup.write(source, home, file, "test", Clock.systemUTC(), line -> {});
  }

  private DatabaseUrl empty() {
    DatabaseUrl url = TestServer.emptyDatabase();
    made.add(url);
    return url;
  }

  private DatabaseUrl ages(String name) {
    DatabaseUrl url = TestServer.database(List.of(AGES));
    made.add(url);
    jdbc(url).sql("insert into ages.person (name) values (?)").param(name).update();
    return url;
  }

  private static List<String> names(DatabaseUrl url) {
    return jdbc(url)
        .sql("select name from ages.person order by id")
        .query((row, n) -> row.getString(1))
        .list();
  }

  private static void writeScenarioWithTwoEdits(DatabaseUrl url) {
    jdbc(url)
        .sql(
            """
            with made as (
              insert into twin.scenario (id, city, name, description, valid_at, known_at, created_at)
                values (gen_random_uuid()::text, 'barcelona', 'paired', '', now(), now(), now()) returning id)
            insert into twin.scenario_edit (scenario, seq, edit, made_at)
              select id, n, '{}', now() from made, generate_series(1, 2) n
            """)
        .update();
  }

  private static List<Long> next(DatabaseUrl url) {
    return jdbc(url)
        .sql(
            "select coalesce(last_value, 0) from pg_sequences where schemaname = 'twin' order by sequencename")
        .query((row, n) -> row.getLong(1))
        .list();
  }
}
