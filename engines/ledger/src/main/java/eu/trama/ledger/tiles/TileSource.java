package eu.trama.ledger.tiles;

import java.io.IOException;
import java.util.Optional;

/// Where a log's files come from: a folder, a server, a test's map.
@FunctionalInterface
public interface TileSource {

  /// The file at that path below the log's own, such as `checkpoint` or `tile/0/000`; empty where
  /// there is none.
  Optional<byte[]> read(String path) throws IOException;

  /// The first `width` hashes or entries' bytes of a tile: a narrower tile may have been removed
  /// once the full one was there.
  default Optional<byte[]> read(TileId id) throws IOException {
    Optional<byte[]> exact = read(id.path());
    return exact.isPresent() || id.full() ? exact : read(id.grown().path());
  }
}
