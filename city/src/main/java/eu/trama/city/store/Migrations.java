package eu.trama.city.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Brings the schemas of the modules up to date, each by its own Flyway history. Modules read no
/// tables but their own, so that their order does not matter; it is that of their names.
final class Migrations {

  static final String HISTORY = "schema_history";

  private Migrations() {}

  /// @throws StoreUnavailableException where a migration fails; the database then is as before that
  ///   migration
  static void run(DataSource database, List<ModuleSchema> schemas) {
    schemas.stream()
        .sorted(Comparator.comparing(ModuleSchema::name))
        .forEach(schema -> run(database, schema));
  }

  private static void run(DataSource database, ModuleSchema schema) {
    run(database, schema, "latest");
  }

  /// Brings one schema to a version, such as `2`, or to `latest`.
  static void run(DataSource database, ModuleSchema schema, String target) {
    try {
      Flyway.configure()
          .dataSource(database)
          .schemas(schema.name())
          .table(HISTORY)
          .locations("classpath:db/" + schema.name())
          .failOnMissingLocations(true)
          .validateMigrationNaming(true)
          .cleanDisabled(true)
          .target(target)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new StoreUnavailableException(
          "The tables of '%s' could not be brought up to date: %s"
              .formatted(schema.name(), e.getMessage()),
          e);
    }
  }

  /// The schemas that have a history, by name.
  static List<String> histories(Connection connection) throws SQLException {
    var names = new ArrayList<String>();
    String sql =
        "SELECT schemaname FROM pg_tables WHERE tablename = ? AND schemaname ~ '^[a-z][a-z0-9_]*$'"
            + " ORDER BY schemaname";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, HISTORY);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
    }
    return names;
  }
}
