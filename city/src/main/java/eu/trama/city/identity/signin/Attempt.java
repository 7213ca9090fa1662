package eu.trama.city.identity.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/// A sign-in on its way, kept in a cookie of the browser that began it: what comes back from the
/// provider counts only there (RFC 9700 section 4.7), so that nobody can be signed in unawares as
/// somebody else.
///
/// @param state goes to the provider and comes back
/// @param nonce its hash stands in the ID token
/// @param verifier proves to the provider that the same server asks for the token (RFC 7636)
/// @param back where on this site to lead the person afterwards
record Attempt(String state, String nonce, String verifier, String back) {

  /// Long enough for a second factor that must be found first.
  static final Duration KEPT = Duration.ofMinutes(15);

  private static final int PARTS = 4;

  String cookie() {
    var text = String.join("\n", state, nonce, verifier, back);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Reads a cookie; empty where it is none of ours.
  static Optional<Attempt> of(String cookie) {
    try {
      var text = new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.UTF_8);
      var parts = text.split("\n", -1);
      return parts.length == PARTS
          ? Optional.of(new Attempt(parts[0], parts[1], parts[2], parts[3]))
          : Optional.empty();
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  boolean answeredBy(String returnedState) {
    return MessageDigest.isEqual(
        state.getBytes(StandardCharsets.UTF_8), returnedState.getBytes(StandardCharsets.UTF_8));
  }
}
