package eu.trama.city.identity.provider;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/// The last sign-ins at the built-in provider: a code is exchanged within seconds, and nothing is
/// asked of it afterwards.
final class FewAuthorizations implements OAuth2AuthorizationService {

  private static final int MOST = 200;

  private final Map<String, OAuth2Authorization> kept =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, OAuth2Authorization> eldest) {
          return size() > MOST;
        }
      };

  @Override
  public synchronized void save(OAuth2Authorization authorization) {
    kept.put(authorization.getId(), authorization);
  }

  @Override
  public synchronized void remove(OAuth2Authorization authorization) {
    kept.remove(authorization.getId());
  }

  @Override
  public synchronized @Nullable OAuth2Authorization findById(String id) {
    return kept.get(id);
  }

  @Override
  public synchronized @Nullable OAuth2Authorization findByToken(
      String token, @Nullable OAuth2TokenType type) {
    return kept.values().stream()
        .filter(each -> each.getToken(token) != null)
        .findFirst()
        .orElse(null);
  }
}
