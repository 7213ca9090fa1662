package eu.trama.city.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// `trama up` as a process of its own, to be killed, stopped or starved.
record ServerProcess(Process process, Path out, Path log) implements AutoCloseable {

  private static final Pattern READY = Pattern.compile("ready at https?://localhost:(\\d+)");
  private static final Duration START = Duration.ofMinutes(3);

  /// Starts it with its state in `home` and waits until it says that it is ready.
  static ServerProcess start(Path home, Map<String, String> environment) throws Exception {
    var server = begin(home, environment, "up");
    Waiting.until(START, () -> server.isReady() || !server.process.isAlive());
    assertThat(server.process.isAlive()).as(Files.readString(server.log)).isTrue();
    return server;
  }

  /// Starts a command of `trama`.
  static ServerProcess begin(Path home, Map<String, String> environment, String... arguments)
      throws IOException {
    Path folder = Files.createDirectories(home.resolveSibling(home.getFileName() + "-said"));
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path log = Files.createTempFile(folder, "log", ".txt");
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx512m", "-cp", classes, "eu.trama.city.Trama"));
    command.addAll(List.of(arguments));
    var builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(log.toFile());
    builder.environment().put("TRAMA_HOME", home.toString());
    builder.environment().put("TRAMA_PORT", "0");
    builder.environment().remove("TRAMA_DB_URL");
    builder.environment().putAll(environment);
    return new ServerProcess(builder.start(), out, log);
  }

  String site() throws IOException {
    var ready = READY.matcher(Files.readString(out));
    assertThat(ready.find()).isTrue();
    return "http://127.0.0.1:" + ready.group(1);
  }

  int port() throws IOException {
    String site = site();
    return Integer.parseInt(site.substring(site.lastIndexOf(':') + 1));
  }

  /// kill -9.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// In MB, what the system counts as in memory.
  long residentMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum()
        / 1024;
  }

  /// SIGTERM, as `systemctl stop` sends it.
  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException("the server did not stop: " + Files.readString(log));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isReady() throws IOException {
    return READY.matcher(Files.readString(out)).find();
  }
}
