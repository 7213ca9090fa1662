package eu.trama.city.ogc.features;

import eu.trama.city.ogc.Problem;
import eu.trama.city.twin.Validity;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Reads the parameter `datetime` (OGC API Features Part 1, 7.15.4): an instant as RFC 3339 writes
/// it, or two with a slash between them, either of which may be open (`..` or nothing).
final class Times {

  private static final String NAME = "datetime";
  private static final String ADVICE =
      "Give an instant such as 2026-01-31T12:00:00Z, or an interval such as"
          + " 2026-01-01T00:00:00Z/2026-02-01T00:00:00Z, 2026-01-01T00:00:00Z/..,"
          + " ../2026-02-01T00:00:00Z or 2026-01-01/P1M; a date stands for the whole day.";

  /// What the store can hold.
  private static final Instant EARLIEST = Instant.parse("-4000-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("+200000-01-01T00:00:00Z");

  private Times() {}

  static Validity read(String text) {
    String[] ends = text.split("/", -1);
    if (ends.length == 1) {
      return new Validity(start(text, text), finish(text, text));
    }
    if (ends.length != 2) {
      throw Problem.parameter(NAME, text, ADVICE);
    }
    Instant from = open(ends[0]) ? null : start(ends[0], text);
    Instant to = open(ends[1]) ? null : end(from, ends[1], text);
    boolean backwards = from != null && to != null && from.isAfter(to);
    if (backwards || (from == null && to == null)) {
      throw Problem.parameter(NAME, text, ADVICE);
    }
    return new Validity(from, to);
  }

  private static boolean open(String text) {
    return text.isEmpty() || text.equals("..");
  }

  /// A day begins when it does in Greenwich.
  private static Instant start(String text, String whole) {
    return isDay(text) ? instant(text + "T00:00:00Z", whole) : instant(text, whole);
  }

  private static Instant finish(String text, String whole) {
    return isDay(text)
        ? start(text, whole).plus(1, ChronoUnit.DAYS).minus(1, ChronoUnit.MICROS)
        : instant(text, whole);
  }

  private static boolean isDay(String text) {
    return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  }

  /// The end of an interval: a time, or how long it lasts (ISO 8601, such as P1M2DT3H).
  private static Instant end(@Nullable Instant from, String text, String whole) {
    if (from == null || !text.matches("P.+")) {
      return finish(text, whole);
    }
    try {
      int time = text.indexOf('T');
      String days = time < 0 ? text : text.substring(0, time);
      ZonedDateTime end = from.atZone(ZoneOffset.UTC);
      end = days.equals("P") ? end : end.plus(Period.parse(days));
      end = time < 0 ? end : end.plus(Duration.parse("P" + text.substring(time)));
      return instant(end.toInstant().toString(), whole);
    } catch (DateTimeException | ArithmeticException e) {
      throw Problem.parameter(NAME, whole, ADVICE);
    }
  }

  static Instant instant(String text, String whole) {
    try {
      Instant instant =
          OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME).toInstant();
      if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
        throw Problem.parameter(NAME, whole, ADVICE);
      }
      return instant;
    } catch (DateTimeException e) {
      throw Problem.parameter(NAME, whole, ADVICE);
    }
  }
}
