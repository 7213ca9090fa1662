package eu.trama.city.store;

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
    try {
      Flyway.configure()
          .dataSource(database)
          .schemas(schema.name())
          .table(HISTORY)
          .locations("classpath:db/" + schema.name())
          .failOnMissingLocations(true)
          .validateMigrationNaming(true)
          .cleanDisabled(true)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new StoreUnavailableException(
          "The tables of '%s' could not be brought up to date: %s"
              .formatted(schema.name(), e.getMessage()),
          e);
    }
  }
}
