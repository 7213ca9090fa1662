package eu.trama.engines.transit.search;

import eu.trama.engines.transit.geo.Places;
import eu.trama.engines.transit.timetable.Timetable;
import eu.trama.engines.transit.walking.Walking;
import java.util.Arrays;

/// Which destinations each stop of a timetable serves on foot, and what else a search needs to
/// walk. Immutable; made once for a timetable and a set of destinations, shared by all searches.
public final class Catchment {
  private final Timetable timetable;
  private final SearchLimits limits;
  private final Walking.Targets targets;
  private final int destinationCount;
  private final int[] firstNear;
  private final int[] nearStop;
  private final int[] nearSeconds;

  /// @param walking as long from a to b as from b to a
  public Catchment(Timetable timetable, Walking walking, Places destinations, SearchLimits limits) {
    this.timetable = timetable;
    this.limits = limits;
    this.destinationCount = destinations.size();
    this.targets = walking.to(together(timetable.places(), destinations));
    this.firstNear = new int[destinationCount + 1];
    int stops = timetable.stopCount();
    int[] to = new int[1024];
    int[] seconds = new int[1024];
    Found found = new Found(walking.to(destinations).walker(), to, seconds);
    int[] end = new int[stops];
    for (int stop = 0; stop < stops; stop++) {
      if (!timetable.closed(stop)) {
        found.from(timetable.places(), stop, limits.egressSeconds());
      }
      end[stop] = found.count;
    }
    for (int i = 0; i < found.count; i++) {
      firstNear[found.to[i] + 1]++;
    }
    for (int d = 0; d < destinationCount; d++) {
      firstNear[d + 1] += firstNear[d];
    }
    nearStop = new int[found.count];
    nearSeconds = new int[found.count];
    int[] next = firstNear.clone();
    for (int stop = 0; stop < stops; stop++) {
      for (int i = stop == 0 ? 0 : end[stop - 1]; i < end[stop]; i++) {
        int at = next[found.to[i]]++;
        nearStop[at] = stop;
        nearSeconds[at] = found.seconds[i];
      }
    }
  }

  private static Places together(Places stops, Places destinations) {
    double[] latitudes = new double[stops.size() + destinations.size()];
    double[] longitudes = new double[latitudes.length];
    for (int i = 0; i < latitudes.length; i++) {
      boolean stop = i < stops.size();
      latitudes[i] = stop ? stops.latitude(i) : destinations.latitude(i - stops.size());
      longitudes[i] = stop ? stops.longitude(i) : destinations.longitude(i - stops.size());
    }
    return new Places(latitudes, longitudes);
  }

  public Timetable timetable() {
    return timetable;
  }

  public SearchLimits limits() {
    return limits;
  }

  public int destinationCount() {
    return destinationCount;
  }

  /// Walks to every stop, by its number, and every destination, by its number after all stops.
  Walking.Walker walker() {
    return targets.walker();
  }

  /// First index of the stops near a destination; the last is before that of the next.
  int firstNear(int destination) {
    return firstNear[destination];
  }

  int nearStop(int near) {
    return nearStop[near];
  }

  int nearSeconds(int near) {
    return nearSeconds[near];
  }

  private static final class Found implements Walking.Visitor {
    private final Walking.Walker walker;
    private int[] to;
    private int[] seconds;
    private int count;

    private Found(Walking.Walker walker, int[] to, int[] seconds) {
      this.walker = walker;
      this.to = to;
      this.seconds = seconds;
    }

    private void from(Places places, int place, int limit) {
      walker.from(places.latitude(place), places.longitude(place), limit, this);
    }

    @Override
    public void reached(int target, int walk) {
      if (count == to.length) {
        to = Arrays.copyOf(to, count * 2);
        seconds = Arrays.copyOf(seconds, count * 2);
      }
      to[count] = target;
      seconds[count++] = walk;
    }
  }
}
