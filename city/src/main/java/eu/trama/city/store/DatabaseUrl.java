package eu.trama.city.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where a PostgreSQL database is and who asks: a JDBC address, a user and a password.
///
/// Written as text it never shows the password: of the address only host, port and database appear.
public record DatabaseUrl(String jdbc, @Nullable String user, @Nullable String password) {

  private static final String JDBC = "jdbc:";
  private static final Set<String> SCHEMES = Set.of("postgresql", "postgres");

  /// Reads `postgresql://user:password@host:port/database?options` (libpq's form; `postgres://`
  /// too) or a JDBC address.
  ///
  /// @throws StoreUnavailableException where the text is neither
  public static DatabaseUrl parse(String text) {
    if (text.startsWith("jdbc:postgresql:")) {
      return new DatabaseUrl(text, null, null);
    }
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw unreadable();
    }
    String scheme = uri.getScheme();
    if (scheme == null || !SCHEMES.contains(scheme) || uri.getHost() == null) {
      throw unreadable();
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String options = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String jdbc = "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + options;
    String who = uri.getRawUserInfo();
    if (who == null) {
      return new DatabaseUrl(jdbc, null, null);
    }
    int colon = who.indexOf(':');
    return colon < 0
        ? new DatabaseUrl(jdbc, decode(who), null)
        : new DatabaseUrl(jdbc, decode(who.substring(0, colon)), decode(who.substring(colon + 1)));
  }

  /// The same server and user, another database.
  public DatabaseUrl withDatabase(String name) {
    int query = jdbc.indexOf('?');
    String address = query < 0 ? jdbc : jdbc.substring(0, query);
    String options = query < 0 ? "" : jdbc.substring(query);
    return new DatabaseUrl(
        address.substring(0, address.lastIndexOf('/') + 1) + name + options, user, password);
  }

  /// A connection of the caller's own, outside any pool.
  Connection connect() throws SQLException {
    return connect(Map.of());
  }

  /// As above, with settings of the driver that the address does not name.
  Connection connect(Map<String, String> settings) throws SQLException {
    var properties = new Properties();
    properties.putAll(settings);
    if (user != null) {
      properties.setProperty("user", user);
    }
    if (password != null) {
      properties.setProperty("password", password);
    }
    return DriverManager.getConnection(jdbc, properties);
  }

  @Override
  public String toString() {
    int query = jdbc.indexOf('?');
    String address = query < 0 ? jdbc : jdbc.substring(0, query);
    return address.substring(JDBC.length());
  }

  private static String decode(String part) {
    // A plus sign in a password is a plus sign here; only %XX is an escape in a URI.
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static StoreUnavailableException unreadable() {
    // The text itself is not repeated: it may hold a password.
    return new StoreUnavailableException(
        "TRAMA_DB_URL cannot be read: write postgresql://user:password@host:5432/database"
            + " or jdbc:postgresql://host:5432/database?user=…&password=…");
  }
}
