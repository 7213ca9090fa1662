package eu.trama.city.web.security;

/// A token bucket: it holds `capacity` tokens, each request takes one, and it fills again evenly,
/// from empty to full in `seconds`. Not for several threads at once; [Buckets] takes care of that.
final class Bucket {

  private static final long NANOS = 1_000_000_000L;

  private final Allowance allowance;

  /// What is in the bucket, in parts of a token so small that each nanosecond brings a whole number
  /// of them: as many as the allowance has requests.
  private long parts;

  private long filledAt;

  Bucket(Allowance allowance, long now) {
    this.allowance = allowance;
    this.parts = allowance.requests() * token();
    this.filledAt = now;
  }

  /// Parts of a token; an allowance is bounded so that a full bucket fits into a `long`.
  private long token() {
    return allowance.seconds() * NANOS;
  }

  /// Takes a token if there is one.
  ///
  /// @param now nanoseconds of a clock that never goes back
  Taken take(long now) {
    long passed = Math.clamp(now - filledAt, 0, token());
    long missing = allowance.requests() * token() - parts;
    parts += Math.min(passed * allowance.requests(), missing);
    filledAt = Math.max(filledAt, now);
    boolean let = parts >= token();
    if (let) {
      parts -= token();
    }
    long wanting = Math.max(0, token() - parts);
    long perSecond = allowance.requests() * NANOS;
    return new Taken(let, parts / token(), Math.ceilDiv(wanting, perSecond));
  }

  /// @param left whole tokens that remain
  /// @param seconds until there is one again, 0 where there is
  record Taken(boolean let, long left, long seconds) {}
}
