package eu.trama.city.mobility.departures;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;

/// What leaves a stop next.
///
/// @param stop the stop's name
/// @param from when it was asked for
/// @param rows in the order of time
/// @param otherDays what stands for a timetable that does not have the day
public record Board(String stop, ZonedDateTime from, List<Row> rows, List<Other> otherDays) {

  /// One vehicle.
  ///
  /// @param at when it leaves, by the city's clock
  /// @param minutes until then
  /// @param line what is written on the vehicle
  /// @param mode such as `metro`
  public record Row(
      LocalDate date, LocalTime at, long minutes, String line, String mode, String towards) {}

  /// @param feed short name of the timetable
  /// @param date its day that is shown
  public record Other(String feed, LocalDate date) {}
}
