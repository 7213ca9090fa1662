package eu.trama.city.ogc;

import eu.trama.city.cli.Benchmark;
import eu.trama.city.cli.TrialServer;
import eu.trama.city.twin.City;
import eu.trama.city.twin.Digest;
import eu.trama.city.twin.Editions;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Properties;
import eu.trama.city.twin.Provenance;
import eu.trama.city.twin.Staging;
import eu.trama.city.twin.Twin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.locationtech.jts.geom.Envelope;

/// `./trama bench web`: how the answers of the open standards take more time as a layer grows. For
/// 10^4, 10^5 and 10^6 streets of a made-up city, on a store of its own: items within boxes of all
/// sizes, 1,000 at most, and tiles of all levels, over HTTP, one after the other, none asked twice.
public final class GrowthBench implements Benchmark {

  private static final double ASKED_MILLIS = 50;
  private static final List<Integer> SIZES = List.of(10_000, 100_000, 1_000_000);
  private static final int WARM_UP = 100;
  private static final int REQUESTS = 400;
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int LIMIT = 1_000;

  /// From the smallest box, some hundred metres wide, to the whole city.
  private static final double SMALLEST = 0.001;

  private static final int LEAST_LEVEL = 8;
  private static final int DEEPEST_LEVEL = 18;

  private final Class<?> application;
  private final HttpClient client = HttpClient.newHttpClient();

  public GrowthBench(Class<?> application) {
    this.application = application;
  }

  @Override
  public String name() {
    return "web";
  }

  @Override
  public String description() {
    return "items within a box, and tiles, as a layer grows to a million features";
  }

  @Override
  public List<Goal> measure() throws IOException, InterruptedException {
    var goals = new ArrayList<Goal>();
    try (TrialServer server = TrialServer.open(application)) {
      for (int size : SIZES) {
        City city = fill(server, size);
        String base = "http://127.0.0.1:" + server.port() + "/ogc/" + city.id();
        var random = new Random(size);
        goals.add(timed("items", size, () -> base + "/collections/streets/items" + box(random)));
        goals.add(timed("tile", size, () -> base + "/collections/streets/tiles/" + tile(random)));
      }
    }
    return goals;
  }

  /// The addresses asked for.
  private interface Addresses {
    String next();
  }

  private Goal timed(String what, int size, Addresses addresses)
      throws IOException, InterruptedException {
    for (int i = 0; i < WARM_UP; i++) {
      ask(addresses.next());
    }
    long end = System.nanoTime() + LONGEST.toNanos();
    var millis = new double[REQUESTS];
    int asked = 0;
    while (asked < REQUESTS && System.nanoTime() < end) {
      millis[asked++] = ask(addresses.next());
    }
    double[] sorted = Arrays.copyOf(millis, asked);
    Arrays.sort(sorted);
    double p99 = at(sorted, 0.99);
    System.out.printf(
        Locale.ROOT,
        "%s of %,d features: %d requests, p50 %.1f ms, p99 %.1f ms, longest %.1f ms%n",
        what,
        size,
        asked,
        at(sorted, 0.5),
        p99,
        at(sorted, 1));
    return new Goal(
        "%s-1e%d".formatted(what, Math.round(Math.log10(size))), ASKED_MILLIS, p99, "ms");
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }

  /// @return milliseconds to the last byte
  private double ask(String address) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(address)).timeout(LONGEST).build();
    long start = System.nanoTime();
    HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
    double millis = (System.nanoTime() - start) / 1e6;
    if (answer.statusCode() != 200 && answer.statusCode() != 204) {
      throw new IOException(address + " was answered with " + answer.statusCode());
    }
    return millis;
  }

  private static String box(Random random) {
    double size = SMALLEST * Math.pow(MadeUpStreets.WIDTH / SMALLEST, random.nextDouble());
    Envelope city = MadeUpStreets.EXTENT;
    double x = city.getMinX() + random.nextDouble() * Math.max(0, city.getWidth() - size);
    double y = city.getMinY() + random.nextDouble() * Math.max(0, city.getHeight() - size);
    return String.format(
        Locale.ROOT, "?f=json&limit=%d&bbox=%.6f,%.6f,%.6f,%.6f", LIMIT, x, y, x + size, y + size);
  }

  private static String tile(Random random) {
    int level = LEAST_LEVEL + random.nextInt(DEEPEST_LEVEL - LEAST_LEVEL + 1);
    Envelope city = MadeUpStreets.EXTENT;
    double lon = city.getMinX() + random.nextDouble() * city.getWidth();
    double lat = Math.toRadians(city.getMinY() + random.nextDouble() * city.getHeight());
    double north = (1 - Math.log(Math.tan(lat) + 1 / Math.cos(lat)) / Math.PI) / 2;
    long tiles = 1L << level;
    return "WebMercatorQuad/%d/%d/%d"
        .formatted(level, (long) (north * tiles), (long) ((lon + 180) / 360 * tiles));
  }

  private static City fill(TrialServer server, int size) throws IOException {
    String id = "bench" + size;
    var city =
        new City(
            id,
            "Bench",
            "ES",
            ZoneId.of("Europe/Madrid"),
            25831,
            41.4,
            2.15,
            12,
            List.of("ca"),
            "EUR");
    server.service(Twin.class).settle(city);
    long start = System.nanoTime();
    Function<Integer, Feature> streets = new MadeUpStreets(size);
    var key = new Staging.Key(id, "made-up", Digest.hex(id), "bench", "1");
    var staged =
        server
            .service(Staging.class)
            .stage(
                key,
                sink -> {
                  for (int i = 0; i < size; i++) {
                    sink.add(streets.apply(i));
                  }
                  return Properties.NONE;
                });
    var edition =
        new Editions.Edition(
            staged,
            Provenance.titled("Made-up streets"),
            "none",
            0,
            Instant.parse("2026-01-01T00:00:00Z"),
            Map.of(),
            List.of());
    server.service(Editions.class).publish(id, List.of(edition));
    System.out.printf(
        Locale.ROOT, "took in %,d features in %.1f s%n", size, (System.nanoTime() - start) / 1e9);
    return city;
  }
}
