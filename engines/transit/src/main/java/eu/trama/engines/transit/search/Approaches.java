package eu.trama.engines.transit.search;

import java.util.Arrays;

/// The calls from which each destination can be reached on foot, in order of the arrival there. So
/// the first call whose label is high enough is the best one, and nothing after it counts.
///
/// Of a trip's calls those are left out after which it comes as near again without loss: a later
/// call at which the whole way is no later serves whoever was on board before, and more.
final class Approaches {
  private final int[] first;
  private int[] call = new int[1 << 16];
  private short[] arrival = new short[1 << 16];

  /// @param stops number in the band's timetable of each stop of the catchment, or -1
  Approaches(Band band, Catchment catchment, int[] stops) {
    int[] firstAt = band.firstAlighting;
    int[] calls = band.alighting;
    first = new int[catchment.destinationCount() + 1];
    long[] found = new long[1024];
    int count = 0;
    for (int d = 0; d < catchment.destinationCount(); d++) {
      int size = 0;
      for (int n = catchment.firstNear(d); n < catchment.firstNear(d + 1); n++) {
        int stop = stops[catchment.nearStop(n)];
        for (int i = stop < 0 ? 0 : firstAt[stop]; stop >= 0 && i < firstAt[stop + 1]; i++) {
          int at = band.arrival[calls[i]] + catchment.nearSeconds(n);
          if (at <= band.departing.latest()) {
            if (size == found.length) {
              found = Arrays.copyOf(found, size * 2);
            }
            found[size++] = (long) calls[i] << Integer.SIZE | at;
          }
        }
      }
      Arrays.sort(found, 0, size);
      int kept = withoutDetours(band, found, size);
      Arrays.sort(found, 0, kept);
      if (count + kept > call.length) {
        call = Arrays.copyOf(call, Math.max(count + kept, count * 2));
        arrival = Arrays.copyOf(arrival, call.length);
      }
      for (int i = 0; i < kept; i++) {
        arrival[count] = (short) (found[i] >>> Integer.SIZE);
        call[count++] = (int) found[i];
      }
      first[d + 1] = count;
    }
    call = Arrays.copyOf(call, count);
    arrival = Arrays.copyOf(arrival, count);
  }

  /// Turns entries (call, arrival) in order of calls into entries (arrival, call) worth keeping.
  private static int withoutDetours(Band band, long[] found, int size) {
    long[] kept = new long[size];
    int count = 0;
    int trip = -1;
    int best = 0;
    for (int i = size - 1; i >= 0; i--) {
      int at = (int) found[i];
      int from = (int) (found[i] >>> Integer.SIZE);
      if (band.tripOf[from] != trip || at < best) {
        trip = band.tripOf[from];
        best = at;
        kept[count++] = (long) at << Integer.SIZE | from;
      }
    }
    System.arraycopy(kept, 0, found, 0, count);
    return count;
  }

  int first(int destination) {
    return first[destination];
  }

  int call(int approach) {
    return call[approach];
  }

  /// Seconds after the first departure.
  short arrival(int approach) {
    return arrival[approach];
  }

  int count() {
    return call.length;
  }
}
