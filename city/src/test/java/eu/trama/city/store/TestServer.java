package eu.trama.city.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// The one embedded server of this test JVM, and databases on it. It stays in `target/test-store`
/// between runs, so that only the first run after a clean build initialises it.
final class TestServer {

  static final Path HOME = Path.of("target", "test-store").toAbsolutePath();
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final Map<List<ModuleSchema>, String> TEMPLATES = new HashMap<>();

  private TestServer() {}

  /// The address of the running server.
  static DatabaseUrl url() {
    return Running.SERVER.url();
  }

  /// A new, empty database.
  static DatabaseUrl emptyDatabase() {
    return create("template1");
  }

  /// A new database with the tables of `schemas`, copied from one that was migrated once in this
  /// JVM.
  static synchronized DatabaseUrl database(List<ModuleSchema> schemas) {
    String template = TEMPLATES.computeIfAbsent(schemas, TestServer::template);
    return create(template);
  }

  static void drop(DatabaseUrl url) {
    execute("DROP DATABASE IF EXISTS " + name(url) + " WITH (FORCE)");
  }

  private static String template(List<ModuleSchema> schemas) {
    DatabaseUrl url = emptyDatabase();
    try (var pool = Store.pool(() -> url)) {
      Migrations.run(pool, schemas);
    }
    return name(url);
  }

  private static DatabaseUrl create(String template) {
    String name = "t%d_%d".formatted(ProcessHandle.current().pid(), NEXT.incrementAndGet());
    execute("CREATE DATABASE " + name + " TEMPLATE " + template);
    return Running.SERVER.url().withDatabase(name);
  }

  private static String name(DatabaseUrl url) {
    String address = url.toString();
    return address.substring(address.lastIndexOf('/') + 1);
  }

  private static void execute(String... statements) {
    DatabaseUrl url = Running.SERVER.url();
    try (var connection = url.connect();
        var statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Started by the first test that needs it.
  private static final class Running {

    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      EmbeddedPostgres server = EmbeddedPostgres.start(HOME);
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-test-server"));
      dropLeftovers(server.url());
      return server;
    }

    /// Databases of test runs that are over; their names begin with the process that made them.
    private static void dropLeftovers(DatabaseUrl url) {
      try (var connection = url.connect();
          var statement = connection.createStatement()) {
        var leftovers = new ArrayList<String>();
        try (var rows =
            statement.executeQuery(
                "SELECT datname, substring(datname FROM 't(\\d+)_')::bigint FROM pg_database"
                    + " WHERE datname ~ '^t\\d+_\\d+$'")) {
          while (rows.next()) {
            if (ProcessHandle.of(rows.getLong(2)).isEmpty()) {
              leftovers.add(rows.getString(1));
            }
          }
        }
        for (String name : leftovers) {
          statement.execute("DROP DATABASE " + name + " WITH (FORCE)");
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
