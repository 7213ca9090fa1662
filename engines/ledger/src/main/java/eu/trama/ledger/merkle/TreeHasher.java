package eu.trama.ledger.merkle;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The hashes of RFC 9162 section 2.1.1: leaves and nodes are told apart by their first byte, so
/// that no entry can pass for a node. Holds buffers: one thread at a time.
public final class TreeHasher {

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final MessageDigest digest;

  public TreeHasher() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// The root of the tree without entries.
  public Hash empty() {
    return Hash.of(digest.digest());
  }

  public Hash leaf(byte[] entry) {
    return leaf(entry, 0, entry.length);
  }

  /// The leaf of the entry that lies at `offset` of `source`.
  public Hash leaf(byte[] source, int offset, int length) {
    digest.update(LEAF);
    digest.update(source, offset, length);
    return Hash.of(digest.digest());
  }

  public Hash node(Hash left, Hash right) {
    digest.update(NODE);
    digest.update(left.bytes());
    digest.update(right.bytes());
    return Hash.of(digest.digest());
  }

  /// The root of a perfect tree over hashes that lie one behind the other.
  ///
  /// @param first which hash of `hashes` is the first
  /// @param count how many, a power of two
  public Hash perfect(byte[] hashes, int first, int count) {
    if (Integer.bitCount(count) != 1) {
      throw new IllegalArgumentException("no perfect tree has " + count + " leaves");
    }
    int from = first * Hash.BYTES;
    if (count == 1) {
      return Hash.at(hashes, from);
    }
    var level = new byte[count * Hash.BYTES];
    System.arraycopy(hashes, from, level, 0, level.length);
    for (int width = count / 2; width > 0; width /= 2) {
      halve(level, width);
    }
    return Hash.at(level, 0);
  }

  /// Writes each pair's node over the pairs already read.
  private void halve(byte[] level, int width) {
    try {
      for (int i = 0; i < width; i++) {
        digest.update(NODE);
        digest.update(level, 2 * i * Hash.BYTES, 2 * Hash.BYTES);
        digest.digest(level, i * Hash.BYTES, Hash.BYTES);
      }
    } catch (DigestException e) {
      throw new IllegalStateException("SHA-256 has 32 bytes", e);
    }
  }
}
