package eu.trama.city.web.security;

import java.util.LinkedHashMap;
import java.util.Map;

/// The buckets of everybody who asked lately. Memory is bounded: when there are too many, the one
/// that was not used for the longest time goes, and whoever it belonged to starts with a full one.
final class Buckets {

  private final Allowance allowance;
  private final Map<String, Bucket> buckets;

  /// @param most how many to keep
  Buckets(Allowance allowance, int most) {
    this.allowance = allowance;
    this.buckets =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > most;
          }
        };
  }

  Allowance allowance() {
    return allowance;
  }

  synchronized Bucket.Taken take(String who, long now) {
    return buckets.computeIfAbsent(who, w -> new Bucket(allowance, now)).take(now);
  }

  synchronized int size() {
    return buckets.size();
  }
}
