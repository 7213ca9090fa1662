package eu.trama.ledger.merkle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The tree over the first `size` entries of a log: its root and its proofs, as RFC 9162 sections
/// 2.1.1 to 2.1.4 define them. It asks for perfect nodes only, about 2 log2(size) of them for a
/// proof.
///
/// ```java
/// var tree = new MerkleTree(nodes, 1_000_000);
/// List<Hash> path = tree.inclusion(73_894);
/// ```
///
/// One thread at a time.
public final class MerkleTree {

  private final Nodes nodes;
  private final long size;
  private final TreeHasher hasher = new TreeHasher();

  public MerkleTree(Nodes nodes, long size) {
    if (size < 0) {
      throw new IllegalArgumentException("no tree has " + size + " entries");
    }
    this.nodes = nodes;
    this.size = size;
  }

  public long size() {
    return size;
  }

  public Hash root() throws IOException {
    return size == 0 ? hasher.empty() : range(0, size);
  }

  /// The sibling of the leaf, then of each node above it, up to the children of the root.
  public List<Hash> inclusion(long index) throws IOException {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException(
          "no entry %d in a tree of %d entries".formatted(index, size));
    }
    var path = new ArrayList<Hash>();
    climb(index, 0, size, path);
    return List.copyOf(path);
  }

  private void climb(long index, long from, long to, List<Hash> path) throws IOException {
    if (to - from == 1) {
      return;
    }
    long middle = from + split(to - from);
    if (index < middle) {
      climb(index, from, middle, path);
      path.add(range(middle, to));
    } else {
      climb(index, middle, to, path);
      path.add(range(from, middle));
    }
  }

  /// What shows that the tree of the first `earlier` entries is the beginning of this one. Empty
  /// where that needs no proof: from the empty tree, and from this size itself.
  public List<Hash> consistency(long earlier) throws IOException {
    if (earlier < 0 || earlier > size) {
      throw new IllegalArgumentException(
          "a tree of %d entries has no beginning of %d".formatted(size, earlier));
    }
    var path = new ArrayList<Hash>();
    if (earlier > 0) {
      meet(earlier, 0, size, true, path);
    }
    return List.copyOf(path);
  }

  /// @param known whether the earlier tree's own root stands for this whole range
  private void meet(long earlier, long from, long to, boolean known, List<Hash> path)
      throws IOException {
    if (earlier == to) {
      if (!known) {
        path.add(range(from, to));
      }
      return;
    }
    long middle = from + split(to - from);
    if (earlier <= middle) {
      meet(earlier, from, middle, known, path);
      path.add(range(middle, to));
    } else {
      meet(earlier, middle, to, false, path);
      path.add(range(from, middle));
    }
  }

  /// The hash over entries `from` to `to`, where `from` is where a tree of that size may begin.
  private Hash range(long from, long to) throws IOException {
    long count = to - from;
    if (Long.bitCount(count) == 1) {
      int level = Long.numberOfTrailingZeros(count);
      return nodes.node(level, from >> level);
    }
    long middle = from + split(count);
    return hasher.node(range(from, middle), range(middle, to));
  }

  /// The largest power of two below `count`.
  private static long split(long count) {
    return Long.highestOneBit(count - 1);
  }
}
