package eu.trama.city.identity.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/// What a logout token must hold (OpenID Connect Back-Channel Logout 1.0, section 2.6). An ID token
/// is none, whoever signed it.
final class LogoutTokenValidator implements OAuth2TokenValidator<Jwt> {

  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

  /// A provider sends it at once; an old one was kept by somebody.
  private static final Duration FRESH = Duration.ofMinutes(5);

  private final ClientRegistration provider;
  private final Clock clock;

  LogoutTokenValidator(ClientRegistration provider, Clock clock) {
    this.provider = provider;
    this.clock = clock;
  }

  @Override
  public OAuth2TokenValidatorResult validate(Jwt token) {
    var wrong = new ArrayList<String>();
    var audience = token.getAudience();
    if (audience == null || !audience.contains(provider.getClientId())) {
      wrong.add("aud");
    }
    if (!String.valueOf(provider.getProviderDetails().getIssuerUri())
        .equals(token.getClaimAsString("iss"))) {
      wrong.add("iss");
    }
    if (!(token.getClaims().get("events") instanceof Map<?, ?> events)
        || !events.containsKey(EVENT)) {
      wrong.add("events");
    }
    if (token.hasClaim("nonce")) {
      wrong.add("nonce");
    }
    if (!token.hasClaim("sub") && !token.hasClaim("sid")) {
      wrong.add("sub");
    }
    var now = clock.instant();
    var issued = token.getIssuedAt();
    var expires = token.getExpiresAt();
    if (issued == null
        || issued.isAfter(now.plus(Discovery.CLOCK_SKEW))
        || issued.isBefore(now.minus(FRESH))) {
      wrong.add("iat");
    }
    if (expires != null && expires.isBefore(now.minus(Discovery.CLOCK_SKEW))) {
      wrong.add("exp");
    }
    return wrong.isEmpty()
        ? OAuth2TokenValidatorResult.success()
        : OAuth2TokenValidatorResult.failure(
            List.of(new OAuth2Error("invalid_logout_token", String.join(" ", wrong), null)));
  }
}
