package eu.trama.city.web;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/// Counts the requests that this server refused for their rate since it started, for operators.
@Component
public final class Refusals {

  private final Map<RequestKind, LongAdder> counts = new EnumMap<>(RequestKind.class);

  public Refusals() {
    for (RequestKind kind : RequestKind.values()) {
      counts.put(kind, new LongAdder());
    }
  }

  /// One more of that kind.
  public void count(RequestKind kind) {
    var count = counts.get(kind);
    if (count != null) {
      count.increment();
    }
  }

  /// How many there were of that kind.
  public long of(RequestKind kind) {
    var count = counts.get(kind);
    return count == null ? 0 : count.sum();
  }
}
