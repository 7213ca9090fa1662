package eu.trama.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.ledger.merkle.TreeHasher;
import eu.trama.ledger.note.SignedNote.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {

  /// The example in the documentation of Go's package `note`, which the specification grew from.
  private static final String SECRET =
      "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

  private static final String PUBLIC =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
  private static final String TEXT =
      "If you think cryptography is the answer to your problem,\n"
          + "then you don't know what your problem is.\n";
  private static final String SIGNATURE =
      "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";

  private static SigningKey key(String name, KeyType type) throws BadNoteException {
    return SigningKey.draw(name, type, new SecureRandom());
  }

  @Test
  void signsAndVerifiesAsOthersDo() throws BadNoteException {
    SigningKey key = SigningKey.parse(SECRET);
    assertThat(key.verifier()).hasToString(PUBLIC);
    assertThat(key.secret()).isEqualTo(SECRET);
    assertThat(key.sign(TEXT)).hasToString(SIGNATURE);
    SignedNote note = SignedNote.parse(TEXT + "\n" + SIGNATURE + "\n");
    assertThat(note.text()).isEqualTo(TEXT);
    assertThat(note.verdict(VerifierKey.parse(PUBLIC + "\n"))).isEqualTo(Verdict.SIGNED);
    assertThat(note).hasToString(TEXT + "\n" + SIGNATURE + "\n");
    assertThat(key.toString()).doesNotContain("AYEK").contains("PeterNeumann");
  }

  @Test
  void aNoteIsSignedForgedOrNeither() throws BadNoteException {
    SigningKey key = key("city.example/log", KeyType.LOG);
    SignedNote note = new SignedNote("a\n", List.of(key.sign("a\n")));
    assertThat(note.verdict(key.verifier())).isEqualTo(Verdict.SIGNED);
    assertThat(new SignedNote("b\n", note.signatures()).verdict(key.verifier()))
        .isEqualTo(Verdict.FORGED);
    // Another key of the same name, and one of another name: unknown, hence ignored.
    assertThat(note.verdict(key("city.example/log", KeyType.LOG).verifier()))
        .isEqualTo(Verdict.ABSENT);
    // One right signature does not make up for a wrong one by the same key.
    assertThat(note.with(key.sign("b\n")).verdict(key.verifier())).isEqualTo(Verdict.FORGED);
  }

  @Test
  void aWitnessSignsWithTheTime() throws BadNoteException {
    SigningKey witness = key("witness.example/w", KeyType.WITNESS);
    String text = "city.example/log\n0\n" + new TreeHasher().empty().base64() + "\n";
    NoteSignature signature = witness.cosign(text, 1_679_315_147);
    assertThat(signature.seconds()).hasValue(1_679_315_147);
    assertThat(signature.holds(text, witness.verifier())).isTrue();
    assertThat(signature.holds(text + "x", witness.verifier())).isFalse();
    assertThat(new String(NoteSignature.cosigned(text, 1_679_315_147), StandardCharsets.UTF_8))
        .isEqualTo("cosignature/v1\ntime 1679315147\n" + text);
    // The time is signed as well.
    byte[] bytes = Base64.getDecoder().decode(signature.toString().split(" ", -1)[2]);
    bytes[4 + 7] ^= 1;
    NoteSignature later =
        NoteSignature.parse("— witness.example/w " + Base64.getEncoder().encodeToString(bytes));
    assertThat(later.seconds()).hasValue(1_679_315_146);
    assertThat(later.holds(text, witness.verifier())).isFalse();
    bytes[4] = (byte) 0x80;
    assertThat(
            NoteSignature.parse("— witness.example/w " + Base64.getEncoder().encodeToString(bytes))
                .seconds())
        .isEmpty();
    assertThat(NoteSignature.parse(SIGNATURE).seconds()).isEmpty();
    assertThat(VerifierKey.parse(witness.verifier().toString())).isEqualTo(witness.verifier());
  }

  @Test
  void keysSignOnlyWhatTheyAreFor() throws BadNoteException {
    SigningKey log = key("a", KeyType.LOG);
    SigningKey witness = key("a", KeyType.WITNESS);
    assertThatThrownBy(() -> log.cosign("a\n", 1)).hasMessageContaining("LOG");
    assertThatThrownBy(() -> witness.sign("a\n")).hasMessageContaining("WITNESS");
    // A signature too short to hold a time.
    NoteSignature brief = new NoteSignature("a", witness.verifier().id(), new byte[] {1, 2, 3});
    assertThat(brief.holds("a\n", witness.verifier())).isFalse();
  }

  @Test
  void aCheckpointIsItsText() throws BadNoteException {
    var checkpoint = Checkpoint.of("city.example/log", 20_852_163, new TreeHasher().empty());
    assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
    String extended = checkpoint.text() + "more\n";
    assertThat(Checkpoint.parse(extended).extensions()).containsExactly("more");
    assertThat(Checkpoint.parse(extended).text()).isEqualTo(extended);
    SigningKey key = key("city.example/log", KeyType.LOG);
    assertThat(checkpoint.signed(key).verdict(key.verifier())).isEqualTo(Verdict.SIGNED);
  }

  @ParameterizedTest
  @MethodSource
  void refusesWhatIsNoCheckpoint(String text, String why) {
    assertThatThrownBy(() -> Checkpoint.parse(text))
        .isInstanceOf(BadNoteException.class)
        .hasMessageContaining(why);
  }

  static Stream<List<String>> checkpoints() {
    String root = new TreeHasher().empty().base64();
    return Stream.of(
        List.of("log\n1\n" + root, "ends with a line end"),
        List.of("log\n1\n", "three lines"),
        List.of("\n1\n" + root + "\n", "none of them empty"),
        List.of("log\n01\n" + root + "\n", "without leading zeros"),
        List.of("log\n-1\n" + root + "\n", "without leading zeros"),
        List.of("log\n9999999999999999999\n" + root + "\n", "too large"),
        List.of("log\n1\nabc\n", "root hash"),
        List.of("log\n1\n" + root + "\n\nx\n", "none of them empty"));
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> refusesWhatIsNoCheckpoint() {
    return checkpoints()
        .map(each -> org.junit.jupiter.params.provider.Arguments.of(each.get(0), each.get(1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text\n",
        "text\n\n",
        "text\n\nno dash AAAAAAAA\n",
        "text\n\n— a AAAAAAAA",
        "text\n\n— a AAAA\n",
        "text\n\n— a AAAAAAB\n",
        "text\n\n— a+b AAAAAAAA\n",
        "text\n\n— a AAAAAAAA more\n",
        "te\rxt\n\n— a AAAAAAAA\n",
        "text\n\n— a AAAAAAA*\n"
      })
  void refusesWhatIsNoNote(String note) {
    assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(BadNoteException.class);
  }

  @Test
  void boundsWhatItTakes() throws BadNoteException {
    String line = SIGNATURE + "\n";
    assertThat(SignedNote.parse("a\n\n" + line.repeat(64)).signatures()).hasSize(64);
    assertThatThrownBy(() -> SignedNote.parse("a\n\n" + line.repeat(65)))
        .hasMessageContaining("64 signatures, not 65");
    assertThatThrownBy(() -> SignedNote.parse("a".repeat(65_537))).hasMessageContaining("65536");
    assertThatThrownBy(() -> SignedNote.parse(new byte[65_537])).hasMessageContaining("65537");
    assertThatThrownBy(() -> SignedNote.parse(new byte[] {(byte) 0xff}))
        .hasMessageContaining("UTF-8");
    assertThat(SignedNote.parse(("a\n\n" + line).getBytes(StandardCharsets.UTF_8)).text())
        .isEqualTo("a\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "PeterNeumann",
        "PeterNeumann+c74f20a3",
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+CRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+ARpc",
        "PeterNeumann+c74f20a3+*",
        "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
      })
  void refusesWhatIsNoKey(String key) {
    assertThatThrownBy(() -> VerifierKey.parse(key)).isInstanceOf(BadNoteException.class);
    assertThatThrownBy(() -> SigningKey.parse("PRIVATE+KEY+" + key))
        .isInstanceOf(BadNoteException.class);
    assertThatThrownBy(() -> SigningKey.parse(key)).isInstanceOf(BadNoteException.class);
  }

  @Test
  void aSecretIsNeverRepeatedInAMessage() {
    assertThatThrownBy(() -> SigningKey.parse(SECRET.replace("c74f20a3", "c74f20a4")))
        .hasMessageContaining("altered")
        .message()
        .doesNotContain("AYEK");
    assertThatThrownBy(() -> SigningKey.of("a", KeyType.LOG, new byte[5]))
        .hasMessageContaining("32 bytes");
    assertThatThrownBy(() -> SigningKey.of("a b", KeyType.LOG, new byte[32]))
        .hasMessageContaining("no spaces");
    assertThatThrownBy(() -> SigningKey.of("a".repeat(256), KeyType.LOG, new byte[32]))
        .hasMessageContaining("255");
  }

  @Test
  void otherPeoplesTextIsShortInMessages() {
    assertThat(Shortened.of("a\nb")).isEqualTo("a?b");
    assertThat(Shortened.of("x".repeat(81))).isEqualTo("x".repeat(80) + "…");
    assertThat(Shortened.of("x".repeat(80))).isEqualTo("x".repeat(80));
  }
}
