package eu.trama.ledger.note;

import eu.trama.ledger.merkle.Hash;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The head of a log: so many entries, with that root (C2SP tlog-checkpoint).
///
/// @param origin names the log, everywhere and for ever
/// @param size number of entries
/// @param extensions further lines, whose meaning only the log knows; we write none
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

  private static final int LEAST_LINES = 3;

  public Checkpoint {
    extensions = List.copyOf(extensions);
  }

  public static Checkpoint of(String origin, long size, Hash root) {
    return new Checkpoint(origin, size, root, List.of());
  }

  /// Reads a note's text.
  public static Checkpoint parse(String text) throws BadNoteException {
    if (!text.endsWith("\n")) {
      throw new BadNoteException("a checkpoint ends with a line end");
    }
    List<String> lines = Arrays.asList(text.substring(0, text.length() - 1).split("\n", -1));
    if (lines.size() < LEAST_LINES || lines.stream().anyMatch(String::isEmpty)) {
      throw new BadNoteException("a checkpoint has three lines or more, none of them empty");
    }
    Hash root =
        Hash.ofBase64(lines.get(2))
            .orElseThrow(() ->
                new BadNoteException(
                    "the third line of a checkpoint is the root hash in base 64: "
                        + Shortened.of(lines.get(2))));
    return new Checkpoint(
        lines.get(0),
        Decimal.parse("the size of a checkpoint", lines.get(1)),
        root,
        lines.subList(LEAST_LINES, lines.size()));
  }

  /// The note's text.
  public String text() {
    return origin
        + "\n"
        + size
        + "\n"
        + root.base64()
        + "\n"
        + extensions.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  /// This checkpoint, signed.
  public SignedNote signed(SigningKey key) {
    return new SignedNote(text(), List.of(key.sign(text())));
  }
}
