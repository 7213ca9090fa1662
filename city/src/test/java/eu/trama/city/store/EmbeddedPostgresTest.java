package eu.trama.city.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

  @TempDir Path home;

  @Test
  void twoProcessesShareOneServerAndTheLastStopsIt() throws Exception {
    Path classes = Files.createDirectory(home.resolve("scribe"));
    ScribeProcess.classesIn(classes);
    // From nothing, and at once.
    var first = ScribeProcess.start(List.of(), classes, home, TestServer.HOME, 0);
    var second = ScribeProcess.start(List.of(), classes, home, TestServer.HOME, 0);
    assertThat(first.awaitFound()).isTrue();
    assertThat(second.awaitFound()).isTrue();

    assertThat(first.finish()).isZero();
    assertThat(ScribeProcess.server(home)).isNotEmpty();

    assertThat(second.finish()).isZero();
    assertThat(ScribeProcess.server(home)).isEmpty();
  }

  @Test
  void aProcessThatGotTheNumberOfADeadServerIsNotTakenForIt() throws Exception {
    start().close();
    Process stranger = new ProcessBuilder("sleep", "600").start();
    try {
      pretendServer(stranger.pid());

      try (var server = start()) {
        assertThat(answer(server)).isEqualTo("1");
      }
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void aZombieIsDead() throws Exception {
    start().close();
    // The shell becomes a `sleep` before its child ends, and never asks how that ended.
    Process parent = new ProcessBuilder("sh", "-c", "sleep 1 & echo $!; exec sleep 600").start();
    try (var said = parent.inputReader()) {
      long zombie = Long.parseLong(said.readLine());
      assertThat(Patience.await(() -> isZombie(zombie), Duration.ofSeconds(30))).isTrue();
      pretendServer(zombie);

      try (var server = start()) {
        assertThat(answer(server)).isEqualTo("1");
      }
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void onlyItsOwnerReadsThePasswordAndTheData() throws Exception {
    try (var server = start()) {
      Cluster cluster = Cluster.of(home.resolve("postgres"));
      assertThat(permissions(cluster.folder().resolve("password"))).isEqualTo("rw-------");
      assertThat(permissions(cluster.data())).isEqualTo("rwx------");
      var wrong = new DatabaseUrl(server.url().jdbc(), server.url().user(), "wrong");
      assertThatThrownBy(wrong::connect).hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void everythingIsSyncedAndChecked() throws Exception {
    try (var server = start()) {
      assertThat(setting(server, "fsync")).isEqualTo("on");
      assertThat(setting(server, "synchronous_commit")).isEqualTo("on");
      assertThat(setting(server, "full_page_writes")).isEqualTo("on");
      assertThat(setting(server, "data_checksums")).isEqualTo("on");
      assertThat(setting(server, "server_version")).startsWith(EmbeddedPostgres.VERSION);
      assertThat(
              query(
                  server,
                  "SELECT pg_encoding_to_char(encoding) || ' ' || datlocale FROM pg_database WHERE datname = 'trama'"))
          .isEqualTo("UTF8 C.UTF-8");
    }
  }

  @Test
  void oneProcessUsesAFolderOnce() {
    try (var _ = start()) {
      assertThatThrownBy(this::start).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void rootRunsItAsTheOwnerOfTheFolder() throws Exception {
    assumeTrue(TestUser.isRoot(), "only root can become another user");
    // Others may pass through, as on the way to any home folder.
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    TestUser.NOBODY.own(home);
    try (var server = EmbeddedPostgres.start(home, home)) {
      assertThat(answer(server)).isEqualTo("1");
      assertThat(Files.getAttribute(Cluster.of(home.resolve("postgres")).data(), "unix:uid"))
          .isEqualTo(ServerUser.NOBODY);
    }
  }

  @Test
  void theLogIsCutBeforeItFillsTheDisk() throws IOException {
    Path file = home.resolve("server.log");
    Files.write(file, new byte[(int) ServerLog.LIMIT + 1]);

    new ServerLog(file).bound(new ServerUser(ServerUser.ROOT, List.of()));

    assertThat(file).isEmptyFile();
    assertThat(home.resolve("server.log.1")).hasSize(ServerLog.LIMIT + 1);
  }

  @Test
  void dataOfAnotherPostgresIsLeftAlone() throws Exception {
    start().close();
    Files.writeString(Cluster.of(home.resolve("postgres")).data().resolve("PG_VERSION"), "17\n");

    assertThatThrownBy(this::start)
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("made by PostgreSQL 17");
  }

  @Test
  void anotherMachineIsToldToBringItsOwnServer() {
    assertThatThrownBy(() -> PostgresBinaries.requirePlatform("Mac OS X", "aarch64"))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("TRAMA_DB_URL");
  }

  @Test
  void theServerNeverRunsAsRoot() {
    assertThat(ServerUser.choose(1000, 1000, () -> true).prefix()).isEmpty();
    assertThat(ServerUser.choose(0, 0, () -> true).prefix()).containsExactly("unshare", "-U");
    assertThat(ServerUser.choose(0, 0, () -> false).prefix()).contains("setpriv", "--reuid=65534");
    assertThat(ServerUser.choose(0, 1000, () -> true).prefix()).contains("setpriv", "--reuid=1000");
  }

  private EmbeddedPostgres start() {
    return EmbeddedPostgres.start(home, TestServer.HOME);
  }

  /// Leaves the file of a server that died without a word, whose number `pid` is.
  private void pretendServer(long pid) throws IOException {
    Path data = Cluster.of(home.resolve("postgres")).data();
    Files.writeString(
        data.resolve(PostmasterFile.NAME),
        "%d%n%s%n1700000000%n5433%n%n127.0.0.1%n%nready%n".formatted(pid, data),
        StandardCharsets.UTF_8);
  }

  private static boolean isZombie(long pid) {
    try {
      return Files.readString(Path.of("/proc/" + pid + "/stat")).contains(") Z ");
    } catch (IOException e) {
      return false;
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static String answer(EmbeddedPostgres server) throws Exception {
    return query(server, "SELECT 1");
  }

  private static String setting(EmbeddedPostgres server, String name) throws Exception {
    return query(server, "SHOW " + name);
  }

  private static String query(EmbeddedPostgres server, String sql) throws Exception {
    try (var connection = server.url().connect();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
