package eu.trama.city.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What can be said of the store from outside: where it is, its version and size in bytes, and each
/// module's tables.
public record StoreStatus(
    String kind, DatabaseUrl url, String version, long bytes, List<Schema> schemas) {

  private static final int CONNECT_SECONDS = 5;

  /// A module's schema: how many migrations were applied, and the version of the last.
  public record Schema(String name, int applied, String at) {}

  /// Looks at the store that `settings` name; nothing where it is the embedded one and does not
  /// run. Starts nothing.
  ///
  /// @throws StoreUnavailableException where an outside server does not answer
  public static Optional<StoreStatus> look(StoreSettings settings) {
    return settings.outside().isPresent()
        ? settings.outside().map(url -> look("outside", url))
        : EmbeddedPostgres.running(settings.home()).map(url -> look("embedded", url));
  }

  private static StoreStatus look(String kind, DatabaseUrl url) {
    DriverManager.setLoginTimeout(CONNECT_SECONDS);
    try (var connection = url.connect()) {
      String version =
          text(connection, "SELECT split_part(current_setting('server_version'), ' ', 1)");
      long bytes = Long.parseLong(text(connection, "SELECT pg_database_size(current_database())"));
      var schemas = new ArrayList<Schema>();
      for (String name : Migrations.histories(connection)) {
        schemas.add(schema(connection, name));
      }
      return new StoreStatus(kind, url, version, bytes, schemas);
    } catch (SQLException e) {
      throw new StoreUnavailableException(
          "The database at " + url + " does not answer: " + e.getMessage(), e);
    }
  }

  private static Schema schema(Connection connection, String name) throws SQLException {
    String from =
        " FROM " + name + "." + Migrations.HISTORY + " WHERE success AND version IS NOT NULL";
    int applied = Integer.parseInt(text(connection, "SELECT count(*)" + from));
    String last =
        "SELECT coalesce((SELECT version"
            + from
            + " ORDER BY installed_rank DESC LIMIT 1), 'none')";
    return new Schema(name, applied, text(connection, last));
  }

  private static String text(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
