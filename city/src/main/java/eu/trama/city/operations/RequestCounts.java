package eu.trama.city.operations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Counts requests by what became of them, and how long they took: some hundred nanoseconds each,
/// and nothing about who asked for what.
final class RequestCounts extends OncePerRequestFilter {

  /// Upper ends of the classes of duration, seconds.
  static final double[] SECONDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

  private static final double NANOS = 1e9;
  private static final int CLASSES = 6;
  private static final int HUNDRED = 100;
  private static final int SERVER_ERROR = 500;

  private final LongAdder[] byClass = adders(CLASSES);
  private final LongAdder[] byDuration = adders(SECONDS.length + 1);
  private final LongAdder nanos = new LongAdder();
  private final LongAdder begun = new LongAdder();
  private final LongAdder ended = new LongAdder();

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long start = System.nanoTime();
    begun.increment();
    boolean failed = true;
    try {
      chain.doFilter(request, response);
      failed = false;
    } finally {
      // What a filter lets through becomes a 500 only after it.
      count(failed ? SERVER_ERROR : response.getStatus(), System.nanoTime() - start);
      ended.increment();
    }
  }

  private void count(int status, long took) {
    byClass[Math.clamp(status / HUNDRED, 0, CLASSES - 1)].increment();
    nanos.add(took);
    byDuration[bucket(took / NANOS)].increment();
  }

  private static int bucket(double seconds) {
    int bucket = 0;
    while (bucket < SECONDS.length && seconds > SECONDS[bucket]) {
      bucket++;
    }
    return bucket;
  }

  /// Requests whose status began with that digit.
  double ofClass(int digit) {
    return byClass[digit].sum();
  }

  /// Requests that took no longer than the upper end of that class of [#SECONDS].
  double within(int bucket) {
    double sum = 0;
    for (int i = 0; i <= bucket; i++) {
      sum += byDuration[i].sum();
    }
    return sum;
  }

  double seconds() {
    return nanos.sum() / NANOS;
  }

  double beingAnswered() {
    return (double) begun.sum() - ended.sum();
  }

  private static LongAdder[] adders(int count) {
    var adders = new LongAdder[count];
    for (int i = 0; i < count; i++) {
      adders[i] = new LongAdder();
    }
    return adders;
  }
}
