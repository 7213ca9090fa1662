package eu.trama.city.identity.signin;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import eu.trama.city.identity.audit.Outcome;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/// Asks a provider for its configuration and keys, and waits for it no longer than a person would.
final class Discovery {

  /// The clocks of two machines may differ by so much.
  static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

  private static final Duration CONNECTING = Duration.ofSeconds(5);

  private final JdkClientHttpRequestFactory requests;

  /// @param patience how long to wait for an answer
  Discovery(Duration patience) {
    this.requests =
        new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(CONNECTING).build());
    requests.setReadTimeout(patience);
  }

  JdkClientHttpRequestFactory requests() {
    return requests;
  }

  /// What the provider says of itself (OpenID Connect Discovery 1.0 section 4).
  ///
  /// @throws SignInFailed where it does not answer, or is not the one that is configured
  ClientRegistration.Builder read(String issuer) throws SignInFailed {
    Map<String, Object> configuration;
    try {
      configuration =
          RestClient.builder()
              .requestFactory(requests)
              .build()
              .get()
              .uri(issuer.replaceAll("/$", "") + "/.well-known/openid-configuration")
              .retrieve()
              .body(new ParameterizedTypeReference<Map<String, Object>>() {});
    } catch (RestClientException e) {
      throw new SignInFailed(Outcome.PROVIDER_DOWN, "no configuration from " + issuer);
    }
    if (configuration == null || !issuer.equals(configuration.get("issuer"))) {
      throw new SignInFailed(
          Outcome.REFUSED, "the provider at " + issuer + " calls itself otherwise");
    }
    try {
      return ClientRegistrations.fromOidcConfiguration(configuration).registrationId("city");
    } catch (IllegalArgumentException e) {
      throw new SignInFailed(Outcome.REFUSED, "configuration of " + issuer + " cannot be used");
    }
  }

  /// Checks the signature of what the provider signs, with a public key of its own: a key that both
  /// know, or none, is never taken.
  ///
  /// @param types values of the header `typ` that are taken, besides none and `JWT`
  NimbusJwtDecoder decoder(ClientRegistration provider, Clock clock, String... types) {
    var taken =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(JOSEObjectType.JWT, null),
                Arrays.stream(types).map(JOSEObjectType::new))
            .toArray(JOSEObjectType[]::new);
    var decoder =
        NimbusJwtDecoder.withJwkSetUri(String.valueOf(provider.getProviderDetails().getJwkSetUri()))
            .jwsAlgorithms(all -> all.addAll(List.of(SignatureAlgorithm.values())))
            .jwtProcessorCustomizer(processor ->
                processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(taken)))
            .restOperations(new RestTemplate(requests))
            .build();
    decoder.setClaimSetConverter(
        new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
    return decoder;
  }
}
