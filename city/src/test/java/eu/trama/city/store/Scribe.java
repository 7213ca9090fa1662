package eu.trama.city.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/// A process that keeps a diary on the embedded server, for tests to kill: `Scribe HOME PROGRAMS
/// ROWS`.
///
/// It says `found COUNT LAST` of the rows there were, then each row's number once the database has
/// acknowledged it. After ROWS rows it says `done`, waits for its input to end, and closes.
final class Scribe {

  private Scribe() {}

  static void main(String[] arguments) throws SQLException, IOException {
    long rows = Long.parseLong(arguments[2]);
    try (var server = EmbeddedPostgres.start(Path.of(arguments[0]), Path.of(arguments[1]));
        var connection = server.url().connect()) {
      long last = found(connection);
      try (var insert =
          connection.prepareStatement("INSERT INTO diary VALUES (?, repeat('x', 200))")) {
        for (long row = last + 1; row <= last + rows; row++) {
          insert.setLong(1, row);
          insert.executeUpdate();
          System.out.println(row);
        }
      }
      System.out.println("done");
      while (System.in.read() >= 0) {
        // until the test closes this end
      }
    }
  }

  private static long found(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      // Two that begin at once would both make the table.
      statement.execute("SELECT pg_advisory_lock(1)");
      statement.execute("CREATE TABLE IF NOT EXISTS diary (row bigint PRIMARY KEY, text text)");
      statement.execute("SELECT pg_advisory_unlock(1)");
      try (var result =
          statement.executeQuery("SELECT count(*), coalesce(max(row), 0) FROM diary")) {
        result.next();
        System.out.println("found " + result.getLong(1) + " " + result.getLong(2));
        return result.getLong(2);
      }
    }
  }
}
