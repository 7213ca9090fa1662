package eu.trama.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// The public half of a key, with the name under which it signs. Written `name+id+key`, as every
/// tool around signed notes takes it:
///
/// ```
/// city.example/ledger+1f2e3d4c+AXh…
/// ```
public final class VerifierKey {

  private static final int LONGEST_NAME = 255;
  private static final int PARTS = 3;

  private final String name;
  private final KeyType type;
  private final byte[] key;
  private final int id;

  VerifierKey(String name, KeyType type, byte[] key) {
    this.name = name;
    this.type = type;
    this.key = key.clone();
    this.id = id(name, type, key);
  }

  /// Reads `name+id+key`.
  public static VerifierKey parse(String text) throws BadNoteException {
    String[] parts = text.strip().split("\\+", PARTS);
    if (parts.length != PARTS) {
      throw new BadNoteException(
          "a verifier key is written name+id+key, not " + Shortened.of(text));
    }
    String name = checkedName(parts[0]);
    byte[] typed = decoded(parts[2], "the key of " + name);
    if (typed.length != 1 + Ed25519.KEY_BYTES) {
      throw new BadNoteException("the key of " + name + " is no Ed25519 key: 33 bytes expected");
    }
    KeyType type =
        KeyType.of(typed[0])
            .orElseThrow(
                () -> new BadNoteException("the key of " + name + " is of a type unknown here"));
    var key = new VerifierKey(name, type, Arrays.copyOfRange(typed, 1, typed.length));
    if (!HexFormat.of().toHexDigits(key.id).equals(parts[1])) {
      throw new BadNoteException("the key of " + name + " was altered: its id is not " + parts[1]);
    }
    return key;
  }

  static String checkedName(String name) throws BadNoteException {
    boolean fine =
        !name.isEmpty()
            && name.length() <= LONGEST_NAME
            && name.chars()
                .noneMatch(c ->
                    c == '+' || c < ' ' || Character.isSpaceChar(c) || Character.isWhitespace(c));
    if (!fine) {
      throw new BadNoteException(
          "a key's name has 1 to 255 characters, no spaces and no plus: " + Shortened.of(name));
    }
    return name;
  }

  static byte[] decoded(String base64, String what) throws BadNoteException {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      if (Base64.getEncoder().encodeToString(bytes).equals(base64)) {
        return bytes;
      }
    } catch (IllegalArgumentException notBase64) {
      throw new BadNoteException(what + " is not base 64: " + Shortened.of(base64));
    }
    throw new BadNoteException(what + " is not written in the one way of RFC 4648");
  }

  private static int id(String name, KeyType type, byte[] key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(name.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
      digest.update(type.code());
      return ByteBuffer.wrap(digest.digest(key)).getInt();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  public String name() {
    return name;
  }

  public KeyType type() {
    return type;
  }

  /// The first four bytes of the hash over name, type and key.
  public int id() {
    return id;
  }

  boolean verify(byte[] message, byte[] signature) {
    return Ed25519.verify(key, message, signature);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey that && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public String toString() {
    byte[] typed = new byte[1 + key.length];
    typed[0] = type.code();
    System.arraycopy(key, 0, typed, 1, key.length);
    return name
        + "+"
        + HexFormat.of().toHexDigits(id)
        + "+"
        + Base64.getEncoder().encodeToString(typed);
  }
}
