package eu.trama.city.identity.provider;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/// Spring Authorization Server with made-up people for users. It keeps no session of its own: each
/// time, a person is chosen on a page, which sends the provider's question again together with the
/// answer.
final class BuiltInProvider {

  private static final String AUTHORIZE = "/provider/authorize";

  private BuiltInProvider() {}

  /// Builds it, which loads several hundred classes.
  ///
  /// @param port on which the server listens
  static Filter build(HttpSecurity http, ProviderKeys keys, int port) {
    JWKSource<SecurityContext> source = new ImmutableJWKSet<>(keys.keys());
    var tokens = new JwtGenerator(new NimbusJwtEncoder(source));
    tokens.setJwtCustomizer(BuiltInProvider::describe);
    http.setSharedObject(JWKSource.class, source);
    http.oauth2AuthorizationServer(server ->
            server
                .registeredClientRepository(new InMemoryRegisteredClientRepository(client(port)))
                .authorizationService(new FewAuthorizations())
                .authorizationServerSettings(
                    AuthorizationServerSettings.builder()
                        .issuer("http://127.0.0.1:" + port)
                        .authorizationEndpoint(AUTHORIZE)
                        .tokenEndpoint("/provider/token")
                        .jwkSetEndpoint("/provider/keys")
                        .build())
                .tokenGenerator(tokens)
                .oidc(Customizer.withDefaults()))
        .oauth2ResourceServer(
            self -> self.jwt(own -> own.decoder(NimbusJwtDecoder.withJwkSource(source).build())))
        .authorizeHttpRequests(any -> any.anyRequest().authenticated())
        .csrf(AbstractHttpConfigurer::disable) // A person is chosen anew for each question.
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .securityContext(c -> c.securityContextRepository(new NullSecurityContextRepository()))
        .requestCache(AbstractHttpConfigurer::disable)
        .addFilterAfter(new Chosen(), SecurityContextHolderFilter.class)
        .exceptionHandling(
            e -> e.authenticationEntryPoint((request, response, none) -> ask(request, response)));
    return new FilterChainProxy(http.build());
  }

  private static RegisteredClient client(int port) {
    var client =
        RegisteredClient.withId("trama")
            .clientId("trama")
            .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .scope("openid")
            .scope("profile")
            .clientSettings(
                ClientSettings.builder()
                    .requireProofKey(true)
                    .requireAuthorizationConsent(false)
                    .build());
    for (String host : List.of("localhost", "127.0.0.1", "[::1]")) {
      client.redirectUri("http://" + host + ":" + port + "/sign-in/return");
    }
    return client.build();
  }

  private static void describe(JwtEncodingContext context) {
    if (context.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
      Authentication chosen = context.getPrincipal();
      var person = DemoPerson.ofKey(chosen == null ? "" : chosen.getName()).orElseThrow();
      context
          .getClaims()
          .claim("name", person.marked())
          .claim("roles", List.of(person.role().key()));
    }
  }

  private static void ask(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!request.getRequestURI().equals(AUTHORIZE)) {
      response.sendError(HttpStatus.NOT_FOUND.value());
      return;
    }
    var query = request.getQueryString();
    response.setStatus(HttpStatus.SEE_OTHER.value());
    response.setHeader(
        HttpHeaders.LOCATION,
        URI.create("/sign-in/demo" + (query == null ? "" : "?" + query)).toString());
  }

  /// When the person was chosen, which the ID token tells as `auth_time`.
  private static FactorGrantedAuthority chosenNow() {
    return FactorGrantedAuthority.withAuthority("FACTOR_CHOICE").build();
  }

  /// Takes the person that was chosen for the one who is at the browser, for this request.
  private static final class Chosen extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      if (request.getRequestURI().equals(AUTHORIZE) && request.getMethod().equals("POST")) {
        var key = request.getParameter("person");
        DemoPerson.ofKey(key == null ? "" : key)
            .ifPresent(person -> {
              var context = SecurityContextHolder.createEmptyContext();
              context.setAuthentication(
                  UsernamePasswordAuthenticationToken.authenticated(
                      person.key(), null, List.of(chosenNow())));
              SecurityContextHolder.setContext(context);
            });
      }
      chain.doFilter(request, response);
    }
  }
}
