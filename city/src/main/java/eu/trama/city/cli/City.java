package eu.trama.city.cli;

import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The city's services, open for one command, without the web server. Closing it stops the embedded
/// store where no other process uses it.
///
/// ```java
/// try (City city = opener.open()) {
///   city.service(Imports.class).read(files);
/// }
/// ```
public final class City implements AutoCloseable {

  /// The profile of a server that speaks HTTPS, see `application-tls.yaml`.
  private static final String TLS = "tls";

  private final ConfigurableApplicationContext context;

  private City(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /// How a command gets the city when it runs, and not when its help is asked for.
  @FunctionalInterface
  public interface Opener {
    City open();
  }

  /// Opens the city that `application` configures.
  public static City open(Class<?> application) {
    return open(application, Map.of());
  }

  /// As above, with `properties` over those of the environment.
  static City open(Class<?> application, Map<String, String> properties) {
    return new City(builder(application).web(WebApplicationType.NONE).run(arguments(properties)));
  }

  /// The one service of this type.
  public <T> T service(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }

  /// The application as every command starts it: quiet, since the command itself says what went
  /// wrong.
  static SpringApplicationBuilder builder(Class<?> application) {
    var builder = new SpringApplicationBuilder(application).logStartupInfo(false);
    if (System.getenv("TRAMA_TLS_CERT") != null) {
      builder.profiles(TLS);
    }
    if (!Fault.debugging()) {
      builder.properties(
          Map.of(
              "logging.level.org.springframework.boot.SpringApplication", "OFF",
              "logging.level.org.springframework.boot.diagnostics", "OFF",
              "logging.level.org.springframework.boot.web", "ERROR",
              "logging.level.org.springframework.context", "ERROR"));
    }
    return builder;
  }

  /// The port on which the server of `context` listens.
  static int port(ConfigurableApplicationContext context) {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  /// Where people reach the server of `context` on this machine.
  static String address(ConfigurableApplicationContext context) {
    boolean tls = List.of(context.getEnvironment().getActiveProfiles()).contains(TLS);
    return (tls ? "https" : "http") + "://localhost:" + port(context);
  }

  static String[] arguments(Map<String, String> properties) {
    return properties.entrySet().stream()
        .map(property -> "--" + property.getKey() + "=" + property.getValue())
        .toArray(String[]::new);
  }
}
