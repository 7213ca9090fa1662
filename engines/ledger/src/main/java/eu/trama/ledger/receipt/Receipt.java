package eu.trama.ledger.receipt;

import eu.trama.ledger.merkle.Hash;
import eu.trama.ledger.merkle.ProofCheck;
import eu.trama.ledger.merkle.TreeHasher;
import eu.trama.ledger.note.BadNoteException;
import eu.trama.ledger.note.Checkpoint;
import eu.trama.ledger.note.Decimal;
import eu.trama.ledger.note.Shortened;
import eu.trama.ledger.note.SignedNote;
import eu.trama.ledger.note.VerifierKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Proof that an entry is in a log, which checks without the log and for ever (C2SP tlog-proof).
///
/// ```
/// c2sp.org/tlog-proof@v1
/// extra <the entry, base 64>
/// index 73894
/// <hashes from the leaf's sibling up>
///
/// <checkpoint with its signatures>
/// ```
///
/// @param entry the entry itself; the format calls it extra data, and nobody need trust it, since
///   the proof covers it
/// @param index of the entry
/// @param path siblings from the leaf up
/// @param head signed head of the log, with the cosignatures there were
public record Receipt(Optional<byte[]> entry, long index, List<Hash> path, SignedNote head) {

  /// Ends the name of a file that holds one.
  public static final String SUFFIX = ".tlog-proof";

  public static final int MOST_CHARACTERS = 262_144;

  private static final String FIRST = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";

  /// A tree of 2^63 entries is that deep.
  private static final int LONGEST_PATH = 63;

  public Receipt {
    path = List.copyOf(path);
  }

  public static Receipt parse(String text) throws BadNoteException {
    if (text.length() > MOST_CHARACTERS) {
      throw new BadNoteException("a receipt has at most 262144 characters");
    }
    int blank = text.indexOf("\n\n");
    if (!text.startsWith(FIRST + "\n") || blank < 0) {
      throw new BadNoteException(
          "a receipt begins with the line "
              + FIRST
              + " and has a blank line before its checkpoint");
    }
    var lines = new ArrayList<>(Arrays.asList(text.substring(0, blank).split("\n", -1)));
    lines.removeFirst();
    Optional<byte[]> entry = Optional.empty();
    if (!lines.isEmpty() && lines.getFirst().startsWith(EXTRA)) {
      entry = Optional.of(extra(lines.removeFirst().substring(EXTRA.length())));
    }
    if (lines.isEmpty() || !lines.getFirst().startsWith(INDEX)) {
      throw new BadNoteException("a receipt has a line ‘index’ and a number");
    }
    long index =
        Decimal.parse("the index of a receipt", lines.removeFirst().substring(INDEX.length()));
    if (lines.size() > LONGEST_PATH) {
      throw new BadNoteException("a receipt has at most 63 hashes, not " + lines.size());
    }
    var path = new ArrayList<Hash>();
    for (String line : lines) {
      path.add(
          Hash.ofBase64(line)
              .orElseThrow(
                  () -> new BadNoteException("not a hash in base 64: " + Shortened.of(line))));
    }
    return new Receipt(entry, index, path, SignedNote.parse(text.substring(blank + 2)));
  }

  private static byte[] extra(String base64) throws BadNoteException {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException notBase64) {
      throw new BadNoteException("the entry of the receipt is not base 64");
    }
  }

  /// What came of checking a receipt.
  public sealed interface Outcome {

    /// The entry is in the log that this key signs.
    ///
    /// @param checkpoint the head under which it is
    /// @param witnesses those of the known ones that have cosigned that head
    record Proven(Checkpoint checkpoint, List<VerifierKey> witnesses) implements Outcome {}

    /// It is not proven.
    record Refused(String why) implements Outcome {}
  }

  /// Checks that entry, path, head and signature belong together.
  ///
  /// @param key of the log
  /// @param witnesses whose cosignatures are looked for; a forged one refuses the receipt
  public Outcome check(VerifierKey key, List<VerifierKey> witnesses) {
    Checkpoint checkpoint;
    try {
      checkpoint = Checkpoint.parse(head.text());
    } catch (BadNoteException e) {
      return new Outcome.Refused(String.valueOf(e.getMessage()));
    }
    switch (head.verdict(key)) {
      case ABSENT -> {
        return new Outcome.Refused("its head is not signed by " + key);
      }
      case FORGED -> {
        return new Outcome.Refused("the signature on its head is not right: it was altered");
      }
      case SIGNED -> {}
    }
    if (!checkpoint.origin().equals(key.name())) {
      return new Outcome.Refused("its head is of another log: " + checkpoint.origin());
    }
    if (entry.isEmpty()) {
      return new Outcome.Refused("it does not contain the entry");
    }
    Optional<Hash> root =
        ProofCheck.root(new TreeHasher().leaf(entry.get()), index, checkpoint.size(), path);
    if (!root.equals(Optional.of(checkpoint.root()))) {
      return new Outcome.Refused("entry, index and hashes do not lead to the root of its head");
    }
    return cosigned(checkpoint, witnesses);
  }

  private Outcome cosigned(Checkpoint checkpoint, List<VerifierKey> witnesses) {
    var signed = new ArrayList<VerifierKey>();
    for (VerifierKey witness : witnesses) {
      switch (head.verdict(witness)) {
        case SIGNED -> signed.add(witness);
        case FORGED -> {
          return new Outcome.Refused("the cosignature of " + witness.name() + " is not right");
        }
        case ABSENT -> {}
      }
    }
    return new Outcome.Proven(checkpoint, List.copyOf(signed));
  }

  /// The text that [#parse] reads.
  @Override
  public String toString() {
    return FIRST
        + "\n"
        + entry.map(e -> EXTRA + Base64.getEncoder().encodeToString(e) + "\n").orElse("")
        + INDEX
        + index
        + "\n"
        + path.stream().map(hash -> hash.base64() + "\n").collect(Collectors.joining())
        + "\n"
        + head;
  }
}
