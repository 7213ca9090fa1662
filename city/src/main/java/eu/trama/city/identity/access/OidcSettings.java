package eu.trama.city.identity.access;

import eu.trama.city.identity.Role;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which identity provider people sign in with: the one that `TRAMA_OIDC_ISSUER` names, or the
/// built-in one.
public record OidcSettings(Optional<Outside> outside) {

  private static final String PREFIX = "TRAMA_OIDC_";
  private static final String BUILT_IN = "built-in";

  /// A provider of the city's own.
  ///
  /// @param issuer its issuer identifier, below which its configuration lies
  /// @param secret null for a public client, which PKCE alone protects
  /// @param rolesClaim claim that lists a person's roles; dots lead inside, as in
  ///   `realm_access.roles`
  /// @param roleNames what the provider calls a role, where that is not our key
  public record Outside(
      String issuer,
      String clientId,
      @Nullable String secret,
      String rolesClaim,
      Map<String, Role> roleNames) {

    /// No secret: settings may end up in a log.
    @Override
    public String toString() {
      return "provider " + issuer + ", client " + clientId;
    }
  }

  /// What stands for the provider beside a person's subject in the store.
  public String issuerName() {
    return outside.map(Outside::issuer).orElse(BUILT_IN);
  }

  /// Reads the settings through `lookup`, Spring's environment.
  ///
  /// @throws IllegalArgumentException with what to do, where they cannot be used
  public static OidcSettings from(Function<String, @Nullable String> lookup) {
    var issuer = value(lookup, "ISSUER");
    if (issuer.isEmpty()) {
      return new OidcSettings(Optional.empty());
    }
    return new OidcSettings(
        Optional.of(
            new Outside(
                checked(issuer.get()),
                value(lookup, "CLIENT_ID")
                    .orElseThrow(() ->
                        new IllegalArgumentException(
                            "TRAMA_OIDC_ISSUER is set: set TRAMA_OIDC_CLIENT_ID too, the name"
                                + " under which that provider knows this server.")),
                secret(lookup).orElse(null),
                value(lookup, "ROLES_CLAIM").orElse("roles"),
                roleNames(value(lookup, "ROLE_NAMES").orElse("")))));
  }

  private static String checked(String issuer) {
    URI uri;
    try {
      uri = URI.create(issuer);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("TRAMA_OIDC_ISSUER is not an address: " + issuer, e);
    }
    boolean safe =
        "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && local(uri));
    if (uri.getHost() == null || !safe) {
      throw new IllegalArgumentException(
          "TRAMA_OIDC_ISSUER must begin with https:// (http:// on this machine only): " + issuer);
    }
    return issuer;
  }

  private static boolean local(URI uri) {
    return Local.host(String.valueOf(uri.getHost()));
  }

  private static Optional<String> secret(Function<String, @Nullable String> lookup) {
    var file = value(lookup, "CLIENT_SECRET_FILE");
    if (file.isEmpty()) {
      return value(lookup, "CLIENT_SECRET");
    }
    try {
      return Optional.of(Files.readString(Path.of(file.get())).strip());
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "TRAMA_OIDC_CLIENT_SECRET_FILE cannot be read: " + file.get(), e);
    }
  }

  /// Reads `urbanisme=planner,informatica=operator`.
  private static Map<String, Role> roleNames(String text) {
    var names = new LinkedHashMap<String, Role>();
    for (String pair : text.split(",", -1)) {
      if (!pair.isBlank()) {
        int equals = pair.lastIndexOf('=');
        var key = pair.substring(equals + 1).strip();
        var role = Role.ofKey(key);
        if (equals < 1 || role.isEmpty()) {
          throw new IllegalArgumentException(
              "TRAMA_OIDC_ROLE_NAMES takes pairs such as urbanisme=planner; not: " + pair);
        }
        names.put(pair.substring(0, equals).strip(), role.get());
      }
    }
    return Map.copyOf(names);
  }

  private static Optional<String> value(Function<String, @Nullable String> lookup, String name) {
    return Optional.ofNullable(lookup.apply(PREFIX + name))
        .map(String::strip)
        .filter(v -> !v.isEmpty());
  }
}
