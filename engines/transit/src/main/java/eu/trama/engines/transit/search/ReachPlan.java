package eu.trama.engines.transit.search;

import eu.trama.engines.lanes.Lanes;
import eu.trama.engines.transit.geo.Places;
import eu.trama.engines.transit.timetable.Phases;
import eu.trama.engines.transit.timetable.ServiceDay;
import eu.trama.engines.transit.timetable.Timetable;
import eu.trama.engines.transit.timetable.TimetableComposer;
import eu.trama.engines.transit.walking.Walking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What the searches of a window have in common, prepared once: the calls that its departures can
/// use, where one changes between them, and from where each destination is reached. Immutable;
/// shared by all threads.
///
/// A search answers at most [Lanes#MOST] departures at once, and its times are 16 bits wide, so a
/// longer window is planned in parts. Draws of a Monte Carlo simulation are parts, too: travel
/// times of all departures of all draws make one pool, of which percentiles are taken.
public final class ReachPlan {
  /// Times of a part, and a travel time beyond them, must stay below [Lanes#NEVER].
  private static final int LONGEST_PART_SECONDS = Lanes.NEVER - 1;

  final Catchment catchment;
  final List<Part> parts;
  private final DepartureWindow window;

  /// A part of the window in one timetable. Its departures are rows `firstRow` and later of the
  /// whole.
  ///
  /// @param stops number in its timetable of each stop of the catchment, or -1
  @SuppressWarnings("ArrayRecordComponent") // a column, never compared
  record Part(
      Band band,
      Changes changes,
      Boardings boardings,
      Approaches approaches,
      int[] stops,
      int firstRow) {
    Band.Departing departing() {
      return band.departing;
    }

    int endRow() {
      return firstRow + band.departing.count();
    }
  }

  public ReachPlan(Catchment catchment, DepartureWindow window) {
    this(catchment, window, List.of(catchment.timetable()));
  }

  /// @param draws their stops are among those of the catchment's timetable
  private ReachPlan(Catchment catchment, DepartureWindow window, List<Timetable> draws) {
    this.catchment = catchment;
    this.window = window;
    List<Part> planned = new ArrayList<>();
    int most = most(window.stepSeconds(), catchment.limits().travelSeconds());
    for (Timetable timetable : draws) {
      int row = planned.isEmpty() ? 0 : planned.getLast().endRow();
      for (int first = 0; first < window.count(); first += most) {
        int count = Math.min(most, window.count() - first);
        planned.add(part(timetable, first, count, row + first));
      }
    }
    parts = List.copyOf(planned);
  }

  /// A plan for lines of which only the headway is known: the phases are drawn again and again.
  ///
  /// @param day its phases are not looked at
  /// @param walking as long from a to b as from b to a
  /// @param seed the same draws for the same seed
  public static ReachPlan drawn(
      ServiceDay day,
      Walking walking,
      Places destinations,
      SearchLimits limits,
      DepartureWindow window,
      int draws,
      long seed) {
    // Vehicles every minute call at every stop that those of a draw can call at.
    Timetable all = TimetableComposer.compose(day.with(new Phases.Expected())).timetable();
    List<Timetable> drawn = new ArrayList<>();
    for (int i = 0; i < draws; i++) {
      drawn.add(TimetableComposer.compose(day.with(new Phases.Drawn(seed + i))).timetable());
    }
    return new ReachPlan(new Catchment(all, walking, destinations, limits), window, drawn);
  }

  private static int most(int step, int travel) {
    return Math.max(1, Math.min(Lanes.MOST, (LONGEST_PART_SECONDS - travel) / step));
  }

  private Part part(Timetable timetable, int first, int count, int row) {
    SearchLimits limits = catchment.limits();
    int latest = (count - 1) * window.stepSeconds() + limits.travelSeconds();
    Band band =
        new Band(
            timetable,
            new Band.Departing(
                window.departure(first),
                window.stepSeconds(),
                count,
                latest,
                limits.boardingSeconds()));
    int[] stops = new int[catchment.timetable().stopCount()];
    Arrays.setAll(stops, stop -> timetable.stopOf(catchment.timetable().stopId(stop)));
    return new Part(
        band,
        new Changes(band),
        new Boardings(band),
        new Approaches(band, catchment, stops),
        stops,
        row);
  }

  /// Departures of the window, over all draws.
  public int departureCount() {
    return parts.getLast().endRow();
  }

  public int destinationCount() {
    return catchment.destinationCount();
  }

  /// Calls of vehicles that a departure of the window can use.
  public int callCount() {
    return parts.stream().mapToInt(part -> part.band.calls()).sum();
  }

  /// Changes from call to call that are worth trying.
  public int changeCount() {
    return parts.stream().mapToInt(part -> part.changes.count()).sum();
  }

  /// Calls from which some destination is reached on foot, over all destinations.
  public int approachCount() {
    return parts.stream().mapToInt(part -> part.approaches.count()).sum();
  }
}
