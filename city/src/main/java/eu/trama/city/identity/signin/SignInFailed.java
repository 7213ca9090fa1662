package eu.trama.city.identity.signin;

import eu.trama.city.identity.audit.Outcome;

/// A sign-in that came to nothing. Neither message nor cause holds what the provider sent.
final class SignInFailed extends Exception {

  private final Outcome outcome;

  /// @param reason for the log: a code or the kind of failure
  SignInFailed(Outcome outcome, String reason) {
    super(reason);
    this.outcome = outcome;
  }

  Outcome outcome() {
    return outcome;
  }
}
