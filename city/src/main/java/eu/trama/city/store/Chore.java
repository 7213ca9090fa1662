package eu.trama.city.store;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Work on the store that a server does again and again, in a thread of its own, between [#start]
/// and [#stop].
public final class Chore {

  private final String name;
  private final int firstAfterMinutes;
  private final int everyMinutes;
  private final Runnable work;
  private @Nullable ScheduledExecutorService timer;

  /// @param name of the thread
  /// @param everyMinutes from the end of one round to the beginning of the next
  /// @param work that lets no exception out, since the first would be its last round
  public Chore(String name, int firstAfterMinutes, int everyMinutes, Runnable work) {
    this.name = name;
    this.firstAfterMinutes = firstAfterMinutes;
    this.everyMinutes = everyMinutes;
    this.work = work;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // It ends with the timer, and fails nobody.
  public synchronized void start() {
    var started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name(name).factory());
    started.scheduleWithFixedDelay(work, firstAfterMinutes, everyMinutes, TimeUnit.MINUTES);
    timer = started;
  }

  public synchronized void stop() {
    if (timer != null) {
      timer.shutdownNow();
      timer = null;
    }
  }

  public synchronized boolean isRunning() {
    return timer != null;
  }
}
