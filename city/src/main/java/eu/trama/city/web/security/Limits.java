package eu.trama.city.web.security;

import eu.trama.city.web.Refusals;
import jakarta.servlet.Filter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;

/// How much a request may bring, so that one visitor cannot fill the memory of all.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties({Limits.Settings.class, RateSettings.class})
class Limits {

  /// Bytes that each connection holds to read into, and as many again beside its headers: 10,000
  /// that say little cost what these are. Requests are short; long bodies come in such pieces.
  private static final String READ_BUFFER = "1024";

  /// Bytes that each connection holds for the headers of its answer. Ours take less than half of
  /// it; an address to which somebody is sent may be long. What is written from keeps its usual 8
  /// KB: a refusal must leave in one piece, before the connection of a body too large is closed.
  private static final String ANSWER_HEADERS = "4096";

  /// The limits, which an operator may change.
  ///
  /// @param maxBody largest request body, files included
  /// @param maxForm largest form without files
  /// @param maxFields most fields of a form and query together
  /// @param maxHeaders largest request line and headers
  @ConfigurationProperties("trama.web")
  record Settings(
      @DefaultValue("8MB") DataSize maxBody,
      @DefaultValue("512KB") DataSize maxForm,
      @DefaultValue("500") int maxFields,
      @DefaultValue("8KB") DataSize maxHeaders) {}

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> limitedConnector(Settings settings) {
    return server ->
        server.addConnectorCustomizers(connector -> {
          connector.setProperty("socket.appReadBufSize", READ_BUFFER);
          connector.setProperty("maxHttpResponseHeaderSize", ANSWER_HEADERS);
          connector.setMaxPostSize((int) settings.maxForm().toBytes());
          connector.setMaxParameterCount(settings.maxFields());
          connector.setMaxPartCount(settings.maxFields());
          connector.setProperty(
              "maxHttpRequestHeaderSize", String.valueOf(settings.maxHeaders().toBytes()));
        });
  }

  @Bean
  Throttle throttle(RateSettings settings, Refusals refusals) {
    return new Throttle(settings, refusals, System::nanoTime);
  }

  /// The throttle works within the security checks, once it is known who asks.
  @Bean
  FilterRegistrationBean<Throttle> throttleWithinChecks(Throttle throttle) {
    var registration = new FilterRegistrationBean<>(throttle);
    registration.setEnabled(false);
    return registration;
  }

  @Bean
  FilterRegistrationBean<Filter> bodyLimit(Settings settings) {
    var limit = new FilterRegistrationBean<Filter>(new BodyLimit(settings.maxBody().toBytes()));
    limit.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return limit;
  }
}
