package eu.trama.city.web.security;

import eu.trama.city.web.Refusals;
import eu.trama.city.web.RequestKind;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Limits how often one visitor address or signed-in person may ask, each [RequestKind] apart. The
/// answer tells what is left (`RateLimit`, `RateLimit-Policy`:
/// draft-ietf-httpapi-ratelimit-headers) and, when refused with 429, how many seconds to wait
/// (`Retry-After`, RFC 9110).
///
/// Static files are not counted. Reading and signing in on this machine itself are not either: that
/// is its owner, or a proxy that does not say for whom it asks.
final class Throttle extends OncePerRequestFilter {

  private static final Set<RequestKind> UNCOUNTED_HERE =
      Set.of(RequestKind.READ, RequestKind.SIGN_IN);

  private final Map<RequestKind, Buckets> buckets = new EnumMap<>(RequestKind.class);
  private final Refusals refusals;
  private final LongSupplier nanos;

  Throttle(RateSettings settings, Refusals refusals, LongSupplier nanos) {
    for (RequestKind kind : RequestKind.values()) {
      buckets.put(kind, new Buckets(settings.of(kind), settings.callers()));
    }
    this.refusals = refusals;
    this.nanos = nanos;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var path = request.getRequestURI();
    return path.startsWith("/assets/")
        || path.startsWith("/webjars/")
        || (Caller.onThisMachine(request) && UNCOUNTED_HERE.contains(RequestKind.of(request)));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var kind = RequestKind.of(request);
    var ofKind = buckets.get(kind);
    if (ofKind == null) {
      throw new IllegalStateException("no buckets for " + kind);
    }
    var taken = ofKind.take(who(request), nanos.getAsLong());
    var allowance = ofKind.allowance();
    response.setHeader(
        "RateLimit-Policy",
        "\"%s\";q=%d;w=%d".formatted(kind.key(), allowance.requests(), allowance.seconds()));
    response.setHeader(
        "RateLimit", "\"%s\";r=%d;t=%d".formatted(kind.key(), taken.left(), taken.seconds()));
    if (taken.let()) {
      chain.doFilter(request, response);
      return;
    }
    refusals.count(kind);
    response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(taken.seconds()));
    response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
  }

  private static String who(HttpServletRequest request) {
    var person = SecurityContextHolder.getContext().getAuthentication();
    return person == null ? Caller.network(request) : "person " + person.getName();
  }
}
