package eu.trama.ledger.tiles;

import static eu.trama.ledger.tiles.TileId.FULL;
import static eu.trama.ledger.tiles.TileId.LEVEL_BITS;

import eu.trama.ledger.merkle.Hash;
import eu.trama.ledger.merkle.TreeHasher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Where a tree grows: of each level the tile that is not full yet. All to the left of it lies in
/// full tiles, is handed over when it becomes full, and is not held. One thread at a time.
public final class RightEdge {

  private final TreeHasher hasher = new TreeHasher();
  private final List<byte[]> open = new ArrayList<>();
  private long size;

  /// The edge of an empty tree.
  public RightEdge() {}

  /// Takes a tile that has become full.
  @FunctionalInterface
  public interface Sink<E extends Exception> {
    void full(TileId id, byte[] hashes) throws E;
  }

  /// Gives the partial tile that is asked for, as many bytes as it has or more.
  @FunctionalInterface
  public interface Partials<E extends Exception> {
    byte[] tile(TileId id) throws E;
  }

  /// The edge of a tree of `size` entries, out of its partial tiles.
  public static <E extends Exception> RightEdge of(long size, Partials<E> partials) throws E {
    var edge = new RightEdge();
    edge.size = size;
    for (int level = 0; edge.count(level) > 0; level++) {
      byte[] tile = edge.tile(level);
      if (edge.width(level) > 0) {
        byte[] found = partials.tile(edge.id(level));
        System.arraycopy(found, 0, tile, 0, edge.width(level) * Hash.BYTES);
      }
    }
    return edge;
  }

  /// The same edge, to go on with on its own.
  public RightEdge copy() {
    var copy = new RightEdge();
    copy.size = size;
    open.forEach(tile -> copy.open.add(tile.clone()));
    return copy;
  }

  public <E extends Exception> void add(Hash leaf, Sink<E> sink) throws E {
    long index = size++;
    put(0, index, leaf, sink);
  }

  private <E extends Exception> void put(int level, long position, Hash hash, Sink<E> sink)
      throws E {
    byte[] tile = tile(level);
    int within = (int) (position % FULL);
    hash.copyTo(tile, within * Hash.BYTES);
    if (within == FULL - 1) {
      sink.full(new TileId(level, position / FULL, FULL), tile.clone());
      put(level + 1, position / FULL, hasher.perfect(tile, 0, FULL), sink);
    }
  }

  private byte[] tile(int level) {
    while (open.size() <= level) {
      open.add(new byte[FULL * Hash.BYTES]);
    }
    return open.get(level);
  }

  public long size() {
    return size;
  }

  /// How many levels of tiles the tree has.
  public int levels() {
    return open.size();
  }

  /// How many hashes that level has, full tiles included.
  public long count(int level) {
    return size >> (level * LEVEL_BITS);
  }

  /// How many hashes the open tile of that level has, 0 to 255.
  public int width(int level) {
    return (int) (count(level) % FULL);
  }

  /// The open tile of that level, where it has a hash.
  public TileId id(int level) {
    return new TileId(level, count(level) / FULL, width(level));
  }

  public byte[] hashes(int level) {
    return Arrays.copyOf(tile(level), width(level) * Hash.BYTES);
  }

  /// The root of the whole tree: from the right, each level's perfect trees joined to what is right
  /// of them.
  public Hash root() {
    if (size == 0) {
      return hasher.empty();
    }
    Hash right = null;
    for (int level = 0; level < open.size(); level++) {
      int end = width(level);
      for (int count = 1; count < FULL; count *= 2) {
        if ((width(level) & count) != 0) {
          end -= count;
          Hash perfect = hasher.perfect(open.get(level), end, count);
          right = right == null ? perfect : hasher.node(perfect, right);
        }
      }
    }
    if (right == null) {
      throw new IllegalStateException("a tree of " + size + " entries without an edge");
    }
    return right;
  }
}
