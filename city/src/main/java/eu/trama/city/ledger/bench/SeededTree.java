package eu.trama.city.ledger.bench;

import static eu.trama.ledger.tiles.TileId.FULL;

import eu.trama.ledger.merkle.Hash;
import eu.trama.ledger.merkle.MerkleTree;
import eu.trama.ledger.merkle.TreeHasher;
import eu.trama.ledger.note.Checkpoint;
import eu.trama.ledger.note.SigningKey;
import eu.trama.ledger.storage.DiskStorage;
import eu.trama.ledger.tiles.TileId;
import eu.trama.ledger.tiles.TiledNodes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/// The tree of a large log, without its entries: leaves are drawn from their index, and all tiles
/// above are made of them as the log does. 100 million leaves are 3.2 GB of tiles.
final class SeededTree {

  /// So many leaves fill whole tiles of level 0, so that no bundle is open at the edge.
  static final long HUNDRED_MILLION = 100_000_000;

  private SeededTree() {}

  /// What stands for the leaf hash of an entry (SplitMix64, Steele et al. 2014).
  static Hash leaf(long index) {
    ByteBuffer bytes = ByteBuffer.allocate(Hash.BYTES);
    for (long word = 0; word < 4; word++) {
      long z = (index * 4 + word + 1) * 0x9E3779B97F4A7C15L;
      z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
      z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
      bytes.putLong(z ^ (z >>> 31));
    }
    return Hash.of(bytes.array());
  }

  /// Writes the tiles of `size` leaves, a multiple of 256, and a head over them.
  static void write(Path folder, long size, SigningKey key) throws IOException {
    try (var storage = new DiskStorage(folder)) {
      var hasher = new TreeHasher();
      byte[] above = new byte[Math.toIntExact(size / FULL) * Hash.BYTES];
      byte[] tile = new byte[FULL * Hash.BYTES];
      for (long n = 0; n < size / FULL; n++) {
        for (int i = 0; i < FULL; i++) {
          leaf(n * FULL + i).copyTo(tile, i * Hash.BYTES);
        }
        storage.write(new TileId(0, n, FULL).path(), tile);
        hasher.perfect(tile, 0, FULL).copyTo(above, (int) n * Hash.BYTES);
      }
      for (int level = 1; above.length > 0; level++) {
        above = level(storage, hasher, level, above);
      }
      Hash root = new MerkleTree(new TiledNodes(storage, size), size).root();
      Checkpoint head = Checkpoint.of(key.verifier().name(), size, root);
      storage.write(
          "checkpoint",
          head.signed(key).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  private static byte[] level(DiskStorage storage, TreeHasher hasher, int level, byte[] hashes)
      throws IOException {
    int count = hashes.length / Hash.BYTES;
    byte[] above = new byte[count / FULL * Hash.BYTES];
    for (int first = 0; first < count; first += FULL) {
      TileId id = TileId.holding(level, first, count);
      byte[] tile =
          java.util.Arrays.copyOfRange(
              hashes, first * Hash.BYTES, (first + id.width()) * Hash.BYTES);
      storage.write(id.path(), tile);
      if (id.full()) {
        hasher.perfect(tile, 0, FULL).copyTo(above, first / FULL * Hash.BYTES);
      }
    }
    return above;
  }
}
