package eu.trama.engines.transit.timetable;

import eu.trama.engines.transit.lines.FrequencyLine;
import eu.trama.engines.transit.lines.LineStop;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// Trips of a frequency line on any day. The key of the phase is `line/0` in the order of the stops
/// and `line/1` against it.
final class LineTrips {
  private LineTrips() {}

  static void emit(
      FrequencyLine line, int route, StopTable table, Phases phases, Consumer<DayTrip> sink) {
    int[] stops = new int[line.stops().size()];
    for (int i = 0; i < stops.length; i++) {
      LineStop stop = line.stops().get(i);
      stops[i] = table.number(stop.id(), stop.name(), stop.latitude(), stop.longitude(), List.of());
    }
    int[] runs = line.runSeconds().stream().mapToInt(Integer::intValue).toArray();
    emitWay(line, route, phases.starts(line.id() + "/0", line.headways()), stops, runs, sink);
    if (line.bothWays()) {
      emitWay(
          line,
          route,
          phases.starts(line.id() + "/1", line.headways()),
          reversed(stops),
          reversed(runs),
          sink);
    }
  }

  private static void emitWay(
      FrequencyLine line,
      int route,
      List<Phases.Start> starts,
      int[] stops,
      int[] runs,
      Consumer<DayTrip> sink) {
    int[] arrivals = new int[stops.length];
    int[] departures = new int[stops.length];
    for (int i = 1; i < stops.length; i++) {
      arrivals[i] = departures[i - 1] + runs[i - 1];
      departures[i] = arrivals[i] + (i < stops.length - 1 ? line.dwellSeconds() : 0);
    }
    byte[] permissions = new byte[stops.length];
    Arrays.fill(permissions, (byte) (Timetable.BOARD | Timetable.ALIGHT));
    DayTrip template = new DayTrip(route, stops, permissions, arrivals, departures, 0);
    for (Phases.Start start : starts) {
      sink.accept(template.starting(start));
    }
  }

  private static int[] reversed(int[] values) {
    int[] result = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = values[values.length - 1 - i];
    }
    return result;
  }
}
