package eu.trama.ledger.receipt;

import com.code_intelligence.jazzer.junit.FuzzTest;
import eu.trama.ledger.note.BadNoteException;
import eu.trama.ledger.note.VerifierKey;
import eu.trama.ledger.tiles.TileId;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// No text makes the receipt's reader throw anything but its finding, and no receipt is proven that
/// nobody signed.
class ReceiptFuzzTest {

  private static final String KEY =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  @FuzzTest
  void readsAnyReceipt(byte[] input) throws BadNoteException {
    VerifierKey key = VerifierKey.parse(KEY);
    try {
      Receipt receipt = Receipt.parse(new String(input, StandardCharsets.UTF_8));
      if (receipt.check(key, List.of()) instanceof Receipt.Outcome.Proven) {
        throw new AssertionError("proven, though that key never signed a head");
      }
    } catch (BadNoteException expected) {
      // Refused, with a reason.
    }
  }

  @FuzzTest
  void readsAnyPath(byte[] input) {
    String path = new String(input, StandardCharsets.ISO_8859_1);
    TileId.parse(path)
        .ifPresent(id -> {
          if (!id.path().equals(path)) {
            throw new AssertionError(path + " read as " + id);
          }
        });
  }
}
