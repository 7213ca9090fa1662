package eu.trama.ledger.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.ledger.log.Ledger;
import eu.trama.ledger.log.LedgerReader;
import eu.trama.ledger.note.BadNoteException;
import eu.trama.ledger.note.Checkpoint;
import eu.trama.ledger.note.KeyType;
import eu.trama.ledger.note.SignedNote;
import eu.trama.ledger.note.SigningKey;
import eu.trama.ledger.receipt.Receipt.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptTest {

  @TempDir private Path folder;
  private final SigningKey key;
  private final SigningKey witness;
  private Receipt receipt;

  ReceiptTest() throws Exception {
    key = SigningKey.of("city.example/log", KeyType.LOG, new byte[32]);
    witness = SigningKey.of("witness.example", KeyType.WITNESS, new byte[32]);
    receipt = new Receipt(Optional.empty(), 0, List.of(), new SignedNote("", List.of()));
  }

  @BeforeEach
  void take() throws Exception {
    try (Ledger ledger = Ledger.open(folder, key.verifier())) {
      ledger.appendAll(
          IntStream.range(0, 300)
              .mapToObj(i -> ("entry " + i).getBytes(StandardCharsets.UTF_8))
              .toList());
      ledger.publish(key);
    }
    receipt = LedgerReader.open(folder, key.verifier()).receipt(137).orElseThrow();
  }

  private Outcome check(Receipt each) {
    return each.check(key.verifier(), List.of(witness.verifier()));
  }

  private static void refused(Outcome outcome, String why) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(((Outcome.Refused) outcome).why()).contains(why);
  }

  @Test
  void provesItsEntryAfterTravellingAsText() throws Exception {
    String text = receipt.toString();
    assertThat(text)
        .startsWith("c2sp.org/tlog-proof@v1\nextra ZW50cnkgMTM3\nindex 137\n")
        .contains("\n\ncity.example/log\n300\n");
    Receipt read = Receipt.parse(text);
    assertThat(read).hasToString(text);
    assertThat(read.entry().orElseThrow()).asString().isEqualTo("entry 137");
    assertThat(check(read))
        .isEqualTo(new Outcome.Proven(Checkpoint.parse(receipt.head().text()), List.of()));
  }

  @Test
  void namesTheWitnesses() {
    SignedNote head = receipt.head();
    var cosigned = with(head.with(witness.cosign(head.text(), 5)));
    assertThat(((Outcome.Proven) check(cosigned)).witnesses()).containsExactly(witness.verifier());
    refused(
        check(with(head.with(witness.cosign("other\n", 5)))),
        "cosignature of witness.example is not right");
  }

  private Receipt with(SignedNote head) {
    return new Receipt(receipt.entry(), receipt.index(), receipt.path(), head);
  }

  @Test
  void refusesWhatDoesNotBelongTogether() throws Exception {
    refused(
        check(new Receipt(Optional.of(new byte[] {1}), 137, receipt.path(), receipt.head())),
        "do not lead to the root");
    refused(
        check(new Receipt(receipt.entry(), 136, receipt.path(), receipt.head())),
        "do not lead to the root");
    refused(
        check(new Receipt(receipt.entry(), 300, receipt.path(), receipt.head())),
        "do not lead to the root");
    refused(
        check(new Receipt(Optional.empty(), 137, receipt.path(), receipt.head())),
        "does not contain the entry");
    SigningKey other = SigningKey.of("other", KeyType.LOG, new byte[32]);
    refused(receipt.check(other.verifier(), List.of()), "is not signed by other");
    refused(
        check(
            with(
                new SignedNote(
                    receipt.head().text().replace("300", "301"), receipt.head().signatures()))),
        "altered");
    Checkpoint head = Checkpoint.parse(receipt.head().text());
    refused(
        check(with(Checkpoint.of("elsewhere", 300, head.root()).signed(key))), "of another log");
    refused(check(with(new SignedNote("x\n", List.of(key.sign("x\n"))))), "three lines");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "c2sp.org/tlog-proof@v1\n",
        "c2sp.org/tlog-proof@v2\nindex 0\n\nx\n\n— a AAAAAAAA\n",
        "c2sp.org/tlog-proof@v1\n\nx\n\n— a AAAAAAAA\n",
        "c2sp.org/tlog-proof@v1\nextra *\nindex 0\n\nx\n\n— a AAAAAAAA\n",
        "c2sp.org/tlog-proof@v1\nextra AA==\n\nx\n\n— a AAAAAAAA\n",
        "c2sp.org/tlog-proof@v1\nindex 00\n\nx\n\n— a AAAAAAAA\n",
        "c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\nx\n\n— a AAAAAAAA\n",
        "c2sp.org/tlog-proof@v1\nindex 0\n\nx\n"
      })
  void refusesWhatIsNoReceipt(String text) {
    assertThatThrownBy(() -> Receipt.parse(text)).isInstanceOf(BadNoteException.class);
  }

  @Test
  void boundsWhatItTakes() throws Exception {
    String hash = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";
    String head = "\nx\n\n— a AAAAAAAA\n";
    String begin = "c2sp.org/tlog-proof@v1\nindex 0\n";
    assertThat(Receipt.parse(begin + hash.repeat(63) + head).path()).hasSize(63);
    assertThatThrownBy(() -> Receipt.parse(begin + hash.repeat(64) + head))
        .hasMessageContaining("at most 63 hashes, not 64");
    assertThatThrownBy(() -> Receipt.parse("x".repeat(262_145))).hasMessageContaining("262144");
  }
}
