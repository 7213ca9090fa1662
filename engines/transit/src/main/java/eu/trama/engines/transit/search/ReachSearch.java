package eu.trama.engines.transit.search;

import eu.trama.engines.transit.timetable.Timetable;
import eu.trama.engines.transit.walking.Walking;
import java.util.Arrays;

/// Finds the travel times from a point to all destinations, for every departure of a window:
///
/// ```java
/// Catchment catchment = new Catchment(timetable, walking, destinations, limits); // shared
/// ReachSearch search = new ReachSearch(catchment, window); // one a thread, reused
/// Reach median = search.from(41.39, 2.17).percentile(50);
/// ```
///
/// A journey is a walk to a stop, rides with at most one walk between two of them, and a walk from
/// a stop; or a walk alone. Its travel time begins at the departure of the window, so the first
/// wait counts. An instance holds the state of a search (about 8 bytes a stop and ride) and serves
/// one thread at a time.
public final class ReachSearch {
  private final Catchment catchment;
  private final DepartureWindow window;
  private final Rounds rounds;
  private final Walking.Walker toStops;
  private final Walking.Walker toDestinations;
  private final int[] accessStop;
  private final int[] accessSeconds;
  private final int[] direct;
  private final int[] arrival;
  private int accesses;

  public ReachSearch(Catchment catchment, DepartureWindow window) {
    Timetable timetable = catchment.timetable();
    this.catchment = catchment;
    this.window = window;
    this.rounds = new Rounds(timetable, catchment.limits().rides());
    this.toStops = catchment.walkerToStops();
    this.toDestinations = catchment.walkerToDestinations();
    this.accessStop = new int[timetable.stopCount()];
    this.accessSeconds = new int[timetable.stopCount()];
    this.direct = new int[catchment.destinationCount()];
    this.arrival = new int[catchment.destinationCount()];
  }

  /// Searches all departures of the window from one point.
  ///
  /// @throws InterruptedException when the thread was interrupted; asked at each departure
  public TravelTimes from(double latitude, double longitude) throws InterruptedException {
    walk(latitude, longitude);
    rounds.clear();
    Arrays.fill(arrival, Rounds.NEVER);
    int departures = window.count();
    int[] seconds = new int[direct.length * departures];
    int most = catchment.limits().travelSeconds();
    for (int d = departures - 1; d >= 0; d--) {
      if (Thread.interrupted()) {
        throw new InterruptedException("search stopped at departure " + d);
      }
      int departure = window.departure(d);
      for (int i = 0; i < accesses; i++) {
        rounds.start(accessStop[i], departure + accessSeconds[i]);
      }
      rounds.run(departure + most);
      alight();
      for (int i = 0; i < direct.length; i++) {
        int ride = arrival[i] == Rounds.NEVER ? TravelTimes.UNREACHED : arrival[i] - departure;
        int best = Math.min(ride, direct[i]);
        seconds[i * departures + d] = best <= most ? best : TravelTimes.UNREACHED;
      }
    }
    return new TravelTimes(departures, seconds);
  }

  private void walk(double latitude, double longitude) {
    SearchLimits limits = catchment.limits();
    accesses = 0;
    toStops.from(
        latitude,
        longitude,
        limits.accessSeconds(),
        (stop, walk) -> {
          if (!catchment.timetable().closed(stop)) {
            accessStop[accesses] = stop;
            accessSeconds[accesses++] = walk;
          }
        });
    Arrays.fill(direct, TravelTimes.UNREACHED);
    toDestinations.from(
        latitude, longitude, limits.directSeconds(), (to, walk) -> direct[to] = walk);
  }

  private void alight() {
    for (int i = 0; i < rounds.improvedCount(); i++) {
      int stop = rounds.improvedStop(i);
      int at = rounds.arrival(stop);
      for (int e = catchment.firstEgress(stop); e < catchment.firstEgress(stop + 1); e++) {
        int to = catchment.egressTo(e);
        arrival[to] = Math.min(arrival[to], at + catchment.egressSeconds(e));
      }
    }
  }
}
