package eu.trama.city.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/// A cookie that goes to this host only and that no script can read. Over TLS its name begins with
/// `__Host-`, by which browsers know that no sister domain may have set it (RFC 6265bis).
///
/// @param name without that beginning
public record HostCookie(String name) {

  /// Names the session.
  public static final HostCookie SESSION = new HostCookie("trama-session");

  /// Holds a sign-in on its way, between leaving to the identity provider and coming back.
  public static final HostCookie ATTEMPT = new HostCookie("trama-sign-in");

  private String named(HttpServletRequest request) {
    return request.isSecure() ? "__Host-" + name : name;
  }

  public Optional<String> read(HttpServletRequest request) {
    return Optional.ofNullable(WebUtils.getCookie(request, named(request)))
        .map(cookie -> cookie.getValue());
  }

  /// The header that sets it until the browser is closed.
  public String set(HttpServletRequest request, String value) {
    return header(request, value, Duration.ofSeconds(-1));
  }

  /// The header that sets it for a time.
  public String set(HttpServletRequest request, String value, Duration kept) {
    return header(request, value, kept);
  }

  /// The header that removes it.
  public String clear(HttpServletRequest request) {
    return header(request, "", Duration.ZERO);
  }

  private String header(HttpServletRequest request, String value, Duration kept) {
    return ResponseCookie.from(named(request), value)
        .path("/")
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Lax") // Coming back from the provider is a link from another site.
        .maxAge(kept)
        .build()
        .toString();
  }
}
