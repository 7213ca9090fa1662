package eu.trama.city.web.security;

import eu.trama.city.web.NotYours;
import eu.trama.city.web.Reason;
import eu.trama.city.web.Site;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Answers a refused request truthfully: 404 where there is nothing, 405 where another method is
/// meant, 403 where something is closed or a form's token is missing or old. A visitor who looks
/// for a page that is for signed-in people is led to sign in.
final class Refusal implements AccessDeniedHandler, AuthenticationEntryPoint {

  private final RequestMappingHandlerMapping handlers;
  private final Site site;
  private final RequestMatcher forRoles;

  /// @param forRoles what only signed-in people may use
  Refusal(RequestMappingHandlerMapping handlers, Site site, RequestMatcher forRoles) {
    this.handlers = handlers;
    this.site = site;
    this.forRoles = forRoles;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
      throws IOException {
    if (refused instanceof CsrfException) {
      forbid(Reason.FORM, request, response);
    } else if (refused instanceof NotYours) {
      forbid(Reason.OWNED, request, response);
    } else {
      refuse(request, response);
    }
  }

  private static void forbid(
      Reason reason, HttpServletRequest request, HttpServletResponse response) throws IOException {
    reason.note(request);
    response.sendError(HttpStatus.FORBIDDEN.value());
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException none)
      throws IOException {
    if (none.getCause() instanceof NotYours) {
      forbid(Reason.OWNED, request, response);
    } else if (signInHelps(request)) {
      response.setStatus(HttpStatus.SEE_OTHER.value());
      response.setHeader(HttpHeaders.LOCATION, "/sign-in?back=" + asParameter(request));
    } else {
      refuse(request, response);
    }
  }

  /// Somebody who looks for a page that is for signed-in people is led to sign in; a form, or a
  /// program, is refused.
  private boolean signInHelps(HttpServletRequest request) {
    return forRoles.matches(request)
        && request.getMethod().equals("GET")
        && Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT))
            .filter(accept -> accept.contains(MediaType.TEXT_HTML_VALUE))
            .isPresent();
  }

  private static String asParameter(HttpServletRequest request) {
    var query = request.getQueryString();
    var address = request.getRequestURI() + (query == null ? "" : "?" + query);
    return URLEncoder.encode(address, StandardCharsets.UTF_8);
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
