package eu.trama.city.operations;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;

/// The server's figures as Prometheus reads them. Micrometer is set up when somebody first asks:
/// until then a start does not pay for it, and what counts from the start are [RequestCounts].
final class Figures {

  private final RequestCounts requests;
  private final HikariDataSource pool;

  /// Not by its own type, which whoever looks at this class would load.
  private @Nullable Object figures;

  Figures(RequestCounts requests, HikariDataSource pool) {
    this.requests = requests;
    this.pool = pool;
  }

  /// In Prometheus' text format.
  synchronized String text() {
    if (!(figures instanceof PrometheusFigures)) {
      figures = new PrometheusFigures(requests, pool);
    }
    return ((PrometheusFigures) figures).text();
  }
}
