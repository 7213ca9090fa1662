package eu.trama.city.operations;

import com.zaxxer.hikari.HikariDataSource;
import eu.trama.city.store.StoreSettings;
import eu.trama.city.web.OpenPath;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
class OperationsSetup {

  @Bean
  Readiness readiness(
      HikariDataSource source, StoreSettings store, Settings settings, Clock clock) {
    return new Readiness(source, store, settings, clock);
  }

  @Bean
  RequestCounts requestCounts() {
    return new RequestCounts();
  }

  @Bean
  Figures figures(RequestCounts requests, HikariDataSource pool) {
    return new Figures(requests, pool);
  }

  /// Open to anybody: they say up or down. The figures' controller looks who asks.
  @Bean
  OpenPath operationsPaths() {
    return OpenPath.reading("/health/live", "/health/ready", "/metrics");
  }

  /// What only a server that listens has.
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnWebApplication
  static class Listening {

    @Bean
    FilterRegistrationBean<Filter> countedRequests(RequestCounts requests) {
      return first(requests, 0);
    }

    @Bean
    FilterRegistrationBean<Filter> outageAnswer() {
      return first(new OutageAnswer(), 1);
    }

    /// Takes the word of the named proxies about who asks and how; of nobody else.
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> behindProxies(Settings settings) {
      return server -> {
        if (!settings.proxies().isEmpty()) {
          var valve = new RemoteIpValve();
          valve.setInternalProxies(addresses(settings.proxies()));
          valve.setProtocolHeader("X-Forwarded-Proto");
          server.addEngineValves(valve);
        }
      };
    }

    /// A list such as `10.0.0.5, 10.0.0.6` as the pattern that Tomcat wants.
    private static String addresses(List<String> list) {
      return list.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    }

    private static FilterRegistrationBean<Filter> first(Filter filter, int place) {
      var registration = new FilterRegistrationBean<Filter>(filter);
      registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
      return registration;
    }
  }
}
