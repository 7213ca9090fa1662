package eu.trama.city.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The live PostgreSQL processes of one data folder, as `/proc` shows them: their program is
/// `postgres` and they stand in that folder. A process id alone proves nothing: its owner may be
/// dead, a zombie that nobody has reaped (common under a container's PID 1), or another program
/// that got the number since.
record ServerProcesses(Path data) {

  private static final Path PROC = Path.of("/proc");
  private static final Duration LEAVE = Duration.ofSeconds(5);
  private static final Duration DIE = Duration.ofSeconds(10);

  /// Whether `pid` is a live process of this data folder.
  boolean contains(long pid) {
    Path process = PROC.resolve(Long.toString(pid));
    try {
      String program = Files.readSymbolicLink(process.resolve("exe")).getFileName().toString();
      return (program.equals("postgres") || program.equals("postgres (deleted)"))
          && Files.readSymbolicLink(process.resolve("cwd")).equals(data.toRealPath())
          && !isZombie(process);
    } catch (IOException e) {
      return false; // gone, a zombie, or another user's: in no case a server that this user runs
      // here
    }
  }

  /// Every live process of this data folder.
  List<Long> all() throws IOException {
    try (var processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      var found = new ArrayList<Long>();
      for (Path process : processes) {
        long pid = Long.parseLong(process.getFileName().toString());
        if (contains(pid)) {
          found.add(pid);
        }
      }
      return found;
    }
  }

  /// Waits until the children of a killed server are gone. They leave by themselves as soon as they
  /// notice; one that is deep in a computation is ended, since nobody can receive what it computes
  /// and the next server must not start beside it.
  ///
  /// @throws StoreUnavailableException where one cannot be ended
  void awaitNone() throws IOException, InterruptedException {
    if (Patience.await(() -> allNow().isEmpty(), LEAVE)) {
      return;
    }
    for (long pid : all()) {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
    if (!Patience.await(() -> allNow().isEmpty(), DIE)) {
      throw new StoreUnavailableException(
          "Processes %s of an earlier server still use %s and cannot be ended; end them, then start again."
              .formatted(all(), data));
    }
  }

  private List<Long> allNow() {
    try {
      return all();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isZombie(Path process) throws IOException {
    String stat = Files.readString(process.resolve("stat"));
    // "pid (name) state …", where the name may itself hold brackets
    return stat.charAt(stat.lastIndexOf(')') + 2) == 'Z';
  }

  /// Whether the kernel still knows `pid`, dead or alive: then PostgreSQL believes in a lock file
  /// that names it.
  static boolean isKnown(long pid) {
    return Files.exists(PROC.resolve(Long.toString(pid)));
  }
}
