package eu.trama.city.web.security;

import eu.trama.city.web.OpenPath;
import eu.trama.city.web.ProvenPath;
import eu.trama.city.web.RolePath;
import eu.trama.city.web.Site;
import eu.trama.city.web.VisitorTokens;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Who may ask for what: every path is closed that no [RolePath] or [OpenPath] opens, every form
/// carries an anti-forgery token, every answer tells the browser to trust only this site.
///
/// No session is kept for visitors (docs/decisions/0006-no-session-for-visitors.md); who has signed
/// in is told by the identity module.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WayIn {

  /// No inline script or style, nothing from another host. `data:` images are the arrows and ticks
  /// that style sheets draw.
  static final String CONTENT_POLICY =
      String.join(
          "; ",
          "default-src 'self'",
          "img-src 'self' data: blob:",
          "object-src 'none'",
          "base-uri 'none'",
          "form-action 'self'",
          "frame-ancestors 'none'");

  /// Everything that a page of ours does not use.
  static final String PERMISSIONS =
      "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
          + " magnetometer=(), microphone=(), payment=(), usb=()";

  @Bean
  SecurityFilterChain checks(
      HttpSecurity http,
      ObjectProvider<OpenPath> open,
      Site site,
      ObjectProvider<RolePath> roles,
      ObjectProvider<SecurityContextRepository> people,
      ObjectProvider<CsrfTokenRepository> tokens,
      ObjectProvider<ProvenPath> proven,
      Throttle throttle,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers) {
    var forRoles = roles.stream().toList();
    var refusal = new Refusal(handlers, site, matcher(forRoles));
    http.authorizeHttpRequests(
            paths -> {
              paths.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC).permitAll();
              // The error page is drawn for errors; nobody asks for it, though `/{city}` matches
              // it.
              paths.requestMatchers("/error").denyAll();
              for (RolePath path : forRoles) {
                var patterns = path.patterns().toArray(String[]::new);
                var any = path.authorities().toArray(String[]::new);
                for (HttpMethod method : path.methods()) {
                  paths.requestMatchers(method, patterns).hasAnyAuthority(any);
                }
              }
              for (OpenPath path : open.stream().toList()) {
                for (HttpMethod method : path.methods()) {
                  paths.requestMatchers(OpenMatcher.of(method, path, site)).permitAll();
                }
              }
              paths.anyRequest().denyAll();
            })
        .csrf(csrf ->
            csrf.csrfTokenRepository(tokens.getIfAvailable(VisitorTokens::new))
                .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler())
                .ignoringRequestMatchers(
                    proven.stream().flatMap(p -> p.patterns().stream()).toArray(String[]::new)))
        .securityContext(c ->
            c.securityContextRepository(people.getIfAvailable(NullSecurityContextRepository::new)))
        .addFilterAfter(throttle, SecurityContextHolderFilter.class)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .exceptionHandling(e -> e.accessDeniedHandler(refusal).authenticationEntryPoint(refusal))
        .headers(WayIn::headers);
    return http.build();
  }

  private static RequestMatcher matcher(List<RolePath> paths) {
    var patterns = PathPatternRequestMatcher.withDefaults();
    var each =
        paths.stream()
            .flatMap(path -> path.patterns().stream())
            .<RequestMatcher>map(patterns::matcher)
            .toList();
    return request -> each.stream().anyMatch(one -> one.matches(request));
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(c -> c.policyDirectives(CONTENT_POLICY))
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
        .referrerPolicy(r -> r.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
        .permissionsPolicyHeader(p -> p.policy(PERMISSIONS))
        .crossOriginOpenerPolicy(c -> c.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .crossOriginResourcePolicy(c -> c.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
        // Not `no-store`: it would stop a browser from going back to a half-filled form.
        .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
        .addHeaderWriter((request, response) -> {
          if (!response.containsHeader("Cache-Control")) {
            response.setHeader("Cache-Control", "private, no-cache");
          }
        });
  }

  /// Nobody signs in by name and password here; without this bean a user with a printed password
  /// would be made up.
  @Bean
  UserDetailsService nobody() {
    return name -> {
      throw new UsernameNotFoundException(name);
    };
  }
}
