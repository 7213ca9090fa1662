package eu.trama.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// The secret half of a key. [#secret] writes it as `PRIVATE+KEY+name+id+seed`; nothing else shows
/// it.
public final class SigningKey {

  private static final String PREFIX = "PRIVATE+KEY+";
  private static final int PARTS = 3;

  private final byte[] seed;
  private final VerifierKey verifier;

  private SigningKey(byte[] seed, VerifierKey verifier) {
    this.seed = seed;
    this.verifier = verifier;
  }

  /// The key of that seed.
  ///
  /// @param seed 32 bytes that nobody can guess
  /// @throws BadNoteException where the name cannot be one
  public static SigningKey of(String name, KeyType type, byte[] seed) throws BadNoteException {
    if (seed.length != Ed25519.KEY_BYTES) {
      throw new IllegalArgumentException("a seed has 32 bytes, not " + seed.length);
    }
    byte[] key = Ed25519.publicKey(new Ed25519.Seed(seed));
    return new SigningKey(seed.clone(), new VerifierKey(VerifierKey.checkedName(name), type, key));
  }

  /// A new key.
  public static SigningKey draw(String name, KeyType type, SecureRandom random)
      throws BadNoteException {
    byte[] seed = new byte[Ed25519.KEY_BYTES];
    random.nextBytes(seed);
    return of(name, type, seed);
  }

  /// Reads what [#secret] wrote. No message repeats it.
  public static SigningKey parse(String text) throws BadNoteException {
    String stripped = text.strip();
    String[] parts =
        stripped.startsWith(PREFIX)
            ? stripped.substring(PREFIX.length()).split("\\+", PARTS)
            : new String[0];
    if (parts.length != PARTS) {
      throw new BadNoteException("a signing key is written PRIVATE+KEY+name+id+seed");
    }
    byte[] typed;
    try {
      typed = Base64.getDecoder().decode(parts[2]);
    } catch (IllegalArgumentException notBase64) {
      throw new BadNoteException("the seed of the signing key is not base 64");
    }
    if (typed.length != 1 + Ed25519.KEY_BYTES) {
      throw new BadNoteException("the seed of the signing key has not 33 bytes");
    }
    KeyType type =
        KeyType.of(typed[0])
            .orElseThrow(() -> new BadNoteException("a signing key of a type unknown here"));
    SigningKey key = of(parts[0], type, Arrays.copyOfRange(typed, 1, typed.length));
    if (!HexFormat.of().toHexDigits(key.verifier.id()).equals(parts[1])) {
      throw new BadNoteException("the signing key was altered: its id does not fit");
    }
    return key;
  }

  public VerifierKey verifier() {
    return verifier;
  }

  /// A log's signature of a note's text. The same text always gets the same signature (RFC 8032).
  public NoteSignature sign(String text) {
    require(KeyType.LOG);
    return signature(Ed25519.sign(seed, text.getBytes(StandardCharsets.UTF_8)));
  }

  /// A witness's signature of a checkpoint's text.
  ///
  /// @param seconds when, in seconds since 1970 UTC
  public NoteSignature cosign(String text, long seconds) {
    require(KeyType.WITNESS);
    byte[] signed = Ed25519.sign(seed, NoteSignature.cosigned(text, seconds));
    return signature(
        ByteBuffer.allocate(Long.BYTES + signed.length).putLong(seconds).put(signed).array());
  }

  private void require(KeyType type) {
    if (verifier.type() != type) {
      throw new IllegalStateException(verifier.name() + " is a key of type " + verifier.type());
    }
  }

  private NoteSignature signature(byte[] bytes) {
    return new NoteSignature(verifier.name(), verifier.id(), bytes);
  }

  /// The key with its secret, for its file.
  public String secret() {
    byte[] typed = new byte[1 + seed.length];
    typed[0] = verifier.type().code();
    System.arraycopy(seed, 0, typed, 1, seed.length);
    return PREFIX
        + verifier.name()
        + "+"
        + HexFormat.of().toHexDigits(verifier.id())
        + "+"
        + Base64.getEncoder().encodeToString(typed);
  }

  @Override
  public String toString() {
    return "signing key of " + verifier.name();
  }
}
