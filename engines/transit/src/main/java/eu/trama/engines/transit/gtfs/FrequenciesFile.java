package eu.trama.engines.transit.gtfs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads frequencies.txt. A row that overlaps an earlier one of its trip is left out.
final class FrequenciesFile {
  static final List<String> COLUMNS =
      List.of("*trip_id", "*start_time", "*end_time", "*headway_secs", "exact_times");

  private final Ids trips;
  private final int[] renumbered;
  private final List<Feed.Frequency> rows = new ArrayList<>();
  private final Map<Integer, List<Feed.Frequency>> byTrip = new HashMap<>();

  FrequenciesFile(Ids trips, int[] renumbered) {
    this.trips = trips;
    this.renumbered = renumbered;
  }

  List<Feed.Frequency> rows() {
    return rows;
  }

  void row(Row row) {
    int tripInFile = trips.find(row, 0, "unknown_trip", "trips.txt");
    int from = row.time(1);
    int to = row.time(2);
    int every = row.number(3, 1, 7 * 86_400);
    int exact = row.number(4, 0, 1);
    if (tripInFile < 0
        || from == Row.BAD
        || to == Row.BAD
        || every == Row.BAD
        || exact == Row.BAD) {
      return;
    }
    if (from == Row.NONE || to == Row.NONE || every == Row.NONE) {
      row.error(
          "missing_value",
          from == Row.NONE ? 1 : to == Row.NONE ? 2 : 3,
          "start, end and headway are needed; the row was left out");
      return;
    }
    if (to <= from) {
      row.error("descending_times", 2, "end_time must follow start_time; the row was left out");
      return;
    }
    int trip = renumbered[tripInFile];
    if (trip < 0) {
      row.warning("trip_left_out", 0, "the trip was left out for a reason given elsewhere");
      return;
    }
    List<Feed.Frequency> others = byTrip.computeIfAbsent(trip, _ -> new ArrayList<>());
    for (Feed.Frequency other : others) {
      if (from < other.toSeconds() && other.fromSeconds() < to) {
        row.error("overlapping_frequencies", 1, "periods of a trip must not overlap; left out");
        return;
      }
    }
    Feed.Frequency frequency = new Feed.Frequency(trip, from, to, every, exact == 1);
    others.add(frequency);
    rows.add(frequency);
  }
}
