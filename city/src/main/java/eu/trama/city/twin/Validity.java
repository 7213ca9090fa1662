package eu.trama.city.twin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A stretch of valid time, both ends part of it; null is open.
public record Validity(@Nullable Instant from, @Nullable Instant to) {

  public static Validity at(Instant instant) {
    return new Validity(instant, instant);
  }

  public boolean isInstant() {
    return from != null && from.equals(to);
  }
}
