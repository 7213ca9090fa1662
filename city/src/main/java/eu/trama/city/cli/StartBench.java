package eu.trama.city.cli;

import eu.trama.city.store.EmbeddedPostgres;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// `./trama bench web`: what a later start costs, in CPU seconds of user and system, from `./trama
/// up` to the first page answered: the launcher, the JVM, and PostgreSQL.
public final class StartBench implements Benchmark {

  private static final double ASKED_CPU_SECONDS = 5.0;
  private static final int STARTS = 3;

  /// Of `/proc/PID/stat`, counted from the field after the name: user, system, and those of ended
  /// children.
  private static final int USER_FIELD = 11;

  private static final int CHILDREN_SYSTEM_FIELD = 14;

  /// Linux counts in hundredths of a second there (`USER_HZ`), whatever the kernel's own clock.
  private static final double TICKS_PER_SECOND = 100;

  @Override
  public String name() {
    return "web";
  }

  @Override
  public String description() {
    return "CPU seconds from a later ./trama up to the first page";
  }

  @Override
  public List<Goal> measure() throws IOException, InterruptedException {
    Path launcher = Path.of(System.getProperty("trama.root", "."), "trama");
    Path home = Files.createTempDirectory("trama-bench");
    var seconds = new ArrayList<Double>();
    try {
      System.out.printf("first start (sets the store up) %.2f CPU s%n", start(launcher, home));
      for (int i = 0; i < STARTS; i++) {
        seconds.add(start(launcher, home));
        System.out.printf("later start %.2f CPU s%n", seconds.getLast());
      }
    } finally {
      Folders.remove(home);
    }
    // The middle one: a single start may share the machine with somebody else's work.
    seconds.sort(null);
    return List.of(new Goal("start", ASKED_CPU_SECONDS, seconds.get(STARTS / 2), "CPU s"));
  }

  private static double start(Path launcher, Path home) throws IOException, InterruptedException {
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
      double seconds = cpuSeconds(up.pid());
      for (long pid : EmbeddedPostgres.processes(home)) {
        seconds += cpuSeconds(pid);
      }
      return seconds;
    } finally {
      up.destroy();
      up.waitFor();
    }
  }

  private static double cpuSeconds(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
    return fields.subList(USER_FIELD, CHILDREN_SYSTEM_FIELD + 1).stream()
            .mapToLong(Long::parseLong)
            .sum()
        / TICKS_PER_SECOND;
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
}
