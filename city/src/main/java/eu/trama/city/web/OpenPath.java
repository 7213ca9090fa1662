package eu.trama.city.web;

import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;

/// Paths that anybody may use without signing in. Every path that no bean of this type lists is
/// closed.
///
/// @param methods the request methods that are open
/// @param patterns Spring path patterns, such as `/{city}/map/**`; a first part `{city}` stands for
///   the cities that are known, and for no other word
public record OpenPath(Set<HttpMethod> methods, List<String> patterns) {

  /// Open for reading: GET and HEAD.
  public static OpenPath reading(String... patterns) {
    return new OpenPath(Set.of(HttpMethod.GET, HttpMethod.HEAD), List.of(patterns));
  }

  /// Open for sending a form or a JSON document by POST; the anti-forgery token stays required.
  public static OpenPath posting(String... patterns) {
    return new OpenPath(Set.of(HttpMethod.POST), List.of(patterns));
  }
}
