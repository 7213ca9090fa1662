package eu.trama.city.store;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A database of a test class's own, with the tables of the modules it names; gone after the class.
///
/// ```java
/// @RegisterExtension
/// static final TestDatabase DATABASE = TestDatabase.with(new ModuleSchema("twin"));
/// ```
///
/// A test that starts the Spring context takes [TestStore] instead.
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {

  private final List<ModuleSchema> schemas;
  private @Nullable DatabaseUrl url;
  private @Nullable HikariDataSource pool;

  private TestDatabase(List<ModuleSchema> schemas) {
    this.schemas = schemas;
  }

  public static TestDatabase with(ModuleSchema... schemas) {
    return new TestDatabase(List.of(schemas));
  }

  public DatabaseUrl url() {
    return Objects.requireNonNull(url, "the database is there while its test class runs");
  }

  public DataSource dataSource() {
    return Objects.requireNonNull(pool, "the database is there while its test class runs");
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    DatabaseUrl made = TestServer.database(schemas);
    url = made;
    pool = Store.pool(() -> made);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (pool != null) {
      pool.close();
    }
    if (url != null) {
      TestServer.drop(url);
    }
  }
}
