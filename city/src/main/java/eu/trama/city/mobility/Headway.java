package eu.trama.city.mobility;

import java.time.DayOfWeek;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How often a line runs in a part of a kind of day, as the layer `lines` writes it: `weekday
/// 07:00-09:30/240`. After midnight hours go on counting: `23:00-25:30`.
///
/// @param from seconds after the start of the service day
/// @param to likewise; the last departure is before it
/// @param seconds between two departures
record Headway(Day day, int from, int to, int seconds) {

  private static final Pattern FORM =
      Pattern.compile("(weekday|saturday|sunday) (\\d{2}):(\\d{2})-(\\d{2}):(\\d{2})/(\\d{1,5})");

  /// Timetables do not run past the next day's noon.
  private static final int LATEST = 36 * 3_600;

  private static final int LONGEST = 4 * 3_600;

  enum Day {
    WEEKDAY,
    SATURDAY,
    SUNDAY;

    static Day of(DayOfWeek day) {
      return switch (day) {
        case SATURDAY -> SATURDAY;
        case SUNDAY -> SUNDAY;
        default -> WEEKDAY;
      };
    }
  }

  /// @return empty when the text is not a headway
  static Optional<Headway> read(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    var headway =
        new Headway(
            Day.valueOf(form.group(1).toUpperCase(Locale.ROOT)),
            time(form.group(2), form.group(3)),
            time(form.group(4), form.group(5)),
            Integer.parseInt(form.group(6)));
    boolean sound =
        headway.from < headway.to
            && headway.to <= LATEST
            && headway.seconds > 0
            && headway.seconds <= LONGEST;
    return sound ? Optional.of(headway) : Optional.empty();
  }

  /// As [#read] takes it.
  String written() {
    return "%s %s-%s/%d"
        .formatted(day.name().toLowerCase(Locale.ROOT), clock(from), clock(to), seconds);
  }

  private static String clock(int seconds) {
    return "%02d:%02d".formatted(seconds / 3_600, seconds / 60 % 60);
  }

  private static int time(String hours, String minutes) {
    return Integer.parseInt(hours) * 3_600 + Integer.parseInt(minutes) * 60;
  }
}
