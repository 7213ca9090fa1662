package eu.trama.city.store;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.JarURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A running [Scribe], what it has said, and the ways to end it.
final class ScribeProcess {

  static final long ENDLESS = Long.MAX_VALUE / 2;

  private final Process process;
  private final Path home;
  private final BufferedReader said;
  private long found = -1;
  private long last;
  private long acknowledged;

  private ScribeProcess(Process process, Path home) {
    this.process = process;
    this.home = home;
    this.said = process.inputReader();
  }

  /// Starts a scribe as the user that `prefix` becomes. `classes` holds what [#classesIn] put
  /// there.
  static ScribeProcess start(List<String> prefix, Path classes, Path home, Path programs, long rows)
      throws IOException {
    var command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    command.addAll(List.of("-cp", classes + "/classes:" + classes + "/*", Scribe.class.getName()));
    command.addAll(List.of(home.toString(), programs.toString(), Long.toString(rows)));
    var errors = ProcessBuilder.Redirect.appendTo(classes.resolve("errors.txt").toFile());
    return new ScribeProcess(new ProcessBuilder(command).redirectError(errors).start(), home);
  }

  /// Copies what a scribe needs into `folder`, so that any user can read it wherever the build
  /// lies.
  static void classesIn(Path folder) throws IOException, ReflectiveOperationException {
    for (Class<?> ours : List.of(EmbeddedPostgres.class, Scribe.class)) {
      Path root = Path.of(ours.getProtectionDomain().getCodeSource().getLocation().getPath());
      copyTree(root, root.resolve("eu/trama/city/store"), folder.resolve("classes"));
    }
    Set<Path> jars = new LinkedHashSet<>();
    for (String library :
        List.of(
            "org.postgresql.Driver",
            "org.apache.commons.compress.archivers.tar.TarArchiveInputStream",
            "org.apache.commons.io.IOUtils",
            "org.apache.commons.lang3.StringUtils",
            "org.apache.commons.codec.Charsets",
            "org.tukaani.xz.XZInputStream")) {
      var source = Class.forName(library).getProtectionDomain().getCodeSource();
      jars.add(Path.of(source.getLocation().getPath()));
    }
    var archive = requireNonNull(Scribe.class.getResource("/postgres-linux-x86_64.txz"));
    jars.add(Path.of(((JarURLConnection) archive.openConnection()).getJarFileURL().getPath()));
    for (Path jar : jars) {
      Files.copy(jar, folder.resolve(jar.getFileName().toString()));
    }
  }

  private static void copyTree(Path root, Path part, Path target) throws IOException {
    try (var files = Files.walk(part)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = target.resolve(root.relativize(file));
        Files.createDirectories(requireNonNull(copy.getParent()));
        Files.copy(file, copy);
      }
    }
  }

  Process process() {
    return process;
  }

  boolean hasFound() {
    return found >= 0;
  }

  /// How many rows it found when it started.
  long found() {
    return found;
  }

  /// The number of the last row it found. They are numbered from 1 on.
  long last() {
    return last;
  }

  /// The last row it said the database had acknowledged.
  long acknowledged() {
    return acknowledged;
  }

  /// Reads until it has said that it found what there was.
  ///
  /// @return false where it ended before
  boolean awaitFound() throws IOException {
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (note(line)) {
        return true;
      }
    }
    return false;
  }

  /// Reads until `rows` more rows are acknowledged, or it is done or over.
  void awaitAcknowledged(long rows) throws IOException {
    long enough = acknowledged + rows;
    while (acknowledged < enough) {
      String line = said.readLine();
      if (line == null || line.equals("done")) {
        return;
      }
      note(line);
    }
  }

  /// Reads what it said before it died.
  void readRest() throws IOException {
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      note(line);
    }
  }

  /// Lets it close as it should.
  ///
  /// @return its exit code
  int finish() throws IOException, InterruptedException {
    process.getOutputStream().close();
    readRest();
    return process.waitFor();
  }

  /// kill -9, of this process alone or of the server's processes and all others it began, too.
  void kill(boolean server) throws IOException, InterruptedException {
    List<ProcessHandle> begun = server ? process.descendants().toList() : List.of();
    process
        .toHandle()
        .destroyForcibly(); // unlike the process, its handle leaves what it said readable
    begun.forEach(ProcessHandle::destroyForcibly);
    if (server) {
      killServer();
    }
    process.waitFor();
    readRest();
  }

  void killServer() throws IOException {
    for (long pid : server(home)) {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  /// The server's live processes.
  static List<Long> server(Path home) throws IOException {
    return EmbeddedPostgres.processes(home);
  }

  /// Whether the line was the one that says what was found.
  private boolean note(String line) {
    String[] words = line.split(" ", -1);
    if (words[0].equals("found")) {
      found = Long.parseLong(words[1]);
      last = Long.parseLong(words[2]);
      acknowledged = last;
      return true;
    }
    if (line.matches("\\d+")) {
      acknowledged = Long.parseLong(line);
    }
    return false;
  }
}
