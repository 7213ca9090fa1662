package eu.trama.city.identity.session;

import eu.trama.city.identity.SignedIn;
import eu.trama.city.identity.access.SignInWay;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/// The session of a request, for the security checks. The store is asked once a request, and only
/// when somebody wants to know.
@Component
public final class RequestSessions implements SecurityContextRepository {

  private static final String FOUND = "trama.session";

  private final Sessions sessions;
  private final SignInWay way;

  RequestSessions(Sessions sessions, SignInWay way) {
    this.sessions = sessions;
    this.way = way;
  }

  /// The session whose cookie the request carries.
  public Optional<Session> find(HttpServletRequest request) {
    if (request.getAttribute(FOUND) instanceof Optional<?> known) {
      return known.map(Session.class::cast);
    }
    Optional<Session> found =
        way.openTo(request)
            ? HostCookie.SESSION.read(request).flatMap(sessions::use)
            : Optional.empty();
    request.setAttribute(FOUND, found);
    return found;
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new Later(request);
  }

  private final class Later implements DeferredSecurityContext {
    private final HttpServletRequest request;
    private @Nullable SecurityContext context;

    private Later(HttpServletRequest request) {
      this.request = request;
    }

    @Override
    public SecurityContext get() {
      var known = context;
      if (known == null) {
        known =
            find(request)
                .map(session -> new SecurityContextImpl(new SignedIn(session.person())))
                .orElseGet(SecurityContextImpl::new);
        context = known;
      }
      return known;
    }

    @Override
    public boolean isGenerated() {
      return find(request).isEmpty();
    }
  }

  @Override
  @SuppressWarnings("deprecation") // The interface asks for it; the checks use the other one.
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return loadDeferredContext(holder.getRequest()).get();
  }

  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    // A session begins by signing in and in no other way.
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return find(request).isPresent();
  }
}
