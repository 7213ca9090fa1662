package eu.trama.ledger.verify;

import eu.trama.ledger.note.BadNoteException;
import eu.trama.ledger.note.Checkpoint;
import eu.trama.ledger.note.SignedNote;
import eu.trama.ledger.note.SignedNote.Verdict;
import eu.trama.ledger.note.VerifierKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Looks at the signed head of a log.
final class HeadCheck {

  private static final String FILE = "checkpoint";

  private final VerifierKey key;
  private final List<VerifierKey> witnesses;
  private final Consumer<Finding> findings;

  HeadCheck(VerifierKey key, List<VerifierKey> witnesses, Consumer<Finding> findings) {
    this.key = key;
    this.witnesses = witnesses;
    this.findings = findings;
  }

  /// The head, mended where one bit of it is wrong; empty where there is none to hold a log
  /// against.
  Optional<Checkpoint> check(byte[] bytes) {
    Optional<SignedNote> note = read(bytes);
    if (note.isPresent() && strangers(note.get()) == 0) {
      return note.flatMap(HeadCheck::checkpoint);
    }
    // A line of a key unknown here may be somebody's, or that of a known one with a bit turned.
    Optional<Bits.Place> place = turned(bytes, 0);
    if (place.isEmpty()) {
      place = turned(bytes, note.map(each -> strangers(each) - 1).orElse(strangers(bytes)));
    }
    if (place.isEmpty() && note.isPresent()) {
      return note.flatMap(HeadCheck::checkpoint);
    }
    if (place.isEmpty()) {
      findings.accept(Finding.of("head_refused", FILE, why(bytes)));
      return Optional.empty();
    }
    findings.accept(
        new Finding(
            "head_altered",
            FILE,
            place.get().offset(),
            place.get().bit(),
            Finding.UNKNOWN,
            "with this bit turned back, the signatures hold"));
    return read(place.get().turned(bytes)).flatMap(HeadCheck::checkpoint);
  }

  /// The bit that, turned, makes a head that holds, with so many unknown lines at most.
  private Optional<Bits.Place> turned(byte[] bytes, long strangers) {
    return Bits.turned(
        bytes,
        0,
        bytes.length,
        trial -> read(trial).filter(other -> strangers(other) <= strangers).isPresent());
  }

  private long strangers(byte[] bytes) {
    try {
      return strangers(SignedNote.parse(bytes));
    } catch (BadNoteException e) {
      return SignedNote.MOST_SIGNATURES;
    }
  }

  private long strangers(SignedNote note) {
    return note.signatures().stream()
        .filter(line -> !line.claims(key) && witnesses.stream().noneMatch(line::claims))
        .count();
  }

  /// The note, where it is signed as it should be.
  private Optional<SignedNote> read(byte[] bytes) {
    try {
      SignedNote note = SignedNote.parse(bytes);
      boolean forged =
          witnesses.stream().anyMatch(witness -> note.verdict(witness) == Verdict.FORGED);
      return note.verdict(key) == Verdict.SIGNED && !forged && checkpoint(note).isPresent()
          ? Optional.of(note)
          : Optional.empty();
    } catch (BadNoteException e) {
      return Optional.empty();
    }
  }

  private static Optional<Checkpoint> checkpoint(SignedNote note) {
    try {
      return Optional.of(Checkpoint.parse(note.text()));
    } catch (BadNoteException e) {
      return Optional.empty();
    }
  }

  private String why(byte[] bytes) {
    try {
      SignedNote note = SignedNote.parse(bytes);
      Checkpoint.parse(note.text());
      return switch (note.verdict(key)) {
        case ABSENT -> "it is not signed by " + key;
        case FORGED -> "the signature of " + key.name() + " does not hold";
        case SIGNED -> "the cosignature of a witness does not hold";
      };
    } catch (BadNoteException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
