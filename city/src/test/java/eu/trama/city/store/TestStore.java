package eu.trama.city.store;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// Gives a Spring test's context an empty database of its own, in which it runs its migrations;
/// contexts that Spring shares between test classes share it too.
///
/// ```java
/// @SpringBootTest
/// @ContextConfiguration(initializers = TestStore.class)
/// ```
public final class TestStore
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    DatabaseUrl url = TestServer.emptyDatabase();
    String jdbc = url.jdbc() + "&user=" + url.user() + "&password=" + url.password();
    TestPropertyValues.of("TRAMA_DB_URL=" + jdbc).applyTo(context);
  }
}
