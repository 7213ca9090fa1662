package eu.trama.ledger.log;

import static eu.trama.ledger.tiles.TileId.FULL;
import static eu.trama.ledger.tiles.TileId.LEVEL_BITS;

import eu.trama.ledger.merkle.Hash;
import eu.trama.ledger.merkle.TreeHasher;
import eu.trama.ledger.storage.Storage;
import eu.trama.ledger.tiles.Bundle;
import eu.trama.ledger.tiles.RightEdge;
import eu.trama.ledger.tiles.TileId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The tree and its bundles while entries are added: holds the right edge, writes what is complete.
/// One thread at a time.
final class GrowingTree {

  /// So much may wait for the disk; a full level 0 tile and its bundle are some 20 kB.
  private static final int MOST_WAITING = 8 << 20;

  private final Storage storage;
  private final TreeHasher hasher = new TreeHasher();
  private final TreeFiles files;
  private final RightEdge edge;
  private final List<TileId> filled = new ArrayList<>();
  private ByteArrayOutputStream bundle = new ByteArrayOutputStream();
  private long flushed;

  private GrowingTree(Storage storage, RightEdge edge) {
    this.storage = storage;
    this.files = new TreeFiles(storage);
    this.edge = edge;
    this.flushed = edge.size();
  }

  /// A tree without entries.
  static GrowingTree empty(Storage storage) {
    return new GrowingTree(storage, new RightEdge());
  }

  /// Takes up a tree that lies on the disk.
  ///
  /// @throws DamagedLedgerException where a file of its edge is missing or short
  static GrowingTree load(Storage storage, long size) throws IOException {
    RightEdge edge =
        RightEdge.of(
            size,
            id -> {
              byte[] found = present(storage, id);
              if (found.length < id.width() * Hash.BYTES) {
                throw new DamagedLedgerException(id + " is cut short");
              }
              return found;
            });
    var tree = new GrowingTree(storage, edge);
    int open = (int) (size % FULL);
    if (open > 0) {
      var id = new TileId(TileId.ENTRIES, size / FULL, open);
      byte[] found = present(storage, id);
      List<Bundle.Span> spans = Bundle.spans(found, open);
      if (spans.size() < open) {
        throw new DamagedLedgerException(id + " is cut short");
      }
      tree.bundle.write(found, 0, spans.getLast().end());
    }
    return tree;
  }

  private static byte[] present(Storage storage, TileId id) throws IOException {
    return storage.read(id).orElseThrow(() -> new DamagedLedgerException(id + " is missing"));
  }

  long size() {
    return edge.size();
  }

  Hash root() {
    return edge.root();
  }

  /// Adds an entry; it may be on the disk when this returns, or not.
  void add(byte[] entry) throws IOException {
    long index = edge.size();
    Bundle.write(bundle, entry);
    edge.add(hasher.leaf(entry), this::finished);
    if (edge.size() % FULL == 0) {
      finished(new TileId(TileId.ENTRIES, index / FULL, FULL), bundle.toByteArray());
      bundle = new ByteArrayOutputStream();
    }
    if (files.bytes() > MOST_WAITING) {
      flush();
    }
  }

  private void finished(TileId id, byte[] content) {
    files.add(id, content);
    int levelAbove = Math.max(0, id.level()) + 1;
    if (id.index() == flushed >> (levelAbove * LEVEL_BITS)) {
      // Only the tile that was open at the last flush can have narrower forms.
      filled.add(id);
    }
  }

  /// Brings all of the tree to the disk, partial tiles included.
  void flush() throws IOException {
    long size = edge.size();
    if (flushed == size) {
      return;
    }
    for (int level = 0; level < edge.levels(); level++) {
      if (edge.width(level) > 0 && edge.count(level) > flushed >> (level * LEVEL_BITS)) {
        files.add(edge.id(level), edge.hashes(level));
      }
    }
    int open = (int) (size % FULL);
    if (open > 0) {
      files.add(new TileId(TileId.ENTRIES, size / FULL, open), bundle.toByteArray());
    }
    files.flush();
    // Whoever still asks for them finds the full tile.
    TreeFiles.prune(storage, filled);
    filled.clear();
    flushed = size;
  }
}
