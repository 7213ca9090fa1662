package eu.trama.city.mobility;

import eu.trama.engines.transit.timetable.Timetable;
import java.time.LocalDate;
import java.util.List;

/// The public transport of a city on a date.
///
/// @param otherDays feeds whose calendar does not have the date; a typical day of that kind stands
///   for it
public record DatedTimetable(Timetable timetable, LocalDate date, List<OtherDay> otherDays) {

  public DatedTimetable {
    otherDays = List.copyOf(otherDays);
  }

  /// @param date the feed's day that was taken
  public record OtherDay(String feed, LocalDate date) {}
}
