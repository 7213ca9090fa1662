package eu.trama.engines.transit.search;

import eu.trama.engines.transit.geo.Places;
import eu.trama.engines.transit.timetable.Timetable;
import eu.trama.engines.transit.walking.Walking;

/// Which destinations each stop of a timetable serves on foot, and what else a search needs to
/// walk. Immutable; made once for a timetable and a set of destinations, shared by all searches.
public final class Catchment {
  private final Timetable timetable;
  private final SearchLimits limits;
  private final Walking.Targets stops;
  private final Walking.Targets destinations;
  private final int[] firstEgress;
  private final int[] egressTo;
  private final int[] egressSeconds;

  public Catchment(
      Timetable timetable, Walking walking, Places destinationPlaces, SearchLimits limits) {
    this.timetable = timetable;
    this.limits = limits;
    this.stops = walking.to(timetable.places());
    this.destinations = walking.to(destinationPlaces);
    int stopCount = timetable.stopCount();
    Egresses egresses = new Egresses();
    this.firstEgress = new int[stopCount + 1];
    Walking.Walker walker = destinations.walker();
    for (int stop = 0; stop < stopCount; stop++) {
      if (!timetable.closed(stop)) {
        walker.from(
            timetable.places().latitude(stop),
            timetable.places().longitude(stop),
            limits.egressSeconds(),
            egresses);
      }
      firstEgress[stop + 1] = egresses.count;
    }
    this.egressTo = egresses.to;
    this.egressSeconds = egresses.seconds;
  }

  public Timetable timetable() {
    return timetable;
  }

  public SearchLimits limits() {
    return limits;
  }

  public int destinationCount() {
    return destinations.places().size();
  }

  Walking.Walker walkerToStops() {
    return stops.walker();
  }

  Walking.Walker walkerToDestinations() {
    return destinations.walker();
  }

  int firstEgress(int stop) {
    return firstEgress[stop];
  }

  int egressTo(int egress) {
    return egressTo[egress];
  }

  int egressSeconds(int egress) {
    return egressSeconds[egress];
  }

  private static final class Egresses implements Walking.Visitor {
    private int[] to = new int[1024];
    private int[] seconds = new int[1024];
    private int count;

    @Override
    public void reached(int target, int walk) {
      if (count == to.length) {
        to = java.util.Arrays.copyOf(to, count * 2);
        seconds = java.util.Arrays.copyOf(seconds, count * 2);
      }
      to[count] = target;
      seconds[count++] = walk;
    }
  }
}
