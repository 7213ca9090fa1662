package eu.trama.city.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Where this site is, as the browser of a request sees it.
final class BaseAddress {

  private BaseAddress() {}

  /// Scheme, host and port, without a slash at the end.
  static String of(HttpServletRequest request) {
    return ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
  }
}
