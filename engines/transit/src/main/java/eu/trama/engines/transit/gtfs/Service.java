package eu.trama.engines.transit.gtfs;

import java.time.LocalDate;
import java.util.Set;

/// On which days a service runs: calendar.txt overruled day by day by calendar_dates.txt.
///
/// @param weekdays bit 0 is Monday; 0 where calendar.txt does not name the service
/// @param first first day of the calendar row, inclusive
/// @param last last day of the calendar row, inclusive
/// @param added days with exception_type 1
/// @param removed days with exception_type 2
public record Service(
    String id,
    int weekdays,
    LocalDate first,
    LocalDate last,
    Set<LocalDate> added,
    Set<LocalDate> removed) {
  public Service {
    added = Set.copyOf(added);
    removed = Set.copyOf(removed);
  }

  public boolean runsOn(LocalDate day) {
    if (removed.contains(day)) {
      return false;
    }
    if (added.contains(day)) {
      return true;
    }
    int bit = 1 << (day.getDayOfWeek().getValue() - 1);
    return (weekdays & bit) != 0 && !day.isBefore(first) && !day.isAfter(last);
  }
}
