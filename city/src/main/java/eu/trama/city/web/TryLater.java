package eu.trama.city.web;

import java.time.Duration;

/// Refuses what would be taken later as it is: answered with 429, the reason in words and, in
/// `Retry-After` (RFC 9110), how long to wait.
public final class TryLater extends RuntimeException {

  private final Reason reason;
  private final Duration patience;

  /// @param reason whose words the error page has
  public TryLater(Reason reason, Duration patience) {
    super("refused for now: " + reason.key());
    this.reason = reason;
    this.patience = patience;
  }

  public Reason reason() {
    return reason;
  }

  public Duration patience() {
    return patience;
  }
}
