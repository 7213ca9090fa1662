package eu.trama.engines.transit.search;

import eu.trama.engines.transit.geo.NearOrder;
import eu.trama.engines.transit.geo.Places;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// Searches from every origin on several threads, each with a [ReachSearch] of its own:
///
/// ```java
/// new AllToAll(plan, origins).run(2, new int[] {50}, (origin, place, reach) -> {
///   people[place] = reach.reach(origin, 0).sum(1800, peopleAt);
/// });
/// ```
///
/// Batches are of origins that lie near each other, since they board the same vehicles. Memory is
/// that of one search a thread, whatever the number of origins.
public final class AllToAll {
  private final ReachPlan plan;
  private final int[] order;
  private final Places inOrder;

  /// Receives one origin; called by several threads at once, once an origin.
  @FunctionalInterface
  public interface Sink {
    /// Receives an origin.
    ///
    /// @param origin its number in the batch
    /// @param place its number among the places searched from
    /// @param batch valid beyond the call; shared with other origins of the batch
    void found(int origin, int place, Percentiles batch);
  }

  public AllToAll(ReachPlan plan, Places origins) {
    this.plan = plan;
    this.order = NearOrder.of(origins);
    this.inOrder = origins.some(order);
  }

  /// Runs all origins.
  ///
  /// @throws InterruptedException when the thread was interrupted; the others are stopped then
  public void run(int threads, int[] percents, Sink sink) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        Callable<Void> worker =
            () -> {
              work(next, percents, sink);
              return null;
            };
        running.add(pool.submit(worker));
      }
      try {
        for (Future<?> each : running) {
          each.get();
        }
      } catch (ExecutionException e) {
        throw new IllegalStateException("a search failed", e.getCause());
      } finally {
        pool.shutdownNow();
      }
    }
  }

  private void work(AtomicInteger next, int[] percents, Sink sink) throws InterruptedException {
    ReachSearch search = new ReachSearch(plan);
    int width = search.width();
    for (int first = next.getAndAdd(width); first < order.length; first = next.getAndAdd(width)) {
      int count = Math.min(width, order.length - first);
      Percentiles batch = search.percentiles(inOrder, first, count, percents);
      for (int origin = 0; origin < count; origin++) {
        sink.found(origin, order[first + origin], batch);
      }
    }
  }
}
