package eu.trama.city.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The database that the settings name, open: an outside one, or the embedded server, started if
/// need be.
public final class Store implements AutoCloseable {

  private static final int CONNECTIONS = 10;
  private static final int IDLE_CONNECTIONS = 1;
  private static final long CONNECT_MILLIS = 10_000;

  private final @Nullable EmbeddedPostgres embedded;
  private final DatabaseUrl url;

  private Store(@Nullable EmbeddedPostgres embedded, DatabaseUrl url) {
    this.embedded = embedded;
    this.url = url;
  }

  /// Opens the store; starts the embedded server where no outside one is configured.
  ///
  /// @throws StoreUnavailableException where the embedded server cannot run here
  public static Store open(StoreSettings settings) {
    if (settings.outside().isPresent()) {
      return new Store(null, settings.outside().get());
    }
    EmbeddedPostgres server = EmbeddedPostgres.start(settings.home());
    return new Store(server, server.url());
  }

  public DatabaseUrl url() {
    return url;
  }

  /// A pool of connections, for the caller to close; the tables of `schemas` are there.
  ///
  /// @throws StoreUnavailableException where the server does not answer or a migration fails
  public HikariDataSource connect(List<ModuleSchema> schemas) {
    HikariDataSource pool = pool(url);
    try {
      Migrations.run(pool, schemas);
      return pool;
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  static HikariDataSource pool(DatabaseUrl url) {
    var config = new HikariConfig();
    config.setPoolName("trama");
    config.setJdbcUrl(url.jdbc());
    config.setUsername(url.user());
    config.setPassword(url.password());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(IDLE_CONNECTIONS);
    config.setConnectionTimeout(CONNECT_MILLIS);
    config.addDataSourceProperty("ApplicationName", "trama");
    // Many rows in one round trip; rows of a statement are the same on both ways.
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    try {
      return new HikariDataSource(config);
    } catch (PoolInitializationException e) {
      throw new StoreUnavailableException(
          "The database at " + url + " does not answer: " + reason(e), e);
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
