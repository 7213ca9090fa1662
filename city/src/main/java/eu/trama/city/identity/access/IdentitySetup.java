package eu.trama.city.identity.access;

import eu.trama.city.identity.CurrentPerson;
import eu.trama.city.identity.session.SessionSettings;
import eu.trama.city.store.ModuleSchema;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.context.WebApplicationContext;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SessionSettings.class)
class IdentitySetup {

  @Bean
  ModuleSchema identitySchema() {
    return new ModuleSchema("identity");
  }

  @Bean
  OidcSettings oidcSettings(Environment environment) {
    return OidcSettings.from(environment::getProperty);
  }

  @Bean
  SignInWay signInWay(OidcSettings settings, Environment environment) {
    return SignInWay.of(settings, environment);
  }

  /// A command has no web server, and its user the store's password.
  @Bean
  CurrentPerson currentPerson(ApplicationContext context) {
    return context instanceof WebApplicationContext
        ? CurrentPerson.ofRequests()
        : CurrentPerson.atTheShell();
  }
}
