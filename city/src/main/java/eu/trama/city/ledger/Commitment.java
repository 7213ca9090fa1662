package eu.trama.city.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/// A promise of what some bytes are, which tells nothing of them to whoever has not the salt:
/// SHA-256 over a name for this use, the salt, and the bytes.
///
/// ```java
/// byte[] salt = Commitment.salt();
/// UUID receipt = ledger.append("decision", Commitment.of(salt, document));
/// ```
///
/// Keep the salt beside the bytes, under the person's key: with both gone nobody can find out what
/// the entry stood for, and the proof that it is there stays valid.
public final class Commitment {

  public static final int BYTES = 32;
  public static final int SALT_BYTES = 32;

  private static final byte[] USE = "trama commitment v1\n".getBytes(StandardCharsets.US_ASCII);
  private static final SecureRandom RANDOM = new SecureRandom();

  private Commitment() {}

  /// A new salt, for one commitment.
  public static byte[] salt() {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return salt;
  }

  /// The commitment to `bytes`.
  ///
  /// @param salt 32 bytes, so that where it ends is certain
  public static byte[] of(byte[] salt, byte[] bytes) {
    if (salt.length != SALT_BYTES) {
      throw new IllegalArgumentException("a salt has 32 bytes, not " + salt.length);
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(USE);
      digest.update(salt);
      return digest.digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
