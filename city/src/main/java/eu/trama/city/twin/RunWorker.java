package eu.trama.city.twin;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Computes queued runs, one at a time. Several servers may share a store: a run is claimed with
/// SKIP LOCKED and held by a heartbeat, so that the run of a killed server is taken up by another,
/// or by its successor.
@Component
class RunWorker implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(RunWorker.class);
  private static final int MOST_ATTEMPTS = 3;
  private static final long POLL_MILLIS = 2_000;

  /// How long a run may wait for a server of the release that it was asked of.
  private static final Duration WAIT_FOR_RELEASE = Duration.ofMinutes(10);

  /// After so many looks, runs that were left to another release are looked at again.
  private static final int LOOKS_UNTIL_AGAIN = 30;

  /// Claims the oldest run that waits, or that a server left: no heartbeat for 20 s by the store's
  /// clock.
  private static final String CLAIM =
      """
      update twin.run set state = 'running', worker = :worker, heartbeat = now(), attempts = attempts + 1,
        started_at = :now
      where id = (
        select id from twin.run
        where (state = 'queued' or (state = 'running' and heartbeat < now() - interval '20 seconds'))
          and id <> all(:left)
        order by requested_at for update skip locked limit 1)
      returning *
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final RunComputer computer;
  private final String name;
  private final Semaphore work = new Semaphore(0);

  /// Runs that ask for the code of another release; used by the worker's thread alone.
  private final Set<String> left = new HashSet<>();

  private volatile @Nullable Thread thread;
  private volatile boolean stopping;

  RunWorker(DataSource source, Clock clock, RunComputer computer) {
    this.jdbc = JdbcClient.create(source);
    this.clock = clock;
    this.computer = computer;
    this.name =
        InetAddress.getLoopbackAddress().getHostName()
            + "-"
            + ManagementFactory.getRuntimeMXBean().getName()
            // In containers host and process may be called the same.
            + "-"
            + UUID.randomUUID();
  }

  @EventListener
  void on(Runs.Queued queued) {
    work.release();
  }

  @Override
  public void start() {
    stopping = false;
    thread = Thread.ofPlatform().name("run-worker").start(this::loop);
  }

  @Override
  public void stop() {
    stopping = true;
    Thread running = thread;
    if (running != null) {
      running.interrupt();
      try {
        running.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      thread = null;
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void loop() {
    for (int looks = 1; !stopping; looks++) {
      if (looks % LOOKS_UNTIL_AGAIN == 0) {
        left.clear();
      }
      try {
        Optional<Claim> claim = claim();
        if (claim.isPresent()) {
          attempt(claim.get());
        } else if (work.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
          work.drainPermits();
        }
      } catch (InterruptedException e) {
        LOG.debug("woken to stop, or by a cancellation whose run had just ended", e);
      } catch (RuntimeException e) {
        LOG.warn("the queue of runs cannot be read now; trying again", e);
        pause();
      }
    }
  }

  private void pause() {
    try {
      work.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      LOG.debug("woken to stop", e);
    }
  }

  private record Claim(Run run, int attempts) {}

  private Optional<Claim> claim() {
    return jdbc.sql(CLAIM)
        .param("worker", name)
        .param("now", Sql.at(clock.instant()))
        .param("left", left.toArray(String[]::new))
        .query((row, n) -> new Claim(Runs.read(row), row.getInt("attempts")))
        .optional();
  }

  private void attempt(Claim claim) {
    Run run = claim.run();
    if (!computer.canCompute(run)) {
      leave(run);
      return;
    }
    if (claim.attempts() > MOST_ATTEMPTS) {
      end(
          run,
          "failed",
          "The server stopped " + MOST_ATTEMPTS + " times while computing this run.");
      return;
    }
    try {
      Computed computed = compute(run);
      boolean cancelledTooLate = Thread.interrupted();
      LOG.debug("run {} done, cancelled too late {}", run.id(), cancelledTooLate);
      finish(run, computed);
    } catch (InterruptedException e) {
      end(run, stopping ? "queued" : "cancelled", "");
    } catch (BadInput e) {
      end(run, "failed", e.findings().getFirst().toString());
    } catch (RuntimeException e) {
      LOG.error("run {} failed", run.id(), e);
      end(run, "failed", "A fault of the program stopped this run; the operator's log tells more.");
    }
  }

  private void leave(Run run) {
    left.add(run.id());
    boolean tooLong = run.requestedAt().plus(WAIT_FOR_RELEASE).isBefore(clock.instant());
    end(
        run,
        tooLong ? "failed" : "queued",
        tooLong ? "It was asked of another release of the program, which is gone. Ask again." : "");
  }

  private record Computed(Results results, double cpuSeconds, long peakBytes) {}

  private Computed compute(Run run) throws InterruptedException {
    try (var computation = new Computation();
        var _ = new Heartbeat(jdbc, run.id(), name, computation)) {
      Results results = computer.compute(run, computation);
      return new Computed(results, computation.cpuSeconds(), computation.peakBytes());
    }
  }

  private void finish(Run run, Computed computed) {
    byte[] bytes = computed.results().bytes();
    jdbc.sql(
            """
            update twin.run set state = 'done', progress = 1, stage = '', result = ?, result_sha256 = ?,
              cpu_seconds = ?, peak_bytes = ?, finished_at = ?
            where id = ? and worker = ? and state = 'running'
            """)
        .params(
            bytes,
            Digest.hex(Digest.sha256().digest(bytes)),
            computed.cpuSeconds(),
            computed.peakBytes(),
            Sql.at(clock.instant()),
            run.id(),
            name)
        .update();
  }

  private void end(Run run, String state, String failure) {
    // A cancelled or stopped run may leave the interrupt flag set, which the connection would trip
    // over.
    boolean interrupted = Thread.interrupted();
    jdbc.sql(
            """
            update twin.run set state = ?, failure = ?, finished_at = ?, attempts = case ? when 'queued' then
              attempts - 1 else attempts end
            where id = ? and worker = ? and state = 'running'
            """)
        .params(state, failure, Sql.at(clock.instant()), state, run.id(), name)
        .update();
    LOG.debug("run {} ended {}, interrupted {}", run.id(), state, interrupted);
  }
}
