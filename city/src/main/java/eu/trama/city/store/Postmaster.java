package eu.trama.city.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds, starts and stops the server process of one cluster. The caller holds the start lock.
record Postmaster(Path data, ServerUser user, ServerLog log) {

  /// Recovery after a crash replays at most `max_wal_size`; a slow disk takes minutes for it, not
  /// hours.
  private static final Duration RECOVERY = Duration.ofMinutes(10);

  private static final Duration SHUTDOWN = Duration.ofMinutes(2);
  private static final int PORTS_TRIED = 5;

  /// No wish for a port.
  static final int ANY_PORT = 0;

  /// For a machine that runs the whole city on two processors: small buffers, and no just-in-time
  /// compilation, which costs more than it saves on queries of this size. Durability stays at
  /// PostgreSQL's own defaults: all is synced.
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("max_connections", "60"),
          Map.entry("shared_buffers", "128MB"),
          Map.entry("effective_cache_size", "1GB"),
          Map.entry("work_mem", "16MB"),
          Map.entry("maintenance_work_mem", "128MB"),
          Map.entry("max_wal_size", "512MB"),
          Map.entry("jit", "off"),
          Map.entry("log_checkpoints", "off"),
          // Details and statements repeat rows, which may be about people.
          Map.entry("log_error_verbosity", "terse"),
          Map.entry("log_min_error_statement", "panic"),
          Map.entry("TimeZone", "UTC"),
          Map.entry("log_timezone", "UTC"));

  /// The server that runs on this data, if one does; starts nothing.
  Optional<PostmasterFile> live() throws IOException {
    var processes = new ServerProcesses(data);
    return PostmasterFile.read(data).filter(file -> processes.contains(file.pid()));
  }

  /// A server that is ready: the one that runs, else a new one.
  ///
  /// @param wished the port on which a new one should listen, if nobody else does, or [#ANY_PORT]
  /// @throws StoreUnavailableException where none can be had
  PostmasterFile ready(PostgresBinaries binaries, int wished)
      throws IOException, InterruptedException {
    for (int tried = 0; ; ) {
      Optional<PostmasterFile> live = live();
      if (live.isPresent()) {
        // Starting or stopping, it becomes ready or leaves; either way the next look knows.
        if (live.get().isReady()) {
          return live.get();
        }
        awaitChange(live.get());
        continue;
      }
      new ServerProcesses(data).awaitNone();
      removeMisleadingFile();
      long logged = log.size();
      Process started = launch(binaries, tried == 0 && wished != ANY_PORT ? wished : freePort());
      awaitReadyOrEnd(started);
      if (!started.isAlive() && live().isEmpty()) {
        String said = log.since(logged);
        if (!ServerFault.portTaken(said) || ++tried == PORTS_TRIED) {
          throw ServerFault.explain("it ended with code " + started.exitValue(), said, user);
        }
      }
    }
  }

  /// Stops the server if one runs: connections are ended, what was acknowledged is kept.
  ///
  /// @throws StoreUnavailableException where it does not stop in time
  void stop() throws IOException, InterruptedException {
    Optional<PostmasterFile> live = live();
    if (live.isEmpty()) {
      return;
    }
    String pid = Long.toString(live.get().pid());
    user.run(List.of("/bin/sh", "-c", "kill -INT " + pid), "");
    if (!Patience.await(() -> !isLive(pid), SHUTDOWN)) {
      throw new StoreUnavailableException(
          "The embedded PostgreSQL (process " + pid + ") does not stop; see " + log.file() + ".");
    }
  }

  private boolean isLive(String pid) {
    return isLive(Long.parseLong(pid));
  }

  /// Whether that process is a server that runs on this data.
  boolean isLive(long pid) {
    return new ServerProcesses(data).contains(pid);
  }

  private void awaitChange(PostmasterFile seen) throws InterruptedException {
    if (!Patience.await(() -> !read().equals(Optional.of(seen)), RECOVERY)) {
      throw new StoreUnavailableException(
          "The embedded PostgreSQL (process %d) has been '%s' for %d minutes; see %s."
              .formatted(seen.pid(), seen.status(), RECOVERY.toMinutes(), log.file()));
    }
  }

  private void awaitReadyOrEnd(Process started) throws InterruptedException {
    boolean settled =
        Patience.await(
            () -> !started.isAlive() || read().filter(PostmasterFile::isReady).isPresent(),
            RECOVERY);
    if (!settled) {
      throw new StoreUnavailableException(
          "The embedded PostgreSQL is not ready after %d minutes; see %s."
              .formatted(RECOVERY.toMinutes(), log.file()));
    }
  }

  /// The server that runs as the file says now.
  private Optional<PostmasterFile> read() {
    try {
      return live();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// PostgreSQL refuses to start while its file names a process that the system still knows. Where
  /// that is a zombie or another program, the file goes. In every other case it stays, for
  /// PostgreSQL's own checks to use.
  private void removeMisleadingFile() throws IOException {
    Optional<PostmasterFile> file = PostmasterFile.read(data);
    if (file.isPresent() && ServerProcesses.isKnown(file.get().pid())) {
      Files.delete(data.resolve(PostmasterFile.NAME));
    }
  }

  private Process launch(PostgresBinaries binaries, int port) throws IOException {
    var command = new ArrayList<>(List.of("setsid", binaries.program("postgres")));
    command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
    SETTINGS.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    // A session of its own: Ctrl-C at the terminal reaches this JVM, which stops the server when it
    // needs it no more.
    return user.process(command)
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()))
        .start();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
