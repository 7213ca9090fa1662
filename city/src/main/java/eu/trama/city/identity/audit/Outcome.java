package eu.trama.city.identity.audit;

import java.util.Arrays;
import java.util.Locale;

/// How a sign-in or sign-out came out.
public enum Outcome {
  /// The person is in.
  SIGNED_IN,
  /// The person, or the provider, broke it off.
  CANCELLED,
  /// Nobody here had begun what came back, or it had begun too long ago.
  UNKNOWN_ATTEMPT,
  /// What the provider sent did not hold: signature, issuer, audience, time or nonce.
  REFUSED,
  /// The provider did not answer.
  PROVIDER_DOWN,
  /// The person left one session.
  SIGNED_OUT,
  /// The person left all of them.
  SIGNED_OUT_EVERYWHERE,
  /// An operator ended a session.
  ENDED_BY_OPERATOR,
  /// The provider ended its session and with it ours.
  ENDED_BY_PROVIDER;

  /// What stands for it in the log's table and in messages.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Outcome ofKey(String key) {
    return Arrays.stream(values())
        .filter(o -> o.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("an outcome of a newer version: " + key));
  }
}
