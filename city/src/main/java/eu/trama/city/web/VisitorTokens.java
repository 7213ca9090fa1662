package eu.trama.city.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/// Anti-forgery tokens of visitors, who have no session: a double-submit cookie. HttpOnly, since
/// pages carry the token in their forms.
public final class VisitorTokens implements CsrfTokenRepository {

  private final CookieCsrfTokenRepository cookies = new CookieCsrfTokenRepository();

  public VisitorTokens() {
    cookies.setCookieName("trama-form");
    cookies.setCookieCustomizer(c -> c.sameSite("Lax").path("/"));
  }

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    return cookies.generateToken(request);
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    cookies.saveToken(token, request, response);
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    return cookies.loadToken(request);
  }
}
