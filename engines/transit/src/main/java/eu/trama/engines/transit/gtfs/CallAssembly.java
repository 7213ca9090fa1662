package eu.trama.engines.transit.gtfs;

import eu.trama.engines.transit.findings.Findings;
import java.util.Arrays;
import java.util.List;

/// Puts the rows of stop_times.txt into the order of trips and sequence, checks each trip and fills
/// in missing times. Adds 17 bytes a row to those of [CallsFile].
///
/// A time that is missing between two given ones is interpolated in proportion to
/// shape_dist_traveled, where all distances in between are given and ascend; else evenly from stop
/// to stop. Times missing at an end of the trip cannot be told, and such rows are left out.
final class CallAssembly {
  private final CallsFile rows;
  private final Findings findings;
  private final List<Feed.Trip> trips;
  private final int tripCount;
  private final int[] first;
  private final int[] order;
  private final int[] stops;
  private final int[] arrivals;
  private final int[] departures;
  private final byte[] flags;
  private final boolean[] kept;
  private final int[] end;
  private int written;
  private long byDistance;
  private long byCount;

  CallAssembly(CallsFile rows, List<Feed.Trip> trips, Findings findings) {
    this.rows = rows;
    this.findings = findings;
    this.trips = trips;
    this.tripCount = trips.size();
    int size = rows.trip.size();
    this.first = new int[tripCount + 1];
    this.order = new int[size];
    this.stops = new int[size];
    this.arrivals = new int[size];
    this.departures = new int[size];
    this.flags = new byte[size];
    this.kept = new boolean[tripCount];
    this.end = new int[tripCount];
  }

  /// Assembles the calls of the trips kept, in the order of trips.txt.
  Calls assemble() throws InterruptedException {
    sortByTrip();
    for (int trip = 0; trip < tripCount; trip++) {
      if (Thread.interrupted()) {
        throw new InterruptedException("reading stopped in " + CallsFile.NAME);
      }
      sortBySequence(trip);
      int from = written;
      kept[trip] = collect(trip) && timed(trip, from);
      if (!kept[trip]) {
        written = from;
      }
      end[trip] = written;
    }
    int count = 0;
    int[] firstKept = new int[tripCount + 1];
    for (int trip = 0; trip < tripCount; trip++) {
      if (kept[trip]) {
        firstKept[++count] = end[trip];
      }
    }
    return new Calls(Arrays.copyOf(firstKept, count + 1), stops, arrivals, departures, flags);
  }

  boolean kept(int trip) {
    return kept[trip];
  }

  long byDistance() {
    return byDistance;
  }

  long byCount() {
    return byCount;
  }

  private void sortByTrip() {
    for (int i = 0; i < order.length; i++) {
      first[rows.trip.get(i) + 1]++;
    }
    for (int trip = 0; trip < tripCount; trip++) {
      first[trip + 1] += first[trip];
    }
    int[] next = Arrays.copyOf(first, tripCount);
    for (int i = 0; i < order.length; i++) {
      order[next[rows.trip.get(i)]++] = i;
    }
  }

  private void sortBySequence(int trip) {
    int from = first[trip];
    int to = first[trip + 1];
    boolean sorted = true;
    for (int i = from + 1; i < to && sorted; i++) {
      sorted = rows.sequence.get(order[i - 1]) <= rows.sequence.get(order[i]);
    }
    if (!sorted) {
      long[] keys = new long[to - from];
      for (int i = from; i < to; i++) {
        keys[i - from] = ((long) rows.sequence.get(order[i]) << 32) | order[i];
      }
      Arrays.sort(keys);
      for (int i = from; i < to; i++) {
        order[i] = (int) keys[i - from];
      }
    }
  }

  /// Writes the rows of the trip, without repeated sequences and untimed ends.
  private boolean collect(int trip) {
    int from = first[trip];
    int to = first[trip + 1];
    while (to > from && untimed(to - 1)) {
      to--;
      endError(to);
    }
    while (from < to && untimed(from)) {
      endError(from);
      from++;
    }
    int begin = written;
    for (int i = from; i < to; i++) {
      int row = order[i];
      if (i > from && rows.sequence.get(row) == rows.sequence.get(order[i - 1])) {
        error("duplicate_sequence", row, "stop_sequence", rows.sequence.get(row));
        continue;
      }
      stops[written] = rows.stop.get(row);
      arrivals[written] = rows.arrival.get(row);
      departures[written] = rows.departure.get(row);
      flags[written] = (byte) rows.flags.get(row);
      // The order is read up to here, so that its slots can hold the rows kept.
      order[first[trip] + written - begin] = row;
      written++;
    }
    if (written - begin < 2) {
      findings.warning(
          "short_trip",
          CallsFile.NAME,
          to > from ? rows.line.get(order[first[trip]]) : 0,
          "trip_id",
          trips.get(trip).id(),
          "a trip needs two stops with times; add its stop_times or delete it; it was left out");
      return false;
    }
    return true;
  }

  private boolean untimed(int at) {
    return rows.arrival.get(order[at]) < 0;
  }

  private void endError(int at) {
    error("missing_end_time", order[at], "arrival_time", rows.sequence.get(order[at]));
  }

  private void error(String code, int row, String field, int value) {
    findings.error(
        code,
        CallsFile.NAME,
        rows.line.get(row),
        field,
        String.valueOf(value),
        switch (code) {
          case "missing_end_time" -> "the first and last stop of a trip need times; row left out";
          case "duplicate_sequence" -> "number each stop of a trip once; the first row was kept";
          default -> "times along a trip must not go back; the trip was left out";
        });
  }

  /// Checks the order of the times given and fills in the others.
  private boolean timed(int trip, int from) {
    int last = from;
    for (int call = from; call < written; call++) {
      if (arrivals[call] < 0) {
        continue;
      }
      if (departures[call] < arrivals[call] || (call > from && arrivals[call] < departures[last])) {
        int row = order[first[trip] + call - from];
        error("descending_times", row, "arrival_time", arrivals[call]);
        return false;
      }
      if (call > last + 1) {
        interpolate(first[trip] - from, last, call);
      }
      last = call;
    }
    return true;
  }

  private void interpolate(int orderOffset, int before, int after) {
    boolean distances = true;
    for (int call = before; call < after && distances; call++) {
      distances = distance(orderOffset + call) <= distance(orderOffset + call + 1);
    }
    double start = distance(orderOffset + before);
    double span = distance(orderOffset + after) - start;
    distances &= span > 0;
    long seconds = (long) arrivals[after] - departures[before];
    for (int call = before + 1; call < after; call++) {
      long share =
          distances
              ? (long) (seconds * ((distance(orderOffset + call) - start) / span))
              : seconds * (call - before) / (after - before);
      arrivals[call] = (int) (departures[before] + share);
      departures[call] = arrivals[call];
    }
    if (distances) {
      byDistance += after - before - 1;
    } else {
      byCount += after - before - 1;
    }
  }

  private double distance(int at) {
    return Float.intBitsToFloat(rows.distance.get(order[at]));
  }
}
