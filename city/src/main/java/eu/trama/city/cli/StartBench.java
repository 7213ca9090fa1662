package eu.trama.city.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `./trama bench web`: what a later start costs, in CPU seconds of user and system, from `./trama
/// up` to the first page answered: the launcher, the JVM, and PostgreSQL.
public final class StartBench implements Benchmark {

  private static final double ASKED_CPU_SECONDS = 5.0;
  private static final int STARTS = 3;

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
    Path home = Files.createTempDirectory("trama-bench");
    var seconds = new ArrayList<Double>();
    try {
      System.out.printf("first start (sets the store up) %.2f CPU s%n", start(home));
      for (int i = 0; i < STARTS; i++) {
        seconds.add(start(home));
        System.out.printf("later start %.2f CPU s%n", seconds.getLast());
      }
    } finally {
      Folders.remove(home);
    }
    // The middle one: a single start may share the machine with somebody else's work.
    seconds.sort(null);
    return List.of(new Goal("start", ASKED_CPU_SECONDS, seconds.get(STARTS / 2), "CPU s"));
  }

  private static double start(Path home) throws IOException, InterruptedException {
    try (LaunchedServer server = LaunchedServer.start(home)) {
      return server.cpuSeconds();
    }
  }
}
