package eu.trama.city.store;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.HexFormat;

/// A hash of rows that does not depend on their order, since a table has none: the sum of the rows'
/// SHA-256, modulo 2^256 (AdHash of Bellare and Micciancio, 1997). It finds what is missing, twice
/// or altered by accident; the archive's own hashes are for the rest.
final class RowSum {

  private static final int BITS = 256;
  private static final int BYTES = BITS / Byte.SIZE;

  private final MessageDigest digest = Sha256.digest();
  private BigInteger sum = BigInteger.ZERO;
  private long rows;

  void add(byte[] row) {
    sum = sum.add(new BigInteger(1, digest.digest(row)));
    if (sum.bitLength() > BITS) {
      sum = sum.clearBit(BITS);
    }
    rows++;
  }

  long rows() {
    return rows;
  }

  String hex() {
    byte[] signed = sum.toByteArray();
    byte[] bytes = new byte[BYTES];
    int length = Math.min(signed.length, BYTES);
    System.arraycopy(signed, signed.length - length, bytes, BYTES - length, length);
    return HexFormat.of().formatHex(bytes);
  }
}
