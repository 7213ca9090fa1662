package eu.trama.city.ogc.features;

import eu.trama.city.ogc.Problem;
import eu.trama.city.twin.Validity;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// Reads the parameter `datetime` (OGC API Features Part 1, 7.15.4): an instant as RFC 3339 writes
/// it, or two with a slash between them, either of which may be open (`..` or nothing).
final class Times {

  private static final String NAME = "datetime";
  private static final String ADVICE =
      "Give an instant such as 2026-01-31T12:00:00Z, or an interval such as"
          + " 2026-01-01T00:00:00Z/2026-02-01T00:00:00Z, 2026-01-01T00:00:00Z/.. or"
          + " ../2026-02-01T00:00:00Z.";

  /// What the store can hold.
  private static final Instant EARLIEST = Instant.parse("-4000-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("+200000-01-01T00:00:00Z");

  private Times() {}

  static Validity read(String text) {
    String[] ends = text.split("/", -1);
    if (ends.length == 1) {
      return Validity.at(instant(text, text));
    }
    if (ends.length != 2) {
      throw Problem.parameter(NAME, text, ADVICE);
    }
    Instant from = end(ends[0], text);
    Instant to = end(ends[1], text);
    boolean backwards = from != null && to != null && from.isAfter(to);
    if (backwards || (from == null && to == null)) {
      throw Problem.parameter(NAME, text, ADVICE);
    }
    return new Validity(from, to);
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

  private static @Nullable Instant end(String text, String whole) {
    return text.isEmpty() || text.equals("..") ? null : instant(text, whole);
  }
}
