package eu.trama.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.OptionalLong;

/// One line under a note: who signed, by which key, and the signature.
public final class NoteSignature {

  private static final String DASH = "— ";

  private final String name;
  private final int id;
  private final byte[] bytes;

  NoteSignature(String name, int id, byte[] bytes) {
    this.name = name;
    this.id = id;
    this.bytes = bytes.clone();
  }

  /// Reads a line without its end.
  public static NoteSignature parse(String line) throws BadNoteException {
    String[] parts = line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : null;
    if (parts == null || parts.length != 2) {
      throw new BadNoteException(
          "a signature is a line of — (em dash), name and base 64: " + Shortened.of(line));
    }
    String name = VerifierKey.checkedName(parts[0]);
    byte[] all = VerifierKey.decoded(parts[1], "the signature of " + Shortened.of(name));
    if (all.length <= Integer.BYTES) {
      throw new BadNoteException("the signature of " + name + " is too short");
    }
    return new NoteSignature(
        name, ByteBuffer.wrap(all).getInt(), Arrays.copyOfRange(all, Integer.BYTES, all.length));
  }

  /// What a witness signs of a checkpoint (`cosignature/v1`).
  static byte[] cosigned(String text, long seconds) {
    return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
  }

  public String name() {
    return name;
  }

  public boolean claims(VerifierKey key) {
    return id == key.id() && name.equals(key.name());
  }

  /// Whether that key signed that text so.
  public boolean holds(String text, VerifierKey key) {
    if (!claims(key)) {
      return false;
    }
    return switch (key.type()) {
      case LOG -> key.verify(text.getBytes(StandardCharsets.UTF_8), bytes);
      case WITNESS -> {
        OptionalLong time = seconds();
        yield time.isPresent()
            && key.verify(
                cosigned(text, time.getAsLong()),
                Arrays.copyOfRange(bytes, Long.BYTES, bytes.length));
      }
    };
  }

  /// When a witness says that it signed, in seconds since 1970 UTC; empty where this is no
  /// cosignature.
  public OptionalLong seconds() {
    if (bytes.length != Long.BYTES + Ed25519.SIGNATURE_BYTES) {
      return OptionalLong.empty();
    }
    long seconds = ByteBuffer.wrap(bytes).getLong();
    return seconds < 0 ? OptionalLong.empty() : OptionalLong.of(seconds);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NoteSignature that && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /// The line, without its end.
  @Override
  public String toString() {
    byte[] all = ByteBuffer.allocate(Integer.BYTES + bytes.length).putInt(id).put(bytes).array();
    return DASH + name + " " + Base64.getEncoder().encodeToString(all);
  }
}
