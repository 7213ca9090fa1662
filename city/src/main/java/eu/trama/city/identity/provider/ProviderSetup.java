package eu.trama.city.identity.provider;

import eu.trama.city.identity.access.SignInWay;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ProviderSetup {

  /// Before the security checks of the pages, which know nothing of the provider's paths.
  private static final int BEFORE_CHECKS = -110;

  @Bean
  FilterRegistrationBean<ProviderDoor> providerDoor(
      SignInWay way,
      ObjectProvider<HttpSecurity> http,
      ProviderKeys keys,
      Environment environment) {
    var door =
        new FilterRegistrationBean<>(
            new ProviderDoor(
                way,
                () ->
                    BuiltInProvider.build(
                        http.getObject(),
                        keys,
                        environment.getRequiredProperty("local.server.port", Integer.class))));
    door.addUrlPatterns("/provider/*", "/.well-known/openid-configuration");
    door.setOrder(BEFORE_CHECKS);
    return door;
  }
}
