package eu.trama.city.store;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what the operating system offers no event for: a file's text, another session's
/// process.
final class Patience {

  private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(5).toNanos();

  private Patience() {}

  /// Waits until `condition` holds.
  ///
  /// @return whether it came to hold within `limit`
  /// @throws InterruptedException where this thread is interrupted first
  static boolean await(BooleanSupplier condition, Duration limit) throws InterruptedException {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > limit.toNanos()) {
        return false;
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
    return true;
  }
}
