package eu.trama.city.identity.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.env.Environment;

/// How people sign in to this server. The built-in provider asks for no password, so that it is
/// there only where nobody but the owner of this machine can reach it: the server must listen on
/// the loopback interface, and each request must come from it, for it, and through no proxy.
public final class SignInWay {

  /// The ways there are.
  public enum Kind {
    /// With the provider that is configured.
    OUTSIDE,
    /// As one of the made-up people.
    BUILT_IN,
    /// Not at all: the server listens elsewhere and no provider is configured.
    NONE
  }

  private final Kind kind;

  private SignInWay(Kind kind) {
    this.kind = kind;
  }

  static SignInWay of(OidcSettings settings, Environment environment) {
    if (settings.outside().isPresent()) {
      return new SignInWay(Kind.OUTSIDE);
    }
    boolean loopback = Local.address(environment.getProperty("server.address", "every"));
    return new SignInWay(loopback ? Kind.BUILT_IN : Kind.NONE);
  }

  public Kind kind() {
    return kind;
  }

  /// Whether whoever makes this request can sign in, and be signed in.
  public boolean openTo(HttpServletRequest request) {
    return switch (kind) {
      case OUTSIDE -> true;
      case BUILT_IN -> Local.request(request);
      case NONE -> false;
    };
  }
}
