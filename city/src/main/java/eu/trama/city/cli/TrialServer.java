package eu.trama.city.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/// The server with a store of its own, in this process, to measure or to watch it: closing it
/// leaves nothing behind.
public final class TrialServer implements AutoCloseable {

  private final Path home;
  private final ConfigurableApplicationContext context;

  private TrialServer(Path home, ConfigurableApplicationContext context) {
    this.home = home;
    this.context = context;
  }

  /// Starts the server that `application` configures, on a free port.
  public static TrialServer open(Class<?> application) throws IOException {
    return open(application, Map.of());
  }

  /// As above, with more `settings`.
  public static TrialServer open(Class<?> application, Map<String, String> settings)
      throws IOException {
    Path home = Files.createTempDirectory("trama-trial");
    var properties =
        new HashMap<>(
            Map.of("TRAMA_HOME", home.toString(), "TRAMA_DB_URL", "", "server.port", "0"));
    properties.putAll(settings);
    return new TrialServer(home, City.builder(application).run(City.arguments(properties)));
  }

  public int port() {
    return City.port(context);
  }

  /// The one service of this type.
  public <T> T service(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
    try {
      if (Files.exists(home)) {
        Folders.remove(home);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
