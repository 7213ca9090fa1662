package eu.trama.city.web.security;

import eu.trama.city.web.Site;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Answers a refused request truthfully: 404 where there is nothing, 405 where another method is
/// meant, 403 where something is closed or a form's token is missing or old.
final class Refusal implements AccessDeniedHandler, AuthenticationEntryPoint {

  /// Request attribute that tells the error page that a form's token was the reason.
  static final String STALE_FORM = "trama.stale-form";

  private final RequestMappingHandlerMapping handlers;
  private final Site site;

  Refusal(RequestMappingHandlerMapping handlers, Site site) {
    this.handlers = handlers;
    this.site = site;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
      throws IOException {
    if (refused instanceof CsrfException) {
      request.setAttribute(STALE_FORM, true);
      response.sendError(HttpStatus.FORBIDDEN.value());
    } else {
      refuse(request, response);
    }
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException none)
      throws IOException {
    refuse(request, response);
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.sendError(status(request, response).value());
  }

  private HttpStatus status(HttpServletRequest request, HttpServletResponse response) {
    try {
      boolean nothing = handlers.getHandler(request) == null || ofUnknownCity(request);
      return nothing ? HttpStatus.NOT_FOUND : HttpStatus.FORBIDDEN;
    } catch (HttpRequestMethodNotSupportedException e) {
      var allowed = e.getSupportedMethods();
      if (allowed != null) {
        response.setHeader("Allow", String.join(", ", allowed));
      }
      return HttpStatus.METHOD_NOT_ALLOWED;
    } catch (Exception unclear) {
      return HttpStatus.FORBIDDEN; // Whatever it is, it is closed.
    }
  }

  /// Whether the page that was asked for would be one of a city, and there is no such city.
  private boolean ofUnknownCity(HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
            instanceof String pattern
        && pattern.startsWith(OpenMatcher.CITY)
        && !OpenMatcher.inKnownCity(request, site);
  }
}
