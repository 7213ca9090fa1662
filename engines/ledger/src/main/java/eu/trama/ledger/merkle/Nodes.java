package eu.trama.ledger.merkle;

import java.io.IOException;

/// Where a tree's perfect nodes come from.
@FunctionalInterface
public interface Nodes {

  /// The hash over the entries from `index * 2^level` on, `2^level` of them.
  ///
  /// @throws IOException where it cannot be read
  Hash node(int level, long index) throws IOException;
}
