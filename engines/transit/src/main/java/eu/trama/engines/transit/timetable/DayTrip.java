package eu.trama.engines.transit.timetable;

/// A vehicle on its way through one day: stops by number in [StopTable], permissions, and times.
///
/// @param hold how long before each departure a rider must be at the stop, seconds
@SuppressWarnings("ArrayRecordComponent") // columns, never compared
record DayTrip(
    int route, int[] stops, byte[] permissions, int[] arrivals, int[] departures, int hold) {
  DayTrip starting(Phases.Start start) {
    return shifted(start.second() - firstDeparture()).holding(start.hold());
  }

  DayTrip holding(int seconds) {
    return new DayTrip(route, stops, permissions, arrivals, departures, seconds);
  }

  DayTrip shifted(int seconds) {
    if (seconds == 0) {
      return this;
    }
    return new DayTrip(
        route, stops, permissions, plus(arrivals, seconds), plus(departures, seconds), hold);
  }

  int firstDeparture() {
    return departures[0];
  }

  int lastArrival() {
    return arrivals[arrivals.length - 1];
  }

  private static int[] plus(int[] times, int seconds) {
    int[] result = times.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] += seconds;
    }
    return result;
  }
}
