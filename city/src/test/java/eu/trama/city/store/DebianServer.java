package eu.trama.city.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A PostgreSQL of the system's own packages, with a role that may do no more than an operator
/// should grant: it owns its databases.
final class DebianServer implements AutoCloseable {

  private static final Path PACKAGES = Path.of("/usr/lib/postgresql");
  private static final Duration START = Duration.ofSeconds(60);

  private final Process process;
  private final int port;
  private int databases;

  private DebianServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// Starts it with its data in `folder`; skips the test where the packages are missing.
  static DebianServer start(Path folder) throws IOException, InterruptedException, SQLException {
    Optional<Path> programs = programs();
    assumeTrue(
        programs.isPresent(), "no PostgreSQL in " + PACKAGES + " (apt-get install postgresql)");
    if (TestUser.isRoot()) {
      TestUser.NOBODY.own(folder);
    }
    ServerUser user = ServerUser.of(folder);
    String bin = programs.orElseThrow() + "/bin/";
    String data = folder.resolve("data").toString();
    user.run(
        List.of(bin + "initdb", "-D", data, "--username=root", "--auth=trust", "--encoding=UTF8"),
        "");
    int port = freePort();
    Process process =
        user.process(
                List.of(
                    bin + "postgres",
                    "-D",
                    data,
                    "-p",
                    Integer.toString(port),
                    "-c",
                    "listen_addresses=127.0.0.1",
                    "-c",
                    "unix_socket_directories="))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    var server = new DebianServer(process, port);
    assertThat(Patience.await(server::answers, START)).isTrue();
    server.execute("create role city login password 'hush'");
    return server;
  }

  /// A new database that belongs to the ordinary role.
  DatabaseUrl database() throws SQLException {
    String name = "city" + ++databases;
    execute("create database " + name + " owner city");
    return new DatabaseUrl("jdbc:postgresql://127.0.0.1:" + port + "/" + name, "city", "hush");
  }

  @Override
  public void close() {
    // Its children leave when they notice that it is gone.
    process.destroyForcibly().onExit().orTimeout(START.toSeconds(), TimeUnit.SECONDS).join();
  }

  private boolean answers() {
    try {
      execute("select 1");
      return true;
    } catch (SQLException e) {
      return false; // not yet
    }
  }

  private void execute(String sql) throws SQLException {
    var root = new DatabaseUrl("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "root", null);
    try (var connection = root.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Optional<Path> programs() throws IOException {
    if (!Files.isDirectory(PACKAGES)) {
      return Optional.empty();
    }
    try (var versions = Files.list(PACKAGES)) {
      return versions
          .filter(each -> Files.isExecutable(each.resolve("bin/initdb")))
          .sorted()
          .findFirst();
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
