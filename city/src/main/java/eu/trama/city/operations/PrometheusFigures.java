package eu.trama.city.operations;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// The server's figures in Micrometer's registry for Prometheus.
final class PrometheusFigures {

  private static final int CLASSES = 5;

  private final RequestCounts requests;
  private final HikariDataSource pool;
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  PrometheusFigures(RequestCounts requests, HikariDataSource pool) {
    this.requests = requests;
    this.pool = pool;
    bind(registry);
  }

  /// In Prometheus' text format.
  String text() {
    return registry.scrape();
  }

  private void bind(MeterRegistry figures) {
    new JvmMemoryMetrics().bindTo(figures);
    new JvmThreadMetrics().bindTo(figures);
    new ClassLoaderMetrics().bindTo(figures);
    new ProcessorMetrics().bindTo(figures);
    new FileDescriptorMetrics().bindTo(figures);
    new UptimeMetrics().bindTo(figures);
    for (int digit = 1; digit <= CLASSES; digit++) {
      int ofClass = digit;
      FunctionCounter.builder("trama.requests", requests, r -> r.ofClass(ofClass))
          .description("Requests answered, by the first digit of the status")
          .tag("status", digit + "xx")
          .register(figures);
    }
    for (int i = 0; i < RequestCounts.SECONDS.length; i++) {
      int bucket = i;
      FunctionCounter.builder("trama.requests.within", requests, r -> r.within(bucket))
          .description("Requests answered within so many seconds")
          .tag("seconds", String.format(Locale.ROOT, "%s", RequestCounts.SECONDS[i]))
          .register(figures);
    }
    FunctionCounter.builder("trama.requests.seconds", requests, RequestCounts::seconds)
        .description("Seconds that all requests together took")
        .register(figures);
    Gauge.builder("trama.requests.now", requests, RequestCounts::beingAnswered)
        .description("Requests being answered")
        .register(figures);
    connections(figures, "active", HikariPoolMXBean::getActiveConnections);
    connections(figures, "idle", HikariPoolMXBean::getIdleConnections);
    connections(figures, "wanted", HikariPoolMXBean::getThreadsAwaitingConnection);
  }

  private void connections(
      MeterRegistry figures, String state, ToDoubleFunction<HikariPoolMXBean> value) {
    Gauge.builder(
            "trama.store.connections",
            pool,
            open -> {
              HikariPoolMXBean bean = open.getHikariPoolMXBean();
              return bean == null ? 0 : value.applyAsDouble(bean);
            })
        .description("Connections to the store: in use, idle, and waited for")
        .tag("state", state)
        .register(figures);
  }
}
