package eu.trama.city.identity.provider;

import eu.trama.city.identity.access.SignInWay;
import eu.trama.city.web.Reason;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Leads to the built-in provider, which is built when the first one asks, and lets nobody through
/// for whom it is not meant.
final class ProviderDoor extends OncePerRequestFilter {

  private final SignInWay way;
  private final Supplier<Filter> builder;
  private @Nullable Filter built;

  ProviderDoor(SignInWay way, Supplier<Filter> builder) {
    this.way = way;
    this.builder = builder;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (way.kind() == SignInWay.Kind.BUILT_IN && way.openTo(request)) {
      provider().doFilter(request, response, chain);
      return;
    }
    Reason.PROVIDER.note(request);
    response.sendError(HttpStatus.FORBIDDEN.value());
  }

  private synchronized Filter provider() {
    var provider = built;
    if (provider == null) {
      provider = builder.get();
      built = provider;
    }
    return provider;
  }
}
