package eu.trama.city.mobility.bench;

import eu.trama.engines.roads.graph.OsmOptions;
import eu.trama.engines.roads.graph.RoadGraph;
import eu.trama.engines.roads.graph.StreetGraphs;
import eu.trama.engines.transit.geo.NearOrder;
import eu.trama.engines.transit.geo.Places;
import eu.trama.engines.transit.search.AllToAll;
import eu.trama.engines.transit.search.Catchment;
import eu.trama.engines.transit.search.DepartureWindow;
import eu.trama.engines.transit.search.ReachPlan;
import eu.trama.engines.transit.search.ReachSearch;
import eu.trama.engines.transit.search.SearchLimits;
import eu.trama.engines.transit.timetable.Timetable;
import eu.trama.engines.transit.walking.Walking;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;

/// The measurement behind [TransitBench]: Monday from 14:00, all hexagons to all hexagons, CPU of
/// the searching thread. Streets and search are measured alone as well; what remains of the whole
/// is egress and percentiles. Each figure is the middle of five passes after three to warm up.
final class ReachMeasurement {
  private static final int[] PERCENTS = {5, 25, 50, 75, 95};

  /// Half an hour of walking at 3.6 km/h, two hours in all, four rides.
  private static final double METRES_PER_SECOND = 1.0;

  private static final int WALK_SECONDS = 1_800;
  private static final int TRAVEL_SECONDS = 7_200;
  private static final int RIDES = 4;

  /// R5 boards what leaves more than 60 s after arrival.
  private static final int BOARDING_SECONDS = 61;

  private static final int WARM_UP = 3;
  private static final int PASSES = 5;
  private static final int STEP = 60;

  private final Places origins;
  private final Timetable timetable;
  private final Walking walking;

  private ReachMeasurement(PortoAlegre city, Walking walking) {
    this.walking = walking;
    this.timetable = city.timetable(walking, 0);
    this.origins = city.hexagons().some(NearOrder.of(city.hexagons()));
  }

  public static void main(String[] arguments) throws Exception {
    long start = cpu();
    PortoAlegre city = PortoAlegre.read(Path.of(arguments[0]));
    RoadGraph graph =
        StreetGraphs.read(city.folder().resolve("poa_osm.pbf"), OsmOptions.usual())
            .graph()
            .orElseThrow();
    var measurement = new ReachMeasurement(city, new RoadWalking(graph, METRES_PER_SECOND));
    double build = (cpu() - start) / 1e9;
    System.gc();
    double megabytes = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    print(
        "network: %d stops, %d trips, %d footpaths; %.2f CPU s, %.0f MB of heap in use after it",
        measurement.timetable.stopCount(),
        measurement.timetable.tripCount(),
        measurement.timetable.footpathCount(),
        build,
        megabytes);
    double hour = measurement.window(60);
    double two = measurement.window(120);
    double share = measurement.twoCores();
    goal("reach-60", 3.4, hour, "CPU ms an origin");
    goal("reach-120", 5, two, "CPU ms an origin");
    goal("reach-two-cores", 1 / 1.8, share, "of the time on one");
    goal("transit-build", 4, build, "CPU s");
    goal("transit-memory", 400, megabytes, "MB of heap after the build");
  }

  private double window(int departures) throws Exception {
    long start = cpu();
    ReachPlan plan = plan(origins, departures);
    print(
        "%d departures: plan %.2f CPU s; %d calls, %d changes, %d approaches",
        departures,
        (cpu() - start) / 1e9,
        plan.callCount(),
        plan.changeCount(),
        plan.approachCount());
    double all = middle(() -> pass(new ReachSearch(plan)));
    ReachPlan one = plan(origins.some(0), departures);
    double searching = middle(() -> pass(new ReachSearch(one)));
    double streets = middle(this::walk);
    print(
        "%d departures: %.3f CPU ms an origin = search %.3f, egress and percentiles %.3f, streets %.3f",
        departures, all, searching - streets, all - searching, streets);
    bound(plan, all - streets);
    return all;
  }

  private ReachPlan plan(Places destinations, int departures) {
    var limits =
        new SearchLimits(
            RIDES, WALK_SECONDS, WALK_SECONDS, WALK_SECONDS, TRAVEL_SECONDS, BOARDING_SECONDS);
    return new ReachPlan(
        new Catchment(timetable, walking, destinations, limits),
        new DepartureWindow(PortoAlegre.FROM_SECONDS, STEP, departures));
  }

  private Void pass(ReachSearch search) throws InterruptedException {
    for (int first = 0; first < origins.size(); first += search.width()) {
      search.percentiles(
          origins, first, Math.min(search.width(), origins.size() - first), PERCENTS);
    }
    return null;
  }

  /// The street search of every origin alone: to all stops and all hexagons.
  private Void walk() {
    Walking.Walker stops = walking.to(together()).walker();
    for (int i = 0; i < origins.size(); i++) {
      stops.from(origins.latitude(i), origins.longitude(i), WALK_SECONDS, (target, seconds) -> {});
    }
    return null;
  }

  private Places together() {
    Places stops = timetable.places();
    var latitudes = new double[stops.size() + origins.size()];
    var longitudes = new double[latitudes.length];
    for (int i = 0; i < latitudes.length; i++) {
      boolean stop = i < stops.size();
      latitudes[i] = stop ? stops.latitude(i) : origins.latitude(i - stops.size());
      longitudes[i] = stop ? stops.longitude(i) : origins.longitude(i - stops.size());
    }
    return new Places(latitudes, longitudes);
  }

  /// What reading each call once at memory speed would cost: 12 bytes for stop and two times.
  private static void bound(ReachPlan plan, double measured) {
    long[] memory = new long[1 << 25];
    Arrays.fill(memory, 1);
    long best = Long.MAX_VALUE;
    long sum = 0;
    for (int i = 0; i < PASSES; i++) {
      long start = cpu();
      for (long each : memory) {
        sum += each;
      }
      best = Math.min(best, cpu() - start);
    }
    double bytesPerNano = (double) sum * Long.BYTES / PASSES / best;
    double bound = 12.0 * plan.callCount() / bytesPerNano / 1e6;
    print(
        "one pass over the calls at %.1f GB/s: %.4f ms; without streets measured %.1f times that",
        bytesPerNano, bound, measured / bound);
  }

  /// Time on two cores as a share of that on one, by the clock.
  private double twoCores() throws Exception {
    ReachPlan plan = plan(origins, 60);
    var all = new AllToAll(plan, origins);
    double[] seconds = new double[3];
    for (int threads = 1; threads <= 2; threads++) {
      double best = Double.MAX_VALUE;
      for (int i = 0; i < PASSES; i++) {
        var found = new LongAdder();
        long start = System.nanoTime();
        all.run(threads, PERCENTS, (origin, place, batch) -> found.increment());
        best = Math.min(best, (System.nanoTime() - start) / 1e9);
        if (found.sum() != origins.size()) {
          throw new IllegalStateException(found.sum() + " origins were found");
        }
      }
      seconds[threads] = best;
      print("all to all on %d: %.2f s by the clock (best of %d)", threads, best, PASSES);
    }
    return seconds[2] / seconds[1];
  }

  /// Middle CPU milliseconds an origin.
  private double middle(Callable<Void> pass) throws Exception {
    for (int i = 0; i < WARM_UP; i++) {
      pass.call();
    }
    double[] millis = new double[PASSES];
    for (int i = 0; i < PASSES; i++) {
      long start = cpu();
      pass.call();
      millis[i] = (cpu() - start) / 1e6 / origins.size();
    }
    Arrays.sort(millis);
    return millis[PASSES / 2];
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }

  private static void goal(String name, double asked, double measured, String unit) {
    System.out.printf(Locale.ROOT, "%s\t%s\t%s\t%s%n", name, asked, measured, unit);
  }
}
