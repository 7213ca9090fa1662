package eu.trama.city.web.shell;

import eu.trama.city.web.Accounts;
import eu.trama.city.web.Language;
import eu.trama.city.web.Site;
import eu.trama.city.web.Theme;
import eu.trama.city.web.Visit;
import eu.trama.city.web.Visits;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.WebUtils;

/// Gives a controller method its [Visit]. The language is that of `?lang=`, else of the cookie,
/// else of `Accept-Language`.
final class VisitResolver implements HandlerMethodArgumentResolver, Visits {

  private final Site site;
  private final Accounts accounts;

  VisitResolver(Site site, Accounts accounts) {
    this.site = site;
    this.accounts = accounts;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Visit.class;
  }

  @Override
  public Visit resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders) {
    var request = web.getNativeRequest(HttpServletRequest.class);
    if (request == null) {
      throw new IllegalStateException("a page is only drawn for an HTTP request");
    }
    return of(request);
  }

  @Override
  public Visit of(HttpServletRequest request) {
    var path = path(request);
    var language = language(request);
    return new Visit(
        site,
        language,
        cookie(request, Cookies.THEME).flatMap(Theme::ofKey).orElse(Theme.AUTO),
        site.cityOfPath(path),
        address(path, request),
        Optional.ofNullable((CsrfToken) request.getAttribute(CsrfToken.class.getName())),
        accounts.of(request, site.messages().in(language)));
  }

  /// On an error page this is the path that was asked for, not that of the error page.
  private static String path(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
        ? asked
        : request.getRequestURI();
  }

  private static Language language(HttpServletRequest request) {
    return query(request)
        .flatMap(VisitResolver::languageParameter)
        .or(() -> cookie(request, Cookies.LANGUAGE).flatMap(Language::ofTag))
        .orElseGet(() ->
            Language.accepted(
                Optional.ofNullable(request.getHeader("Accept-Language")).orElse("")));
  }

  /// Read from the query itself: asking for a parameter would parse a form body that may be
  /// refused.
  private static Optional<Language> languageParameter(String query) {
    return Arrays.stream(query.split("&"))
        .filter(p -> p.startsWith("lang="))
        .map(p -> p.substring("lang=".length()))
        .findFirst()
        .flatMap(Language::ofTag);
  }

  private static Optional<String> query(HttpServletRequest request) {
    return Optional.ofNullable(request.getQueryString());
  }

  private static Optional<String> cookie(HttpServletRequest request, String name) {
    return Optional.ofNullable(WebUtils.getCookie(request, name)).map(c -> c.getValue());
  }

  private static String address(String path, HttpServletRequest request) {
    var kept =
        Arrays.stream(query(request).orElse("").split("&"))
            .filter(p -> !p.isEmpty() && !p.startsWith("lang="))
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? path : path + "?" + kept;
  }
}
