package eu.trama.city.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;

/// Kinds of request that are limited apart from each other, since they cost differently.
public enum RequestKind {
  /// Looking at pages and taking data.
  READ,
  /// Sending forms.
  WRITE,
  /// Asking a model for a computation.
  COMPUTE,
  /// Beginning or ending a sign-in.
  SIGN_IN;

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /// The kind that a request is of.
  public static RequestKind of(HttpServletRequest request) {
    var path = request.getRequestURI();
    if (path.startsWith("/sign-in") || path.startsWith("/provider/")) {
      return SIGN_IN;
    }
    if (READING.contains(request.getMethod())) {
      return READ;
    }
    return path.endsWith("/run") || path.endsWith("/execution") ? COMPUTE : WRITE;
  }

  /// What stands for it in settings, headers and messages, such as `sign-in`.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
