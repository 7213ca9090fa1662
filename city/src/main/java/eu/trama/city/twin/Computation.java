package eu.trama.city.twin;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

/// The computing of one run: runs independent parts on the processors of this machine and measures
/// what all of it costs. Belongs to the thread that made it.
final class Computation implements RunContext, AutoCloseable {

  private static final double NANOS = 1e9;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final long ownerNanosAtStart = threads.getCurrentThreadCpuTime();
  private final LongAdder helperNanos = new LongAdder();
  private final ExecutorService helpers =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().name("run-part-", 0).daemon().factory());
  private volatile double part;
  private volatile String stage = "";

  Computation() {
    heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
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

  double part() {
    return part;
  }

  String stage() {
    return stage;
  }

  double cpuSeconds() {
    return (threads.getCurrentThreadCpuTime() - ownerNanosAtStart + helperNanos.sum()) / NANOS;
  }

  long peakBytes() {
    return heapPools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }

  @Override
  public void close() {
    helpers.shutdownNow();
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

  private static List<MemoryPoolMXBean> heapPools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }
}
