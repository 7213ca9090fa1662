package eu.trama.city.web.shell;

import java.time.Duration;
import org.springframework.http.ResponseCookie;

/// The two cookies that keep a visitor's choices. They name nobody, so they need no consent.
final class Cookies {

  static final String LANGUAGE = "trama-language";
  static final String THEME = "trama-theme";

  private static final Duration KEPT = Duration.ofDays(365);

  private Cookies() {}

  static String header(String name, String value, boolean secure) {
    return ResponseCookie.from(name, value)
        .path("/")
        .maxAge(KEPT)
        .httpOnly(true)
        .secure(secure)
        .sameSite("Lax")
        .build()
        .toString();
  }
}
