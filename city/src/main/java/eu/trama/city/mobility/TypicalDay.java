package eu.trama.city.mobility;

import eu.trama.city.twin.Properties;
import eu.trama.engines.transit.gtfs.Feed;
import eu.trama.engines.transit.gtfs.Service;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/// The day of a feed that stands for a kind of day: of its Tuesdays, Saturdays or Sundays the one
/// whose number of trips is the median, the earliest of those. A holiday or a day of strike is not
/// typical, nor is the busiest.
final class TypicalDay {

  /// Services are searched for at most so many days, which is more than any feed's year.
  private static final int MOST_DAYS = 800;

  private TypicalDay() {}

  /// Name of the property of a timetable that holds the date.
  static String property(Headway.Day day) {
    return day.name().toLowerCase(Locale.ROOT);
  }

  /// The day that was kept with a timetable when it was imported.
  static Optional<LocalDate> kept(Properties timetable, Headway.Day day) {
    return timetable.text(property(day)).map(LocalDate::parse);
  }

  /// @return empty when nothing runs on that kind of day
  static Optional<LocalDate> of(Feed feed, Headway.Day day) {
    DayOfWeek weekday =
        switch (day) {
          case WEEKDAY -> DayOfWeek.TUESDAY;
          case SATURDAY -> DayOfWeek.SATURDAY;
          case SUNDAY -> DayOfWeek.SUNDAY;
        };
    record Day(LocalDate date, int trips) {}
    var days = new ArrayList<Day>();
    for (LocalDate date : dates(feed, weekday)) {
      int trips = feed.tripsOn(date);
      if (trips > 0) {
        days.add(new Day(date, trips));
      }
    }
    if (days.isEmpty()) {
      return Optional.empty();
    }
    days.sort(Comparator.comparingInt(Day::trips).thenComparing(Day::date));
    int median = days.get(days.size() / 2).trips();
    return days.stream()
        .filter(each -> each.trips() == median)
        .map(Day::date)
        .min(Comparator.naturalOrder());
  }

  private static List<LocalDate> dates(Feed feed, DayOfWeek weekday) {
    var bounds = new TreeSet<LocalDate>();
    for (Service service : feed.services()) {
      if (service.weekdays() != 0) {
        bounds.add(service.first());
        bounds.add(service.last());
      }
      bounds.addAll(service.added());
    }
    if (bounds.isEmpty()) {
      return List.of();
    }
    LocalDate first = bounds.first().with(TemporalAdjusters.nextOrSame(weekday));
    LocalDate last = bounds.last();
    return first.isAfter(last)
        ? List.of()
        : first
            .datesUntil(last.plusDays(1), java.time.Period.ofWeeks(1))
            .limit(MOST_DAYS / 7)
            .toList();
  }
}
