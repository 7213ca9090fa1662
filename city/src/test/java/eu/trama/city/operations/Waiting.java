package eu.trama.city.operations;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/// Waits for a condition that nobody announces.
final class Waiting {

  private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(20).toNanos();

  private Waiting() {}

  static void until(Duration limit, Callable<Boolean> condition) throws Exception {
    long start = System.nanoTime();
    while (!condition.call()) {
      if (System.nanoTime() - start > limit.toNanos()) {
        fail("not within " + limit);
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }
}
