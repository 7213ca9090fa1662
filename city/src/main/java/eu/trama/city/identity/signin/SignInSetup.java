package eu.trama.city.identity.signin;

import eu.trama.city.identity.access.OidcSettings;
import eu.trama.city.web.OpenPath;
import eu.trama.city.web.ProvenPath;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class SignInSetup {

  @Bean
  @Lazy
  OpenIdConnect openIdConnect(OidcSettings settings, Clock clock, Environment environment) {
    return new OpenIdConnect(
        settings, clock, () -> environment.getRequiredProperty("local.server.port", Integer.class));
  }

  @Bean
  static OpenPath signInPages() {
    return OpenPath.reading(
        "/sign-in", "/sign-in/return", "/sign-in/refused", "/sign-in/demo", "/signed-out");
  }

  @Bean
  static OpenPath signOutForms() {
    return OpenPath.posting("/sign-out", "/sign-out/everywhere", BackChannelController.PATH);
  }

  @Bean
  static ProvenPath logoutTokens() {
    return new ProvenPath(java.util.List.of(BackChannelController.PATH));
  }
}
