package eu.trama.city.identity.audit;

import eu.trama.city.identity.session.Sessions;
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

/// Removes sessions that have run out and entries of the log that are too old, now and then.
@Component
@ConditionalOnWebApplication
final class Cleaning implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Cleaning.class);
  private static final int FIRST_AFTER_MINUTES = 1;
  private static final int EVERY_MINUTES = 30;

  private final Sessions sessions;
  private final SignInLog log;
  private @Nullable ScheduledExecutorService timer;

  Cleaning(Sessions sessions, SignInLog log) {
    this.sessions = sessions;
    this.log = log;
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // It ends with the timer, and fails nobody.
  public synchronized void start() {
    var started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("session-cleaning").factory());
    started.scheduleWithFixedDelay(
        this::clean, FIRST_AFTER_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    timer = started;
  }

  private void clean() {
    try {
      sessions.clean();
      log.clean();
    } catch (DataAccessException storeAway) {
      LOG.warn("sessions were not cleaned; the next try is in {} minutes", EVERY_MINUTES);
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
