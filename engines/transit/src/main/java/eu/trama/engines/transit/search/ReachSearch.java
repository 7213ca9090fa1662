package eu.trama.engines.transit.search;

import eu.trama.engines.lanes.Lanes;
import eu.trama.engines.transit.geo.Places;
import eu.trama.engines.transit.walking.Walking;
import java.util.Arrays;

/// Finds the travel times from points to all destinations, for every departure of a window:
///
/// ```java
/// Catchment catchment = new Catchment(timetable, walking, destinations, limits); // shared
/// ReachPlan plan = new ReachPlan(catchment, window); // shared
/// ReachSearch search = new ReachSearch(plan); // one a thread, reused
/// Percentiles reach = search.percentiles(origins, 0, 64, 5, 50, 95);
/// ```
///
/// A journey is a walk to a stop, rides with at most one walk between two of them, and a walk from
/// a stop; or a walk alone. Its travel time begins at the departure of the window, so the first
/// wait counts.
///
/// Up to [#width] origins are searched together ([Rides]); fewer cost as much, so ask for many, and
/// for such as lie near each other. Then each destination is settled on its own: its [Approaches]
/// say in what order calls are worth walking from, the labels say for which departures, and a
/// network of comparators sorts the travel times of all departures for all origins at once.
///
/// An instance holds about 200 bytes a call (25 for few origins) of the plan and serves one thread
/// at a time.
public final class ReachSearch {
  private final ReachPlan plan;
  private final Lanes lanes;
  private final Walking.Walker walker;
  private final Rides rides;
  private final byte[][] best;
  private final int width;
  private final Accesses[] accesses;
  private final short[] walks;
  private final short[] rows;
  private final byte[] seen;

  /// Receives the rows of a destination: travel times of all departures, [#width] origins each.
  @FunctionalInterface
  private interface Sink {
    void settled(int destination, short[] rows);
  }

  /// A search for many origins, 64 at once.
  public ReachSearch(ReachPlan plan) {
    this(plan, Lanes.fastest());
  }

  /// A search for one origin now and then, eight at once: it moves an eighth of the bytes.
  public static ReachSearch forFew(ReachPlan plan) {
    return new ReachSearch(plan, Lanes.plain(Lanes.NARROWEST));
  }

  /// A search on lanes of one's choice, as many origins at once as they are.
  public ReachSearch(ReachPlan plan, Lanes lanes) {
    this.plan = plan;
    this.lanes = lanes;
    this.width = lanes.width();
    this.seen = new byte[width];
    this.accesses = new Accesses[width];
    this.walker = plan.catchment.walker();
    int calls = plan.parts.stream().mapToInt(part -> part.band().calls()).max().orElse(0);
    int trips = plan.parts.stream().mapToInt(part -> part.band().trips()).max().orElse(0);
    this.rides = new Rides(lanes, calls, trips);
    this.best =
        plan.parts.stream()
            .map(part -> new byte[part.band().calls() * width])
            .toArray(byte[][]::new);
    this.walks = new short[plan.destinationCount() * width];
    this.rows = new short[plan.departureCount() * width];
    Arrays.setAll(accesses, lane -> new Accesses());
  }

  /// How many origins are searched at once.
  public int width() {
    return width;
  }

  /// Travel times of every departure from one point.
  ///
  /// @throws InterruptedException when the thread was interrupted
  public TravelTimes from(double latitude, double longitude) throws InterruptedException {
    int departures = plan.departureCount();
    int[] seconds = new int[plan.destinationCount() * departures];
    search(new Places(new double[] {latitude}, new double[] {longitude}), 0, 1);
    settle(
        1,
        (destination, settled) -> {
          for (int d = 0; d < departures; d++) {
            seconds[destination * departures + d] = Reach.seconds(settled[d * width]);
          }
        });
    return new TravelTimes(departures, seconds);
  }

  /// Percentiles of the travel times over all departures, from some of the origins: the nearest
  /// rank, that is the value at rank ceil(percent / 100 * departures) of the ascending times,
  /// unreached last.
  ///
  /// @param first first origin
  /// @param count how many origins, at most [#width]
  /// @param percents above 0, up to 100
  /// @throws InterruptedException when the thread was interrupted
  public Percentiles percentiles(Places origins, int first, int count, int... percents)
      throws InterruptedException {
    if (count < 1 || count > width) {
      throw new IllegalArgumentException(count + " origins at once; 1 to 64 can be");
    }
    int[] ranks = Percentiles.ranks(plan.departureCount(), percents);
    int[] network = SortingNetwork.of(plan.departureCount(), ranks);
    short[][] values = new short[percents.length][plan.destinationCount() * width];
    search(origins, first, count);
    settle(
        count,
        (destination, settled) -> {
          lanes.sort(settled, network);
          for (int p = 0; p < ranks.length; p++) {
            System.arraycopy(settled, ranks[p] * width, values[p], destination * width, width);
          }
        });
    return new Percentiles(count, width, values);
  }

  private void search(Places origins, int first, int count) throws InterruptedException {
    Arrays.fill(walks, Lanes.NEVER);
    for (int lane = 0; lane < count; lane++) {
      walk(origins.latitude(first + lane), origins.longitude(first + lane), lane);
    }
    for (int p = 0; p < best.length; p++) {
      if (Thread.interrupted()) {
        throw new InterruptedException("search stopped before part " + p);
      }
      ReachPlan.Part part = plan.parts.get(p);
      Arrays.fill(best[p], (byte) 0);
      for (int lane = 0; lane < count; lane++) {
        for (int i = 0; i < accesses[lane].count; i++) {
          int stop = part.stops()[accesses[lane].stop[i]];
          if (stop >= 0) {
            rides.start(part, lane, stop, accesses[lane].seconds[i]);
          }
        }
      }
      rides.run(part, plan.catchment.limits().rides(), best[p]);
    }
  }

  private void walk(double latitude, double longitude, int lane) {
    SearchLimits limits = plan.catchment.limits();
    int stops = plan.catchment.timetable().stopCount();
    Accesses access = accesses[lane];
    access.count = 0;
    walker.from(
        latitude,
        longitude,
        Math.max(limits.accessSeconds(), limits.directSeconds()),
        (target, seconds) -> {
          if (target >= stops) {
            if (seconds <= limits.directSeconds() && seconds < Lanes.NEVER) {
              walks[(target - stops) * width + lane] = (short) seconds;
            }
          } else if (seconds <= limits.accessSeconds()
              && !plan.catchment.timetable().closed(target)) {
            access.add(target, seconds);
          }
        });
  }

  private void settle(int count, Sink sink) throws InterruptedException {
    int limit = plan.catchment.limits().travelSeconds();
    short[] row = new short[width];
    for (int destination = 0; destination < plan.destinationCount(); destination++) {
      if (Thread.interrupted()) {
        throw new InterruptedException("search stopped at destination " + destination);
      }
      Arrays.fill(rows, Lanes.NEVER);
      System.arraycopy(walks, destination * width, row, 0, width);
      for (int p = 0; p < best.length; p++) {
        ReachPlan.Part part = plan.parts.get(p);
        arrive(part, best[p], destination, count);
        Band.Departing departing = part.departing();
        lanes.settle(rows, part.firstRow(), departing.count(), departing.step(), row, limit);
      }
      sink.settled(destination, rows);
    }
  }

  /// Writes for each origin and departure the first arrival of those who left then and not later.
  private void arrive(ReachPlan.Part part, byte[] labels, int destination, int count) {
    Approaches approaches = part.approaches();
    int last = part.departing().count();
    int base = part.firstRow() - 1;
    long open = -1L >>> (Long.SIZE - count);
    Arrays.fill(seen, (byte) 0);
    for (int i = approaches.first(destination); i < approaches.first(destination + 1); i++) {
      long rose = lanes.rise(seen, labels, approaches.call(i));
      if (rose == 0) {
        continue;
      }
      short arrival = approaches.arrival(i);
      for (; rose != 0; rose &= rose - 1) {
        int lane = Long.numberOfTrailingZeros(rose);
        int label = seen[lane];
        rows[(base + label) * width + lane] = arrival;
        open &= label == last ? ~(1L << lane) : -1L;
      }
      if (open == 0) {
        return;
      }
    }
  }

  /// Stops that an origin walks to.
  private static final class Accesses {
    private int[] stop = new int[64];
    private int[] seconds = new int[64];
    private int count;

    private void add(int to, int walk) {
      if (count == stop.length) {
        stop = Arrays.copyOf(stop, count * 2);
        seconds = Arrays.copyOf(seconds, count * 2);
      }
      stop[count] = to;
      seconds[count++] = walk;
    }
  }
}
