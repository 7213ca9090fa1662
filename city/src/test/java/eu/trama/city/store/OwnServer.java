package eu.trama.city.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// The embedded server of a `TRAMA_HOME` of a test's own, to be killed under those who use it. The
/// programs are those of the other tests, so that they are not unpacked once more.
public record OwnServer(Path home) {

  /// Prepares `home`; starts nothing.
  public static OwnServer in(Path home) {
    try {
      TestServer.url(); // has unpacked the programs
      String programs = "postgresql-" + EmbeddedPostgres.VERSION;
      Path folder = Files.createDirectories(home.resolve("postgres"));
      Files.createSymbolicLink(
          folder.resolve(programs), TestServer.HOME.resolve("postgres").resolve(programs));
      return new OwnServer(home);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// The process that all other processes of the server come from.
  public long postmaster() throws IOException {
    return live().pid();
  }

  /// A connection beside those of the server under test.
  public Connection connect() throws SQLException {
    return EmbeddedPostgres.running(home).orElseThrow().connect();
  }

  int port() throws IOException {
    return live().port();
  }

  /// kill -9, of the postmaster alone: its children notice by themselves.
  public void kill() throws IOException {
    ProcessHandle.of(postmaster()).ifPresent(ProcessHandle::destroyForcibly);
  }

  /// Kills it, and keeps anybody from starting it again until this is closed by the same thread.
  public Closeable keptDown() throws IOException, InterruptedException {
    var turn = ServerLocks.turn(home.resolve("postgres").toRealPath(), ServerUser.of(home));
    kill();
    for (long pid : processes()) {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
    return turn::close;
  }

  List<Long> processes() throws IOException {
    return EmbeddedPostgres.processes(home);
  }

  private PostmasterFile live() throws IOException {
    Path data = Cluster.of(home.resolve("postgres")).data();
    return PostmasterFile.read(data).orElseThrow();
  }
}
