package eu.trama.city.web.error;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ErrorSetup {

  @Bean
  Incidents incidents() {
    return new Incidents(Clock.systemUTC(), new SecureRandom());
  }
}
