package eu.trama.city.web.security;

/// A token bucket: it holds `capacity` tokens, each request takes one, and it fills again evenly,
/// from empty to full in `seconds`. Not for several threads at once; [Buckets] takes care of that.
final class Bucket {

  private static final double NANOS = 1e9;

  private final Allowance allowance;
  private double tokens;
  private long filledAt;

  Bucket(Allowance allowance, long now) {
    this.allowance = allowance;
    this.tokens = allowance.requests();
    this.filledAt = now;
  }

  /// Takes a token if there is one.
  ///
  /// @param now nanoseconds of a clock that never goes back
  Taken take(long now) {
    double perNano = allowance.requests() / (allowance.seconds() * NANOS);
    tokens = Math.min(allowance.requests(), tokens + Math.max(0, now - filledAt) * perNano);
    filledAt = Math.max(filledAt, now);
    boolean let = tokens >= 1;
    if (let) {
      tokens--;
    }
    double missing = Math.max(0, 1 - tokens);
    return new Taken(let, (long) tokens, (long) Math.ceil(missing / perNano / NANOS));
  }

  /// @param left whole tokens that remain
  /// @param seconds until there is one again, 0 where there is
  record Taken(boolean let, long left, long seconds) {}
}
