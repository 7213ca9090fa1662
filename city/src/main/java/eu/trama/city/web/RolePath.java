package eu.trama.city.web;

import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;

/// Paths that only signed-in people with one of some roles may use. It goes before every
/// [OpenPath]: what is open as `/{city}` does not open `/operator`. Modules make one through the
/// identity module, which knows the roles.
///
/// @param methods the request methods meant
/// @param patterns Spring path patterns, such as `/operator/**`
/// @param authorities any one of these lets in
public record RolePath(Set<HttpMethod> methods, List<String> patterns, Set<String> authorities) {

  public RolePath {
    if (authorities.isEmpty()) {
      throw new IllegalArgumentException("a path without roles is closed anyway: " + patterns);
    }
  }
}
