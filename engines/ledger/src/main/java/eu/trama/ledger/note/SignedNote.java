package eu.trama.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A text and the signatures under it (C2SP signed-note).
///
/// @param text ends with a line end
public record SignedNote(String text, List<NoteSignature> signatures) {

  /// More than 16 must be taken; a note of ours is some 500 bytes.
  public static final int MOST_SIGNATURES = 64;

  public static final int MOST_BYTES = 65_536;

  public SignedNote {
    signatures = List.copyOf(signatures);
  }

  /// What a key has to do with a note.
  public enum Verdict {
    SIGNED,
    /// It did not sign, as far as the note says.
    ABSENT,
    /// The note says that it signed, and it did not: reject the note.
    FORGED
  }

  public static SignedNote parse(byte[] bytes) throws BadNoteException {
    if (bytes.length > MOST_BYTES) {
      throw new BadNoteException("a note has at most 65536 bytes, not " + bytes.length);
    }
    try {
      return parse(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      throw new BadNoteException("a note is UTF-8 text");
    }
  }

  public static SignedNote parse(String note) throws BadNoteException {
    if (note.length() > MOST_BYTES) {
      throw new BadNoteException("a note has at most 65536 bytes");
    }
    if (note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
      throw new BadNoteException("a note has no control characters but line ends (\\n)");
    }
    int blank = note.lastIndexOf("\n\n");
    if (blank < 0) {
      throw new BadNoteException("a note has a text, a blank line and signatures");
    }
    String below = note.substring(blank + 2);
    if (!below.endsWith("\n")) {
      throw new BadNoteException("a note ends with a signature and a line end");
    }
    String[] lines = below.substring(0, below.length() - 1).split("\n", -1);
    if (lines.length > MOST_SIGNATURES) {
      throw new BadNoteException("a note has at most 64 signatures, not " + lines.length);
    }
    var signatures = new ArrayList<NoteSignature>();
    for (String line : lines) {
      signatures.add(NoteSignature.parse(line));
    }
    return new SignedNote(note.substring(0, blank + 1), signatures);
  }

  /// What that key has to do with this note.
  public Verdict verdict(VerifierKey key) {
    List<NoteSignature> claimed = signatures.stream().filter(each -> each.claims(key)).toList();
    if (claimed.isEmpty()) {
      return Verdict.ABSENT;
    }
    return claimed.stream().allMatch(each -> each.holds(text, key))
        ? Verdict.SIGNED
        : Verdict.FORGED;
  }

  /// The same text with one more signature.
  public SignedNote with(NoteSignature signature) {
    var all = new ArrayList<>(signatures);
    all.add(signature);
    return new SignedNote(text, all);
  }

  @Override
  public String toString() {
    return text + "\n" + signatures.stream().map(each -> each + "\n").collect(Collectors.joining());
  }
}
