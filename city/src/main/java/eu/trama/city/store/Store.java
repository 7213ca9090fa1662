package eu.trama.city.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/// The database that the settings name, open: an outside one, or the embedded server, started if
/// need be.
public final class Store implements AutoCloseable {

  /// The oldest that the tests have run on: Debian 12's.
  static final int OLDEST_POSTGRES = 15;

  private static final int CONNECTIONS = 10;
  private static final int IDLE_CONNECTIONS = 1;

  /// A plan for each question, which costs it half a millisecond at most: a plan for all of them
  /// fits neither a layer of ten features nor one of a million (10 ms became 450 ms). Said once
  /// connected: poolers before the database, such as PgBouncer, refuse start-up options.
  private static final String PLAN_EACH = "set plan_cache_mode = force_custom_plan";

  /// Longer than the embedded server needs to be there again when it has died under little load.
  private static final long CONNECT_MILLIS = 5_000;

  private static final int LOGIN_SECONDS = 5;

  /// Of the driver. Many rows in one round trip: rows of a statement are the same on both ways.
  private static final Map<String, String> DRIVER =
      Map.of(
          "ApplicationName", "trama",
          "reWriteBatchedInserts", "true",
          "tcpKeepAlive", "true",
          // What the server says of a refused row repeats the row, and would stand in the log.
          "logServerErrorDetail", "false",
          // In seconds: something else may listen where the server was, and say nothing.
          "loginTimeout", Integer.toString(LOGIN_SECONDS));

  private final @Nullable EmbeddedPostgres embedded;
  private final Supplier<DatabaseUrl> url;

  private Store(@Nullable EmbeddedPostgres embedded, Supplier<DatabaseUrl> url) {
    this.embedded = embedded;
    this.url = url;
  }

  /// Opens the store; starts the embedded server where no outside one is configured.
  ///
  /// @throws StoreUnavailableException where the embedded server cannot run here
  public static Store open(StoreSettings settings) {
    if (settings.outside().isPresent()) {
      DatabaseUrl outside = settings.outside().get();
      return new Store(null, () -> outside);
    }
    EmbeddedPostgres server = EmbeddedPostgres.start(settings.home());
    return new Store(server, server::url);
  }

  /// Where the database is now: an embedded server that died may have another port since.
  public DatabaseUrl url() {
    return url.get();
  }

  /// A pool of connections, for the caller to close; the tables of `schemas` are there.
  ///
  /// @throws StoreUnavailableException where the server does not answer or a migration fails
  public HikariDataSource connect(List<ModuleSchema> schemas) {
    HikariDataSource pool = pool(url);
    try {
      requireVersion(pool);
      Migrations.run(pool, schemas);
      return pool;
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  private void requireVersion(HikariDataSource pool) {
    try (Connection connection = pool.getConnection()) {
      int major = connection.getMetaData().getDatabaseMajorVersion();
      if (major < OLDEST_POSTGRES) {
        throw new StoreUnavailableException(
            "The database at %s is PostgreSQL %d; Trama needs %d or newer."
                .formatted(url.get(), major, OLDEST_POSTGRES));
      }
    } catch (SQLException e) {
      throw new StoreUnavailableException(
          "The database at " + url.get() + " does not answer: " + e.getMessage(), e);
    }
  }

  static HikariDataSource pool(Supplier<DatabaseUrl> url) {
    var config = new HikariConfig();
    config.setPoolName("trama");
    config.setDataSource(new Following(url));
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(IDLE_CONNECTIONS);
    config.setConnectionTimeout(CONNECT_MILLIS);
    config.setConnectionInitSql(PLAN_EACH);
    try {
      return new HikariDataSource(config);
    } catch (PoolInitializationException e) {
      throw new StoreUnavailableException(
          "The database at " + url.get() + " does not answer: " + reason(e), e);
    }
  }

  /// Makes each connection to where the database is at that moment.
  private static final class Following extends AbstractDataSource {

    private final Supplier<DatabaseUrl> url;

    Following(Supplier<DatabaseUrl> url) {
      this.url = url;
    }

    @Override
    public Connection getConnection() throws SQLException {
      return url.get().connect(DRIVER);
    }

    /// What a pool that closes waits for a connection that is just being made.
    @Override
    public int getLoginTimeout() {
      return LOGIN_SECONDS;
    }

    /// The driver has its own, which nobody changes.
    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
      throw new SQLFeatureNotSupportedException("the store is used by one user");
    }
  }

  private static String reason(Throwable failure) {
    Throwable cause = failure.getCause();
    return String.valueOf(cause == null ? failure.getMessage() : cause.getMessage());
  }

  /// Gives the embedded server up; the last process to do so stops it. An outside server is left
  /// alone.
  @Override
  public void close() {
    if (embedded != null) {
      embedded.close();
    }
  }
}
