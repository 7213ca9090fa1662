package eu.trama.engines.transit.walking;

import eu.trama.engines.transit.geo.Places;

/// How people walk. [StraightLine] where no streets are known, [StreetWalking] where they are.
/// Implementations are immutable; walking from a to b takes as long as from b to a.
public interface Walking {
  /// Prepares to find out which of the targets are near a point. The result may be shared by
  /// threads; each thread takes a [Walker] of its own from it.
  Targets to(Places targets);

  /// Places prepared as ends of walks.
  interface Targets {
    Places places();

    /// A searcher with state of its own, to be used again and again by one thread.
    Walker walker();
  }

  /// Walks from points to the targets.
  interface Walker {
    /// Tells each target within the limit, once, in no promised but always the same order.
    void from(double latitude, double longitude, int limitSeconds, Visitor visitor);
  }

  /// Receives the targets.
  @FunctionalInterface
  interface Visitor {
    /// Receives one target.
    ///
    /// @param seconds walking time, rounded up
    void reached(int target, int seconds);
  }
}
