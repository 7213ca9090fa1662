package eu.trama.engines.transit.lines;

import java.util.List;

/// A line given as facts. Run times are from departure at a stop to arrival at the next; dwell is
/// spent at every stop between the ends. With `bothWays`, vehicles also run the stops in reverse
/// order with the same run times and headways. A ring names its first stop again at the end.
///
/// @param id unique among lines and routes; the phase of departures is derived from it
/// @param stops two or more, in order
/// @param runSeconds one less than stops, each above 0
/// @param dwellSeconds 0 or more
/// @param headways periods of the day in order, without overlap
public record FrequencyLine(
    String id,
    String name,
    List<LineStop> stops,
    List<Integer> runSeconds,
    int dwellSeconds,
    boolean bothWays,
    List<Headway> headways) {
  public FrequencyLine {
    stops = List.copyOf(stops);
    runSeconds = List.copyOf(runSeconds);
    headways = Headway.inOrder(headways);
    if (id.isBlank() || stops.size() < 2 || dwellSeconds < 0) {
      throw new IllegalArgumentException(
          "line '" + id + "' has " + stops.size() + " stops, dwell " + dwellSeconds + " s");
    }
    if (runSeconds.size() != stops.size() - 1) {
      throw new IllegalArgumentException(
          "line " + id + " has " + stops.size() + " stops but " + runSeconds.size() + " run times");
    }
    for (int seconds : runSeconds) {
      if (seconds <= 0) {
        throw new IllegalArgumentException("line " + id + " has a run time of " + seconds + " s");
      }
    }
  }
}
