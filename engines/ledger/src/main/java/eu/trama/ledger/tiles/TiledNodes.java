package eu.trama.ledger.tiles;

import static eu.trama.ledger.tiles.TileId.FULL;
import static eu.trama.ledger.tiles.TileId.LEVEL_BITS;

import eu.trama.ledger.merkle.Hash;
import eu.trama.ledger.merkle.Nodes;
import eu.trama.ledger.merkle.TreeHasher;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// The perfect nodes of a tree of `size` entries, out of its tiles. Keeps the tiles that it read,
/// so that it should live as long as one proof; of a proof's tiles there are at most a dozen.
public final class TiledNodes implements Nodes {

  private final TileSource source;
  private final long size;
  private final TreeHasher hasher = new TreeHasher();
  private final Map<TileId, byte[]> read = new HashMap<>();

  public TiledNodes(TileSource source, long size) {
    this.source = source;
    this.size = size;
  }

  @Override
  public Hash node(int level, long index) throws IOException {
    int tileLevel = level / LEVEL_BITS;
    int within = level % LEVEL_BITS;
    long first = index << within;
    long count = size >> (tileLevel * LEVEL_BITS);
    if (index < 0 || (index + 1) << within > count) {
      throw new IllegalArgumentException(
          "a tree of %d entries has no node %d of level %d".formatted(size, index, level));
    }
    TileId id = TileId.holding(tileLevel, first, count);
    return hasher.perfect(tile(id), (int) (first % FULL), 1 << within);
  }

  private byte[] tile(TileId id) throws IOException {
    byte[] known = read.get(id);
    if (known != null) {
      return known;
    }
    byte[] tile = source.read(id).orElseThrow(() -> new IOException("the log has no " + id.path()));
    if (tile.length < id.width() * Hash.BYTES) {
      throw new IOException("%s is cut short: %d bytes".formatted(id.path(), tile.length));
    }
    read.put(id, tile);
    return tile;
  }
}
