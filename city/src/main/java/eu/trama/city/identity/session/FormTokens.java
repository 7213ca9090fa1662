package eu.trama.city.identity.session;

import eu.trama.city.web.VisitorTokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;

/// Anti-forgery tokens: of signed-in people in their session, of visitors in a cookie.
@Component
final class FormTokens implements CsrfTokenRepository {

  private static final String HEADER = "X-XSRF-TOKEN";
  private static final String FIELD = "_csrf";

  private final RequestSessions sessions;
  private final VisitorTokens visitors = new VisitorTokens();

  FormTokens(RequestSessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    return visitors.generateToken(request);
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    visitors.saveToken(token, request, response);
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    var session = sessions.find(request);
    return session.isPresent()
        ? new DefaultCsrfToken(HEADER, FIELD, session.get().formToken())
        : visitors.loadToken(request);
  }
}
