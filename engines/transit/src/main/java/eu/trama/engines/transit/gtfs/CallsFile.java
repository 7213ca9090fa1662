package eu.trama.engines.transit.gtfs;

import java.util.List;

/// Reads stop_times.txt into columns: 32 bytes a row while reading, freed afterwards.
final class CallsFile {
  static final String NAME = "stop_times.txt";
  private static final List<String> COLUMNS =
      List.of(
          "*trip_id",
          "*stop_id",
          "*stop_sequence",
          "arrival_time",
          "departure_time",
          "pickup_type",
          "drop_off_type",
          "shape_dist_traveled");
  private static final int DISTANCE = 7;
  private static final int MOST_SEQUENCE = Integer.MAX_VALUE;

  final IntColumn trip = new IntColumn();
  final IntColumn stop = new IntColumn();
  final IntColumn sequence = new IntColumn();
  final IntColumn arrival = new IntColumn();
  final IntColumn departure = new IntColumn();
  final IntColumn flags = new IntColumn();
  final IntColumn line = new IntColumn();

  /// Distance along the shape as the bits of a float; not a number where it is not given.
  final IntColumn distance = new IntColumn();

  private final Ids trips;
  private final Ids stops;
  private String lastTripId = "";
  private int lastTrip = -1;

  CallsFile(Ids trips, Ids stops) {
    this.trips = trips;
    this.stops = stops;
  }

  void read(Table table) throws FatalFindingException, InterruptedException {
    if (!table.read(NAME, COLUMNS, this::row)) {
      throw new FatalFindingException("missing_file", NAME, 0, "", "", "a GTFS feed needs " + NAME);
    }
  }

  private void row(Row row) {
    String tripId = row.text(0);
    if (lastTrip < 0 || !tripId.equals(lastTripId)) {
      lastTrip = trips.find(row, 0, "unknown_trip", "trips.txt");
      lastTripId = tripId;
    }
    if (lastTrip < 0) {
      return;
    }
    int stopNumber = stops.find(row, 1, "unknown_stop", StopsFile.NAME);
    int order = row.number(2, 0, MOST_SEQUENCE);
    int arrives = row.time(3);
    int departs = row.time(4);
    int pickup = row.number(5, 0, 3);
    int dropOff = row.number(6, 0, 3);
    if (order == Row.NONE) {
      row.error("missing_value", 2, "number the stops of the trip; the row was left out");
    }
    if (stopNumber < 0
        || order < 0
        || arrives == Row.BAD
        || departs == Row.BAD
        || pickup == Row.BAD
        || dropOff == Row.BAD) {
      return;
    }
    trip.add(lastTrip);
    stop.add(stopNumber);
    sequence.add(order);
    arrival.add(arrives == Row.NONE ? departs : arrives);
    departure.add(departs == Row.NONE ? arrives : departs);
    flags.add((pickup == 1 ? 0 : Calls.BOARD) | (dropOff == 1 ? 0 : Calls.ALIGHT));
    line.add((int) Math.min(row.line(), Integer.MAX_VALUE));
    distance.add(Float.floatToRawIntBits((float) row.decimal(DISTANCE)));
  }
}
