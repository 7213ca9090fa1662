package eu.trama.city.identity.signin;

import eu.trama.city.identity.access.OidcSettings;
import eu.trama.city.identity.audit.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/// This server as a client of an OpenID Connect provider: authorization code with PKCE, state and
/// nonce. Nothing of it is loaded, and the provider not asked, before somebody signs in.
final class OpenIdConnect {

  private static final String RETURN = "/sign-in/return";

  /// A person waits no longer either.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// The built-in provider is made when it is first asked, which takes a while on a busy machine.
  private static final Duration OWN_PATIENCE = Duration.ofSeconds(60);

  private final OidcSettings settings;
  private final Clock clock;
  private final IntSupplier port;
  private final Discovery discovery;
  private @Nullable ClientRegistration known;

  /// Decoders keep the provider's keys, so there is one of each.
  private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();

  /// @param port on which this server listens, where the built-in provider is
  OpenIdConnect(OidcSettings settings, Clock clock, IntSupplier port) {
    this.settings = settings;
    this.clock = clock;
    this.port = port;
    this.discovery = new Discovery(settings.outside().isPresent() ? PATIENCE : OWN_PATIENCE);
  }

  /// Where to send a browser to sign in, and what to keep until it comes back.
  record Departure(String address, Attempt attempt) {}

  Departure depart(HttpServletRequest request, String back) throws SignInFailed {
    var resolver = new DefaultOAuth2AuthorizationRequestResolver(only(provider()));
    Consumer<OAuth2AuthorizationRequest.Builder> ours =
        settings.outside().isPresent()
            ? builder -> {}
            : builder -> builder.authorizationUri(BaseAddress.of(request) + "/provider/authorize");
    resolver.setAuthorizationRequestCustomizer(
        OAuth2AuthorizationRequestCustomizers.withPkce().andThen(ours));
    var asked = resolver.resolve(request, provider().getRegistrationId());
    if (asked == null) {
      throw new IllegalStateException("the provider is registered");
    }
    return new Departure(
        asked.getAuthorizationRequestUri(),
        new Attempt(
            String.valueOf(asked.getState()),
            text(asked, OidcParameterNames.NONCE),
            text(asked, PkceParameterNames.CODE_VERIFIER),
            back));
  }

  private static String text(OAuth2AuthorizationRequest asked, String attribute) {
    return String.valueOf(asked.<Object>getAttribute(attribute));
  }

  /// Exchanges the code for the ID token and checks it: signature, issuer, audience, time, nonce.
  OidcUser arrive(HttpServletRequest request, Attempt attempt, String code) throws SignInFailed {
    var provider = provider();
    var address = BaseAddress.of(request) + RETURN;
    var asked =
        OAuth2AuthorizationRequest.authorizationCode()
            .authorizationUri(String.valueOf(provider.getProviderDetails().getAuthorizationUri()))
            .clientId(provider.getClientId())
            .redirectUri(address)
            .scopes(provider.getScopes())
            .state(attempt.state())
            .attributes(
                Map.of(
                    OAuth2ParameterNames.REGISTRATION_ID, provider.getRegistrationId(),
                    OidcParameterNames.NONCE, attempt.nonce(),
                    PkceParameterNames.CODE_VERIFIER, attempt.verifier()))
            .build();
    var answer =
        OAuth2AuthorizationResponse.success(code).redirectUri(address).state(attempt.state());
    try {
      var exchange = new OAuth2AuthorizationExchange(asked, answer.build());
      var result = check().authenticate(new OAuth2LoginAuthenticationToken(provider, exchange));
      if (result != null && result.getPrincipal() instanceof OidcUser user) {
        return user;
      }
      throw new SignInFailed(Outcome.REFUSED, "no ID token");
    } catch (OAuth2AuthenticationException e) {
      throw failed(e.getError().getErrorCode(), e);
    } catch (JwtException | ResourceAccessException e) {
      throw failed(e.getClass().getSimpleName(), e);
    }
  }

  private static SignInFailed failed(String reason, Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof java.io.IOException) {
        return new SignInFailed(Outcome.PROVIDER_DOWN, reason);
      }
    }
    return new SignInFailed(Outcome.REFUSED, reason);
  }

  private OidcAuthorizationCodeAuthenticationProvider check() {
    var tokens = new RestClientAuthorizationCodeTokenResponseClient();
    tokens.setRestClient(
        RestClient.builder()
            .requestFactory(discovery.requests())
            .configureMessageConverters(converters ->
                converters
                    .registerDefaults()
                    .addCustomConverter(new FormHttpMessageConverter())
                    .addCustomConverter(
                        new org.springframework.security.oauth2.core.http.converter
                            .OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(
                new org.springframework.security.oauth2.client.http
                    .OAuth2ErrorResponseErrorHandler())
            .build());
    var claims = new DefaultOAuth2UserService();
    var rest = new RestTemplate(discovery.requests());
    rest.setErrorHandler(
        new org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler());
    claims.setRestOperations(rest);
    var people = new OidcUserService();
    people.setOauth2UserService(claims);
    var check = new OidcAuthorizationCodeAuthenticationProvider(tokens, people);
    check.setJwtDecoderFactory(this::idTokens);
    return check;
  }

  private JwtDecoder idTokens(ClientRegistration provider) {
    return decoders.computeIfAbsent(
        "id",
        kind -> {
          var validator = new OidcIdTokenValidator(provider);
          validator.setClock(clock);
          validator.setClockSkew(Discovery.CLOCK_SKEW);
          var decoder = discovery.decoder(provider, clock);
          decoder.setJwtValidator(validator);
          return decoder;
        });
  }

  /// Reads a logout token (OpenID Connect Back-Channel Logout 1.0).
  Jwt logout(String token) throws SignInFailed {
    var provider = provider();
    var decoder =
        decoders.computeIfAbsent(
            "logout",
            kind -> {
              var made = discovery.decoder(provider, clock, "logout+jwt");
              made.setJwtValidator(new LogoutTokenValidator(provider, clock));
              return made;
            });
    try {
      return decoder.decode(token);
    } catch (JwtException e) {
      throw failed(e.getClass().getSimpleName(), e);
    }
  }

  /// Where the provider ends its own session (OpenID Connect RP-Initiated Logout 1.0); empty where
  /// it does not offer that, or does not answer now.
  Optional<String> leave(HttpServletRequest request, String idToken) {
    ClientRegistration provider;
    try {
      provider = provider();
    } catch (SignInFailed down) {
      return Optional.empty(); // Here the person is out all the same.
    }
    var metadata = provider.getProviderDetails().getConfigurationMetadata();
    return metadata.get("end_session_endpoint") instanceof String end
            && settings.outside().isPresent()
        ? Optional.of(
            org.springframework.web.util.UriComponentsBuilder.fromUriString(end)
                .queryParam("id_token_hint", "{token}")
                .queryParam("client_id", "{client}")
                .queryParam("post_logout_redirect_uri", "{back}")
                .encode()
                .buildAndExpand(
                    idToken, provider.getClientId(), BaseAddress.of(request) + "/signed-out")
                .toUriString())
        : Optional.empty();
  }

  private synchronized ClientRegistration provider() throws SignInFailed {
    var provider = known;
    if (provider == null) {
      provider = settings.outside().isPresent() ? outside(settings.outside().get()) : builtIn();
      known = provider;
    }
    return provider;
  }

  private ClientRegistration outside(OidcSettings.Outside outside) throws SignInFailed {
    var builder = discovery.read(outside.issuer()).clientId(outside.clientId());
    return outside.secret() == null
        ? common(builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE))
        : common(builder.clientSecret(outside.secret()));
  }

  private ClientRegistration builtIn() throws SignInFailed {
    return common(
        discovery
            .read("http://127.0.0.1:" + port.getAsInt())
            .clientId("trama")
            .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
            .userInfoUri(null));
  }

  private static ClientRegistration common(ClientRegistration.Builder builder) {
    return builder
        .scope(List.of("openid", "profile"))
        .redirectUri("{baseUrl}" + RETURN)
        .userNameAttributeName("sub")
        .build();
  }

  private static org.springframework.security.oauth2.client.registration
          .ClientRegistrationRepository
      only(ClientRegistration provider) {
    return id -> provider;
  }
}
