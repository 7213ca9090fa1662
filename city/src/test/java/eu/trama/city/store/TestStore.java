package eu.trama.city.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// Gives a Spring test's context an empty database of its own, in which it runs its migrations;
/// contexts that Spring shares between test classes share it too, and so is the folder of their
/// state. All tests ask from one address, so that forms and computations are let through more often
/// than a server would, unless a test says otherwise.
///
/// ```java
/// @SpringBootTest
/// @ContextConfiguration(initializers = TestStore.class)
/// ```
public final class TestStore
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final String OFTEN = "10000/60";

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    DatabaseUrl url = TestServer.emptyDatabase();
    String jdbc = url.jdbc() + "&user=" + url.user() + "&password=" + url.password();
    TestPropertyValues.of("TRAMA_DB_URL=" + jdbc, "TRAMA_HOME=" + home()).applyTo(context);
    Map<String, Object> rates = Map.of("trama.rates.write", OFTEN, "trama.rates.compute", OFTEN);
    context.getEnvironment().getPropertySources().addLast(new MapPropertySource("rates", rates));
  }

  /// A folder below `target`, which each build begins without.
  private static Path home() {
    try {
      Path folder = Files.createDirectories(Path.of("target", "test-homes"));
      return Files.createTempDirectory(folder.toAbsolutePath(), "home");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
