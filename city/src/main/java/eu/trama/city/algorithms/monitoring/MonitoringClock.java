package eu.trama.city.algorithms.monitoring;

import eu.trama.city.store.Chore;
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
  private final Chore chore =
      new Chore("monitoring", FIRST_AFTER_MINUTES, EVERY_MINUTES, this::check);

  MonitoringClock(Monitoring monitoring) {
    this.monitoring = monitoring;
  }

  @Override
  public void start() {
    chore.start();
  }

  private void check() {
    try {
      monitoring.checkWhatIsDue();
    } catch (DataAccessException | TransactionException storeAway) {
      LOG.warn("thresholds were not evaluated; the next try is in {} minutes", EVERY_MINUTES);
    }
  }

  @Override
  public void stop() {
    chore.stop();
  }

  @Override
  public boolean isRunning() {
    return chore.isRunning();
  }
}
