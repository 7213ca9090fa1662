package eu.trama.ledger.note;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/// No input makes a reader throw anything but its finding, and what is read is written as it was.
/// In the plain test run Jazzer replays the seeds under `src/test/resources`; with `JAZZER_FUZZ=1`
/// it searches on.
class NoteFuzzTest {

  @FuzzTest
  void readsAnyNote(byte[] input) {
    try {
      SignedNote note = SignedNote.parse(input);
      same(note.toString(), new String(input, StandardCharsets.UTF_8));
      same(Checkpoint.parse(note.text()).text(), note.text());
    } catch (BadNoteException expected) {
      // Refused, with a reason.
    }
  }

  @FuzzTest
  void readsAnyKey(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    try {
      same(VerifierKey.parse(text).toString(), text.strip());
    } catch (BadNoteException expected) {
      // Refused, with a reason.
    }
    try {
      SigningKey.parse(text);
    } catch (BadNoteException expected) {
      // Refused, with a reason.
    }
  }

  private static void same(String written, String read) {
    if (!written.equals(read)) {
      throw new AssertionError("read " + read + ", written " + written);
    }
  }
}
