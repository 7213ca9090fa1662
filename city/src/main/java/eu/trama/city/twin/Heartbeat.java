package eu.trama.city.twin;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Keeps a server's claim on a run alive and tells how far it is. Interrupts the thread that made
/// it when the run is to be cancelled or the claim is lost.
final class Heartbeat implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
  private static final long MILLIS = 500;

  private final JdbcClient jdbc;
  private final String id;
  private final String worker;
  private final Computation computation;
  private final Thread owner = Thread.currentThread();
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("run-heartbeat").daemon().factory());
  private volatile boolean closed;

  Heartbeat(JdbcClient jdbc, String id, String worker, Computation computation) {
    this.jdbc = jdbc;
    this.id = id;
    this.worker = worker;
    this.computation = computation;
    var _ = heart.scheduleWithFixedDelay(this::beat, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
  }

  private void beat() {
    try {
      Optional<Boolean> cancelled =
          jdbc.sql(
                  """
                  update twin.run set heartbeat = now(), progress = ?, stage = ?
                  where id = ? and worker = ? and state = 'running' returning cancel_requested
                  """)
              .params(computation.part(), computation.stage(), id, worker)
              .query(Boolean.class)
              .optional();
      boolean stop = cancelled.orElse(true);
      if (stop && !closed) {
        owner.interrupt();
      }
    } catch (RuntimeException e) {
      LOG.warn("heartbeat of run {} failed; trying again", id, e);
    }
  }

  @Override
  public void close() {
    closed = true;
    heart.shutdownNow();
    // It may be interrupting the owner right now; let it finish, so that no later run is hit.
    try {
      if (!heart.awaitTermination(MILLIS, TimeUnit.MILLISECONDS)) {
        LOG.debug("the heartbeat of run {} ends late", id);
      }
    } catch (InterruptedException e) {
      LOG.debug("run {} was being cancelled while it ended", id, e);
    }
  }
}
