package eu.trama.city.web.security;

import eu.trama.city.web.OpenPath;
import eu.trama.city.web.Site;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/// Tells whether a request asks for a path that is open. A first part `{city}` stands for the
/// cities that are known and for nothing else, so that `/{city}` opens no page of another name.
final class OpenMatcher {

  /// How patterns of pages of a city begin.
  static final String CITY = "/{city}";

  private OpenMatcher() {}

  static RequestMatcher[] of(HttpMethod method, OpenPath path, Site site) {
    return path.patterns().stream()
        .map(pattern -> matcher(method, pattern, site))
        .toArray(RequestMatcher[]::new);
  }

  private static RequestMatcher matcher(HttpMethod method, String pattern, Site site) {
    var written = PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    return pattern.startsWith(CITY)
        ? request -> written.matches(request) && inKnownCity(request, site)
        : written;
  }

  static boolean inKnownCity(HttpServletRequest request, Site site) {
    return site.cityOfPath(request.getRequestURI()).isPresent();
  }
}
