package eu.trama.engines.transit.search;

import eu.trama.engines.lanes.Lanes;
import java.util.ArrayList;
import java.util.List;

/// What the searches of a window have in common, prepared once: the calls that its departures can
/// use, where one changes between them, and from where each destination is reached. Immutable;
/// shared by all threads.
///
/// A search answers at most [Lanes#MOST] departures at once, and its times are 16 bits wide, so a
/// longer window is planned in parts.
public final class ReachPlan {
  /// Times of a part, and a travel time beyond them, must stay below [Lanes#NEVER].
  private static final int LONGEST_PART_SECONDS = Lanes.NEVER - 1;

  final Catchment catchment;
  final List<Part> parts;
  private final DepartureWindow window;

  /// A part of the window. Its departures are rows `firstRow` and later of the whole.
  record Part(
      Band band, Changes changes, Boardings boardings, Approaches approaches, int firstRow) {
    Band.Departing departing() {
      return band.departing;
    }
  }

  public ReachPlan(Catchment catchment, DepartureWindow window) {
    this.catchment = catchment;
    this.window = window;
    List<Part> planned = new ArrayList<>();
    int most = most(window.stepSeconds(), catchment.limits().travelSeconds());
    for (int first = 0; first < window.count(); first += most) {
      planned.add(part(first, Math.min(most, window.count() - first)));
    }
    parts = List.copyOf(planned);
  }

  private static int most(int step, int travel) {
    return Math.max(1, Math.min(Lanes.MOST, (LONGEST_PART_SECONDS - travel) / step));
  }

  private Part part(int first, int count) {
    SearchLimits limits = catchment.limits();
    int latest = (count - 1) * window.stepSeconds() + limits.travelSeconds();
    Band band =
        new Band(
            catchment.timetable(),
            new Band.Departing(
                window.departure(first),
                window.stepSeconds(),
                count,
                latest,
                limits.boardingSeconds()));
    return new Part(
        band, new Changes(band), new Boardings(band), new Approaches(band, catchment), first);
  }

  /// Departures of the window.
  public int departureCount() {
    return window.count();
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
