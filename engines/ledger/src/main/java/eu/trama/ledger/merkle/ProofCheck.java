package eu.trama.ledger.merkle;

import java.util.List;
import java.util.Optional;

/// Checks proofs without the log, by the steps of RFC 9162 sections 2.1.3.2 and 2.1.4.2.
public final class ProofCheck {

  private ProofCheck() {}

  /// The root that follows from a leaf and its path; empty where the path has not the length that
  /// such a tree asks for.
  public static Optional<Hash> root(Hash leaf, long index, long size, List<Hash> path) {
    if (index < 0 || index >= size) {
      return Optional.empty();
    }
    var hasher = new TreeHasher();
    long node = index;
    long last = size - 1;
    Hash root = leaf;
    for (Hash sibling : path) {
      if (last == 0) {
        return Optional.empty();
      }
      if (odd(node) || node == last) {
        root = hasher.node(sibling, root);
        while (!odd(node) && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        root = hasher.node(root, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 ? Optional.of(root) : Optional.empty();
  }

  /// Whether a tree is the beginning of another by this proof.
  public static boolean consistent(
      long earlier, Hash earlierRoot, long later, Hash laterRoot, List<Hash> proof) {
    if (earlier < 0 || earlier > later) {
      return false;
    }
    if (earlier == later) {
      return proof.isEmpty() && earlierRoot.equals(laterRoot);
    }
    if (earlier == 0) {
      return proof.isEmpty() && earlierRoot.equals(new TreeHasher().empty());
    }
    boolean perfect = Long.bitCount(earlier) == 1;
    if (proof.isEmpty()) {
      return false;
    }
    Hash begin = perfect ? earlierRoot : proof.getFirst();
    List<Hash> rest = perfect ? proof : proof.subList(1, proof.size());
    return meets(earlier, earlierRoot, later, laterRoot, begin, rest);
  }

  private static boolean meets(
      long earlier, Hash earlierRoot, long later, Hash laterRoot, Hash begin, List<Hash> rest) {
    var hasher = new TreeHasher();
    long node = earlier - 1;
    long last = later - 1;
    while (odd(node)) {
      node >>= 1;
      last >>= 1;
    }
    Hash one = begin;
    Hash other = begin;
    for (Hash sibling : rest) {
      if (last == 0) {
        return false;
      }
      if (odd(node) || node == last) {
        one = hasher.node(sibling, one);
        other = hasher.node(sibling, other);
        while (!odd(node) && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        other = hasher.node(other, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && one.equals(earlierRoot) && other.equals(laterRoot);
  }

  private static boolean odd(long node) {
    return (node & 1) == 1;
  }
}
