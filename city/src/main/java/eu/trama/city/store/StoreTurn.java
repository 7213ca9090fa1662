package eu.trama.city.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.UncategorizedSQLException;

/// A turn at what one server at a time must do, where several share a store. It is given back when
/// its holder closes it, ends or dies.
///
/// ```java
/// try (var _ = StoreTurn.take(source, "packs")) {
///   // looks again whether it is to be done still
/// }
/// ```
///
/// It is a lock of a transaction and not of a session, which poolers share out.
public final class StoreTurn implements AutoCloseable {

  private final Connection connection;

  private StoreTurn(Connection connection) {
    this.connection = connection;
  }

  /// Waits until nobody else has the turn. It takes a connection of the pool meanwhile.
  ///
  /// @param at whose turns follow each other
  public static StoreTurn take(DataSource source, String at) {
    try {
      Connection connection = source.getConnection();
      try {
        connection.setAutoCommit(false);
        try (var lock =
            connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
          lock.setString(1, "trama " + at);
          lock.execute();
        }
        return new StoreTurn(connection);
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public void close() {
    try (connection) {
      connection.rollback();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static UncategorizedSQLException failed(SQLException e) {
    return new UncategorizedSQLException("taking a turn", null, e);
  }
}
