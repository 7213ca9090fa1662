package eu.trama.city.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// `./trama bench web`: pages, tiles, features and catalogue, mixed, at a steady pace on a server
/// of its own with the packs. A request counts from the moment at which it was due, whether or not
/// the server was ready for it (Tene, "How NOT to Measure Latency"). Asked without compression, by
/// nobody who remembers a page.
public final class LoadBench implements Benchmark {

  private static final int PER_SECOND = 1_000;
  private static final int SECONDS = 60;
  private static final int WARM_UP_SECONDS = 30;
  private static final int CONNECTIONS = 32;
  private static final double ASKED_P99_MILLIS = 50;
  private static final double ASKED_MEGABYTES = 512;
  private static final long SEED = 20_261_124;
  private static final double NANOS_PER_MILLI = 1e6;

  /// Of a hundred requests, how many are of which kind.
  private static final Map<String, Integer> MIX =
      new TreeMap<>(Map.of("page", 40, "tile", 30, "features", 20, "catalogue", 10));

  private static final List<String> PAGES =
      List.of(
          "/",
          "/barcelona",
          "/bologna",
          "/barcelona/zones",
          "/bologna/zones",
          "/barcelona/zones/neighbourhood:01",
          "/barcelona/layers",
          "/barcelona/layers/lines",
          "/bologna/layers/stops",
          "/barcelona/layers/stops/metro-horta",
          "/barcelona/scenarios",
          "/about");

  private static final List<String> CATALOGUE =
      List.of(
          "/catalogue.jsonld",
          "/catalogue.ttl",
          "/barcelona/catalogue",
          "/ogc/barcelona?f=json",
          "/ogc/barcelona/collections?f=json",
          "/ogc/bologna/collections/stops?f=json",
          "/ogc/barcelona/conformance?f=json");

  @Override
  public String name() {
    return "web";
  }

  @Override
  public String description() {
    return PER_SECOND + " requests a second, mixed, for " + SECONDS + " s";
  }

  @Override
  public List<Goal> measure() throws IOException, InterruptedException {
    Path home = Files.createTempDirectory("trama-load");
    try (LaunchedServer server = LaunchedServer.start(home)) {
      return measure(server);
    } finally {
      Folders.remove(home);
    }
  }

  private static List<Goal> measure(LaunchedServer server)
      throws IOException, InterruptedException {
    run(server.port(), WARM_UP_SECONDS, PER_SECOND / 2);
    double before = server.cpuSeconds();
    Outcome outcome = run(server.port(), SECONDS, PER_SECOND);
    double cpu = server.cpuSeconds() - before;
    System.out.printf(
        Locale.ROOT,
        "load: %d requests in %.1f s, %d errors, p50 %.1f ms, p99 %.1f ms, longest %.1f ms,"
            + " %.2f CPU ms a request (server and store), %.0f KB an answer%n",
        outcome.requests(),
        outcome.seconds(),
        outcome.errors(),
        outcome.median(),
        outcome.p99(),
        outcome.longest(),
        cpu * 1_000 / outcome.requests(),
        outcome.bytes() / 1_024.0 / outcome.requests());
    return List.of(
        new Goal("load-errors", 0, outcome.errors(), "requests"),
        new Goal("load-p99", ASKED_P99_MILLIS, outcome.p99(), "ms"),
        new Goal("load-memory", ASKED_MEGABYTES, server.peakMegabytes(), "MB"));
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }

  /// Milliseconds are from when a request was due to its last byte.
  private record Outcome(
      int requests,
      double median,
      double p99,
      double longest,
      int errors,
      long bytes,
      double seconds) {}

  private static Outcome run(int port, int duration, int perSecond)
      throws IOException, InterruptedException {
    List<String> requests = requests(duration * perSecond);
    var millis = new double[requests.size()];
    var next = new AtomicInteger();
    var errors = new AtomicInteger();
    var bytes = new java.util.concurrent.atomic.AtomicLong();
    long begin = System.nanoTime();
    long step = 1_000_000_000L / perSecond;
    try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      Callable<Void> worker =
          () -> {
            try (var connection = new LoadConnection(port)) {
              for (int i = next.getAndIncrement(); i < millis.length; i = next.getAndIncrement()) {
                long due = begin + i * step;
                for (long left = due - System.nanoTime();
                    left > 0;
                    left = due - System.nanoTime()) {
                  LockSupport.parkNanos(left);
                }
                var answer = connection.get(requests.get(i), "");
                millis[i] = (System.nanoTime() - due) / NANOS_PER_MILLI;
                bytes.addAndGet(answer.bytes());
                if (answer.status() >= 400) {
                  errors.incrementAndGet();
                  System.out.println(answer.status() + " " + requests.get(i));
                }
              }
            }
            return null;
          };
      for (var done : threads.invokeAll(java.util.Collections.nCopies(CONNECTIONS, worker))) {
        finish(done);
      }
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    Arrays.sort(millis);
    return new Outcome(
        millis.length,
        at(millis, 0.5),
        at(millis, 0.99),
        at(millis, 1),
        errors.get(),
        bytes.get(),
        seconds);
  }

  private static void finish(java.util.concurrent.Future<Void> done)
      throws IOException, InterruptedException {
    try {
      done.get();
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IOException("a connection broke", e);
    }
  }

  private static List<String> requests(int count) {
    var random = new Random(SEED);
    var kinds = new ArrayList<String>();
    MIX.forEach((kind, share) -> kinds.addAll(java.util.Collections.nCopies(share, kind)));
    var requests = new ArrayList<String>(count);
    for (int i = 0; i < count; i++) {
      requests.add(
          switch (kinds.get(random.nextInt(kinds.size()))) {
            case "page" -> PAGES.get(random.nextInt(PAGES.size()));
            case "catalogue" -> CATALOGUE.get(random.nextInt(CATALOGUE.size()));
            case "tile" -> tile(random);
            default -> features(random);
          });
    }
    return requests;
  }

  private static String features(Random random) {
    String layer = List.of("stops", "facilities", "lines", "zones").get(random.nextInt(4));
    double size = 0.01 + random.nextDouble() * 0.05;
    double west = 2.08 + random.nextDouble() * 0.1;
    double south = 41.34 + random.nextDouble() * 0.08;
    return String.format(
        Locale.ROOT,
        "/ogc/barcelona/collections/%s/items?f=json&limit=50&bbox=%.4f,%.4f,%.4f,%.4f",
        layer,
        west,
        south,
        west + size,
        south + size);
  }

  /// Of the part of the map where Barcelona is, levels 11 to 15.
  private static String tile(Random random) {
    int level = 11 + random.nextInt(5);
    double lon = 2.08 + random.nextDouble() * 0.14;
    double lat = Math.toRadians(41.33 + random.nextDouble() * 0.11);
    double north = (1 - Math.log(Math.tan(lat) + 1 / Math.cos(lat)) / Math.PI) / 2;
    long tiles = 1L << level;
    return "/ogc/barcelona/collections/%s/tiles/WebMercatorQuad/%d/%d/%d"
        .formatted(
            List.of("stops", "lines", "zones").get(random.nextInt(3)),
            level,
            (long) (north * tiles),
            (long) ((lon + 180) / 360 * tiles));
  }
}
