package eu.trama.city.twin;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A run while it is computed: keeps its claim alive, hears of cancellation, computes in parallel
/// and measures the cost. Belongs to the thread that made it; that thread is interrupted when the
/// run is cancelled or its claim is lost.
final class RunningRun implements RunContext, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RunningRun.class);
  private static final long HEARTBEAT_MILLIS = 500;
  private static final double NANOS = 1e9;

  private final JdbcClient jdbc;
  private final String id;
  private final String worker;
  private final Thread owner = Thread.currentThread();
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final long ownerNanosAtStart = threads.getCurrentThreadCpuTime();
  private final LongAdder helperNanos = new LongAdder();
  private final ExecutorService helpers =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().name("run-part-", 0).daemon().factory());
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("run-heartbeat").daemon().factory());
  private volatile double part;
  private volatile String stage = "";
  private volatile boolean closed;

  RunningRun(JdbcClient jdbc, String id, String worker) {
    this.jdbc = jdbc;
    this.id = id;
    this.worker = worker;
    heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
    var _ =
        heart.scheduleWithFixedDelay(
            this::beat, HEARTBEAT_MILLIS, HEARTBEAT_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void progress(double part, String stage) {
    this.part = Math.clamp(part, 0, 1);
    this.stage = stage;
  }

  @Override
  public <T> List<T> parallel(List<Callable<T>> parts) throws InterruptedException {
    List<Future<T>> futures = helpers.invokeAll(parts.stream().map(this::measured).toList());
    var results = new ArrayList<T>(parts.size());
    for (Future<T> future : futures) {
      try {
        results.add(future.get());
      } catch (CancellationException e) {
        throw new InterruptedException("cancelled");
      } catch (ExecutionException e) {
        switch (Objects.requireNonNull(e.getCause())) {
          case InterruptedException cancelled -> throw cancelled;
          case RuntimeException runtime -> throw runtime;
          case Error error -> throw error;
          default -> throw new IllegalStateException(e.getCause());
        }
      }
    }
    return results;
  }

  double cpuSeconds() {
    return (threads.getCurrentThreadCpuTime() - ownerNanosAtStart + helperNanos.sum()) / NANOS;
  }

  long peakBytes() {
    return heapPools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }

  @Override
  public void close() {
    closed = true;
    helpers.shutdownNow();
    heart.shutdownNow();
    // The heartbeat may be interrupting the owner right now; let it finish, so that no later run is
    // hit.
    try {
      heart.awaitTermination(HEARTBEAT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      LOG.debug("run {} was being cancelled while it ended", id);
    }
  }

  private <T> Callable<T> measured(Callable<T> work) {
    return () -> {
      long before = threads.getCurrentThreadCpuTime();
      try {
        return work.call();
      } finally {
        helperNanos.add(threads.getCurrentThreadCpuTime() - before);
      }
    };
  }

  private void beat() {
    try {
      Optional<Boolean> cancelled =
          jdbc.sql(
                  """
                  update twin.run set heartbeat = now(), progress = ?, stage = ?
                  where id = ? and worker = ? and state = 'running' returning cancel_requested
                  """)
              .params(part, stage, id, worker)
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

  private static List<MemoryPoolMXBean> heapPools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }
}
