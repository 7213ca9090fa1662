package eu.trama.city.algorithms.monitoring;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Looks each half hour whether the thresholds of a system are to be evaluated.
@Component
@ConditionalOnWebApplication
final class MonitoringClock implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(MonitoringClock.class);
  private static final int FIRST_AFTER_MINUTES = 2;
  private static final int EVERY_MINUTES = 30;

  private final Monitoring monitoring;
  private @Nullable ScheduledExecutorService timer;

  MonitoringClock(Monitoring monitoring) {
    this.monitoring = monitoring;
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // It ends with the timer, and fails nobody.
  public synchronized void start() {
    var started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("monitoring").factory());
    started.scheduleWithFixedDelay(
        this::check, FIRST_AFTER_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    timer = started;
  }

  private void check() {
    try {
      monitoring.checkWhatIsDue();
    } catch (DataAccessException | TransactionException storeAway) {
      LOG.warn("thresholds were not evaluated; the next try is in {} minutes", EVERY_MINUTES);
    }
  }

  @Override
  public synchronized void stop() {
    if (timer != null) {
      timer.shutdownNow();
      timer = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return timer != null;
  }
}
