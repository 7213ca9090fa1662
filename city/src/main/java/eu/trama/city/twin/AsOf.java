package eu.trama.city.twin;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A point in both times of the twin: what was true in the city at `valid`, as far as the twin had
/// learned by `known`. Snodgrass, "Developing Time-Oriented Database Applications in SQL" (2000),
/// calls them valid and transaction time. Kept to the microsecond, which is what the store keeps.
public record AsOf(Instant valid, Instant known) {

  public AsOf {
    valid = valid.truncatedTo(ChronoUnit.MICROS);
    known = known.truncatedTo(ChronoUnit.MICROS);
  }

  public static AsOf now(java.time.Clock clock) {
    Instant now = clock.instant();
    return new AsOf(now, now);
  }
}
