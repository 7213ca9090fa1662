package eu.trama.city.twin.pages.scenario;

import eu.trama.city.twin.Feature;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How often a line runs in a part of a kind of day, as the property `headways` of a line writes
/// it: `weekday 07:00-09:30/240`.
///
/// @param hours from and to, such as `07:00-09:30`
/// @param seconds between two departures
record Headway(String day, String hours, long seconds) {

  /// The kinds of day that a line of a city has.
  static final List<String> DAYS = List.of("weekday", "saturday", "sunday");

  /// What a new line runs where nobody says otherwise.
  static final String WHOLE_DAY = "05:00-24:00";

  /// Shorter than this no track or street carries; longer is no service.
  static final long LEAST = 60;

  static final long MOST = 7_200;

  private static final Pattern FORM = Pattern.compile("(\\S+) (\\S+-\\S+)/(\\d{1,6})");

  static Optional<Headway> parse(String text) {
    Matcher parts = FORM.matcher(text);
    return parts.matches()
        ? Optional.of(new Headway(parts.group(1), parts.group(2), Long.parseLong(parts.group(3))))
        : Optional.empty();
  }

  /// How often a line runs: as it says itself, else by the timetable that it came with. Empty where
  /// neither is known.
  static List<Headway> of(Feature line) {
    List<Headway> own = of(line, "headways");
    return own.isEmpty() ? of(line, "timetable_headways") : own;
  }

  private static List<Headway> of(Feature line, String property) {
    return line.properties().texts(property).stream()
        .flatMap(text -> parse(text).stream())
        .toList();
  }

  /// Whether a line can be told how often to run: it runs by headways, or by a timetable which
  /// headways then replace.
  static boolean canChange(Feature line) {
    return !of(line).isEmpty() || line.properties().has("feed");
  }

  /// Whether a line runs by the timetable that it came with.
  static boolean byTimetable(Feature line) {
    return line.properties().has("feed") && !line.properties().has("headways");
  }

  /// The same all day, every day.
  static List<Headway> constant(long seconds) {
    return DAYS.stream().map(day -> new Headway(day, WHOLE_DAY, seconds)).toList();
  }

  /// Every departure as many times as far apart, to the second.
  static List<Headway> stretched(List<Headway> headways, double times) {
    return headways.stream()
        .map(each ->
            new Headway(
                each.day, each.hours, Math.clamp(Math.round(each.seconds * times), LEAST, MOST)))
        .toList();
  }

  /// Seconds between departures when the line runs most often.
  static OptionalLong shortest(Feature line) {
    return of(line).stream().mapToLong(Headway::seconds).min();
  }

  static List<String> written(List<Headway> headways) {
    return headways.stream().map(Headway::written).toList();
  }

  private String written() {
    return String.format(Locale.ROOT, "%s %s/%d", day, hours, seconds);
  }

  /// Minutes with a half where it is needed: 3, 4.5.
  static double minutes(long seconds) {
    return Math.round(seconds / 6.0) / 10.0;
  }
}
