package eu.trama.city.mobility;

import eu.trama.city.twin.CityView;
import eu.trama.engines.transit.lines.FrequencyLine;
import eu.trama.engines.transit.timetable.Composition;
import eu.trama.engines.transit.timetable.ServiceDay;
import eu.trama.engines.transit.timetable.ServiceDay.TransferRules;
import eu.trama.engines.transit.timetable.Timetable;
import eu.trama.engines.transit.timetable.TimetableComposer;
import eu.trama.engines.transit.walking.StraightLine;
import eu.trama.engines.transit.walking.Walking;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The public transport of a city view on a kind of day, and how people walk to it.
///
/// @param notes what a reader needs to judge it, by name
record CityTimetable(Timetable timetable, Walking walking, SortedMap<String, Object> notes) {

  /// Longest walk between two vehicles, seconds.
  private static final int CHANGE_WALK_SECONDS = 8 * 60;

  /// Least time between two vehicles at the same stop, seconds.
  private static final int CHANGE_SECONDS = 60;

  /// @param metresPerSecond walking speed
  static CityTimetable compose(CityView city, Headway.Day day, double metresPerSecond) {
    var notes = new TreeMap<String, Object>();
    Walking walking = new StraightLine(metresPerSecond, StraightLine.USUAL_DETOUR);
    notes.put("walking", "straight-line");
    List<FrequencyLine> lines = LinesOfDay.of(city, day);
    notes.put("headway-lines", (long) lines.size());
    Composition composition =
        TimetableComposer.compose(
            new ServiceDay(
                LocalDate.of(2026, 1, 20),
                List.of(),
                lines,
                List.of(),
                new TransferRules(walking, CHANGE_WALK_SECONDS, CHANGE_SECONDS)));
    return new CityTimetable(composition.timetable(), walking, notes);
  }
}
