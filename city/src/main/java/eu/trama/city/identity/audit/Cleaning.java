package eu.trama.city.identity.audit;

import eu.trama.city.identity.session.Sessions;
import eu.trama.city.store.Chore;
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
  private final Chore chore =
      new Chore("session-cleaning", FIRST_AFTER_MINUTES, EVERY_MINUTES, this::clean);

  Cleaning(Sessions sessions, SignInLog log) {
    this.sessions = sessions;
    this.log = log;
  }

  @Override
  public void start() {
    chore.start();
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
  public void stop() {
    chore.stop();
  }

  @Override
  public boolean isRunning() {
    return chore.isRunning();
  }
}
