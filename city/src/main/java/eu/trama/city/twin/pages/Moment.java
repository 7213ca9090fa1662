package eu.trama.city.twin.pages;

import eu.trama.city.twin.AsOf;
import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.City;
import eu.trama.city.twin.Finding;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// Texts of an address or a form that choose a point in both times: a day such as `2026-01-31`,
/// which stands for its last instant in the city, or an instant such as `2026-01-31T12:00:00Z`.
///
/// @param valid what was so in the city then; empty for today
/// @param known what the twin knew then; empty for all it knows
public record Moment(String valid, String known) {

  /// @throws BadInput when a text is neither a day nor an instant
  public AsOf in(City city, AsOf today) {
    return new AsOf(
        instant(valid, "valid", city, today.valid()), instant(known, "known", city, today.known()));
  }

  /// Whether both times stand fixed, so that the answer can never change.
  public boolean fixed(AsOf asOf, AsOf today) {
    return !valid.isBlank() && !known.isBlank() && !asOf.known().isAfter(today.known());
  }

  private static Instant instant(String text, String name, City city, Instant otherwise) {
    String written = text.strip();
    if (written.isEmpty()) {
      return otherwise;
    }
    try {
      if (written.indexOf('T') >= 0) {
        return Instant.parse(written);
      }
      return LocalDate.parse(written)
          .plusDays(1)
          .atStartOfDay(city.timezone())
          .toInstant()
          .minus(1, ChronoUnit.MICROS);
    } catch (DateTimeException e) {
      throw new BadInput(
          Finding.error(
              "date",
              "request",
              0,
              name,
              written,
              "Write a day like 2026-01-31, or a time like 2026-01-31T12:00:00Z."));
    }
  }
}
