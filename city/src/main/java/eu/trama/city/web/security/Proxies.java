package eu.trama.city.web.security;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// Believes `X-Forwarded-For` and `X-Forwarded-Proto` of the proxies that `TRAMA_PROXIES` lists by
/// address, and of nobody else. Of a chain of addresses the last one that is not such a proxy
/// counts, since a visitor can write whatever comes before it.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class Proxies {

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> trustedProxies(Environment settings) {
    var listed = settings.getProperty("TRAMA_PROXIES", "").strip();
    return server -> {
      if (!listed.isEmpty()) {
        server.addEngineValves(valve(pattern(listed)));
      }
    };
  }

  private static RemoteIpValve valve(String proxies) {
    var valve = new RemoteIpValve();
    valve.setInternalProxies(proxies);
    valve.setRemoteIpHeader("X-Forwarded-For");
    valve.setProtocolHeader("X-Forwarded-Proto");
    return valve;
  }

  /// A pattern that matches exactly those addresses.
  static String pattern(String listed) {
    return Arrays.stream(listed.split("[,\\s]+", -1))
        .map(Proxies::literal)
        .map(Pattern::quote)
        .collect(Collectors.joining("|"));
  }

  private static String literal(String address) {
    try {
      return InetAddress.ofLiteral(address).getHostAddress();
    } catch (IllegalArgumentException notAnAddress) {
      throw new IllegalArgumentException(
          "TRAMA_PROXIES takes addresses such as 10.0.0.5, with commas; not: " + address,
          notAnAddress);
    }
  }
}
