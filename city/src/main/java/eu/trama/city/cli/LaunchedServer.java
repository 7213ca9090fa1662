package eu.trama.city.cli;

import eu.trama.city.store.EmbeddedPostgres;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A server that was started as people start it, by `./trama up`, and what it costs: a process of
/// its own with a store of its own.
final class LaunchedServer implements AutoCloseable {

  /// Of `/proc/PID/stat`, counted from the field after the name: user, system, and those of ended
  /// children.
  private static final int USER_FIELD = 11;

  private static final int CHILDREN_SYSTEM_FIELD = 14;

  /// Linux counts in hundredths of a second there (`USER_HZ`), whatever the kernel's own clock.
  private static final double TICKS_PER_SECOND = 100;

  private static final double KILOBYTES_PER_MEGABYTE = 1_024;

  private final Path home;
  private final Process up;
  private final int port;

  private LaunchedServer(Path home, Process up, int port) {
    this.home = home;
    this.up = up;
    this.port = port;
  }

  /// Starts it and waits until it answers.
  ///
  /// @param home folder of its state, for the caller to remove
  static LaunchedServer start(Path home) throws IOException, InterruptedException {
    Path launcher = Path.of(System.getProperty("trama.root", "."), "trama");
    int port = freePort();
    var builder = new ProcessBuilder(launcher.toString(), "up").redirectErrorStream(true);
    builder.redirectOutput(home.resolve("up.log").toFile());
    builder.environment().put("TRAMA_HOME", home.toString());
    builder.environment().put("TRAMA_PORT", Integer.toString(port));
    builder.environment().remove("TRAMA_DB_URL");
    Process up = builder.start();
    try {
      while (!answers(port)) {
        if (up.waitFor(5, TimeUnit.MILLISECONDS)) {
          throw new IOException("up ended: " + Files.readString(home.resolve("up.log")));
        }
      }
      return new LaunchedServer(home, up, port);
    } catch (IOException | InterruptedException | RuntimeException e) {
      up.destroy();
      throw e;
    }
  }

  int port() {
    return port;
  }

  /// Seconds of processor time until now, of user and system, of the server and of its store.
  double cpuSeconds() throws IOException {
    double seconds = cpuSeconds(up.pid());
    for (long pid : EmbeddedPostgres.processes(home)) {
      seconds += cpuSeconds(pid);
    }
    return seconds;
  }

  private static double cpuSeconds(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
    return fields.subList(USER_FIELD, CHILDREN_SYSTEM_FIELD + 1).stream()
            .mapToLong(Long::parseLong)
            .sum()
        / TICKS_PER_SECOND;
  }

  /// The most memory that the server's process held at once (`VmHWM`); the store's is not counted.
  double peakMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + up.pid() + "/status")).stream()
            .filter(line -> line.startsWith("VmHWM:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum()
        / KILOBYTES_PER_MEGABYTE;
  }

  private static boolean answers(int port) {
    try {
      var page =
          (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/").toURL().openConnection();
      page.setInstanceFollowRedirects(false);
      return page.getResponseCode() > 0;
    } catch (IOException e) {
      return false; // not yet
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    up.destroy();
    up.onExit().join();
  }
}
