package eu.trama.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.ledger.log.Ledger;
import eu.trama.ledger.merkle.TreeHasher;
import eu.trama.ledger.note.Checkpoint;
import eu.trama.ledger.note.KeyType;
import eu.trama.ledger.note.SignedNote;
import eu.trama.ledger.note.SigningKey;
import eu.trama.ledger.storage.DiskStorage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierTest {

  private static final int SIZE = 600;
  private static final int FLIPS = 300;

  /// Each bit of the head that is tried costs some thousand signatures.
  private static final int HEAD_FLIPS = 4;

  @TempDir private Path folder;
  private final SigningKey key;
  private final SigningKey witness;

  VerifierTest() throws Exception {
    key = SigningKey.of("city.example/log", KeyType.LOG, new byte[32]);
    witness = SigningKey.of("witness.example", KeyType.WITNESS, new byte[32]);
  }

  /// Entries of all lengths, some of them empty, in a log with narrower tiles from earlier heads.
  @BeforeEach
  void fill() throws Exception {
    try (Ledger ledger = Ledger.open(folder, key.verifier())) {
      for (int size : new int[] {0, 300, 530, SIZE}) {
        if (size > 0) {
          ledger.appendAll(
              IntStream.range((int) ledger.size(), size)
                  .mapToObj(i -> "e".repeat(i % 40).concat(i % 7 == 0 ? "" : "" + i))
                  .map(text -> text.getBytes(StandardCharsets.UTF_8))
                  .toList());
          SignedNote head = ledger.publish(key);
          ledger.publish(head.with(witness.cosign(head.text(), 1_700_000_000)));
        }
      }
    }
  }

  private Report verify() throws IOException {
    return new Verifier(new DiskStorage(folder), key.verifier(), List.of(witness.verifier()))
        .verify(_ -> {});
  }

  @Test
  void findsNothingWhereNothingIsWrong() throws IOException {
    var told = new ArrayList<Long>();
    Report report =
        new Verifier(new DiskStorage(folder), key.verifier(), List.of()).verify(told::add);
    assertThat(report.findings()).isEmpty();
    assertThat(report.sound()).isTrue();
    assertThat(report.entries()).isEqualTo(SIZE);
    assertThat(report.head().map(Checkpoint::size)).contains((long) SIZE);
    assertThat(told).containsExactly(256L, 512L, 600L);
    assertThat(verify().findings()).isEmpty();
  }

  private List<Path> files() throws IOException {
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("lock"))
          .sorted()
          .toList();
    }
  }

  /// Any bit of any file: exactly one finding, at exactly that place.
  @Test
  void findsOneTurnedBitAndSaysWhere() throws IOException {
    assertThat(files()).hasSizeGreaterThan(9);
    var random = new Random(7);
    for (int i = 0; i < FLIPS; i++) {
      Path file = files().get(i % files().size());
      if (file.endsWith("checkpoint") && i / files().size() >= HEAD_FLIPS) {
        continue;
      }
      byte[] before = Files.readAllBytes(file);
      int offset = random.nextInt(before.length);
      int bit = random.nextInt(8);
      byte[] after = before.clone();
      after[offset] ^= (byte) (1 << bit);
      Files.write(file, after);
      String name = folder.relativize(file).toString();
      String what = name + " byte " + offset + " bit " + bit;
      List<Finding> findings = verify().findings();
      assertThat(findings).as(what).hasSize(1);
      assertThat(findings.getFirst().file()).as(what).isEqualTo(name);
      assertThat(findings.getFirst().offset()).as(what).isEqualTo(offset);
      assertThat(findings.getFirst().bit()).as(what).isEqualTo(bit);
      Files.write(file, before);
    }
  }

  @Test
  void saysWhichEntryIsTouched() throws IOException {
    turn("tile/0/001", 33);
    assertThat(verify().findings())
        .extracting(Finding::toString)
        .containsExactly(
            "tile/0/001, byte 33, bit 0, entry 257: hash 1 of this tile is not that of what lies"
                + " below it [hash_altered]");
    turn("tile/0/001", 33);
    turn("tile/entries/000", 1);
    assertThat(verify().findings())
        .extracting(Finding::toString)
        .containsExactly(
            "tile/entries/000, byte 1, bit 0, entry 0: with this bit turned back, the entry has"
                + " the hash that the tree holds for it [entry_altered]");
    turn("tile/entries/000", 1);
    turn("tile/1/000.p/2", 40);
    assertThat(verify().findings()).extracting(Finding::entry).containsExactly(-1L);
  }

  private void turn(String file, int offset) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve(file));
    bytes[offset] ^= 1;
    Files.write(folder.resolve(file), bytes);
  }

  @Test
  void findsMoreThanABit() throws IOException {
    byte[] bundle = Files.readAllBytes(folder.resolve("tile/entries/001"));
    Arrays.fill(bundle, 100, 104, (byte) '?');
    Files.write(folder.resolve("tile/entries/001"), bundle);
    assertThat(verify().findings())
        .singleElement()
        .satisfies(found -> {
          assertThat(found.code()).isEqualTo("entry_altered");
          assertThat(found.file()).isEqualTo("tile/entries/001");
          assertThat(found.bit()).isEqualTo(-1);
          assertThat(found.offset()).isBetween(50L, 100L);
        });
  }

  @Test
  void findsSeveralTurnedBitsInOneBundle() throws IOException {
    turn("tile/entries/001", 20);
    turn("tile/entries/001", 900);
    assertThat(verify().findings()).extracting(Finding::offset).containsExactly(20L, 900L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tile/0/000",
        "tile/0/002.p/88",
        "tile/1/000.p/2",
        "tile/entries/000",
        "tile/entries/002.p/88",
        "checkpoint"
      })
  void findsWhatIsMissingOrCutOrLonger(String file) throws IOException {
    byte[] before = Files.readAllBytes(folder.resolve(file));
    Files.delete(folder.resolve(file));
    assertThat(verify().findings()).isNotEmpty().allMatch(found -> found.file().equals(file));
    Files.write(folder.resolve(file), Arrays.copyOf(before, before.length - 1));
    assertThat(verify().findings()).isNotEmpty().allMatch(found -> found.file().equals(file));
    Files.write(folder.resolve(file), Arrays.copyOf(before, before.length + 1));
    assertThat(verify().findings()).isNotEmpty().allMatch(found -> found.file().equals(file));
  }

  @Test
  void findsLengthsOfNarrowerForms() throws IOException {
    for (String file : List.of("tile/0/002.p/18", "tile/entries/002.p/18")) {
      byte[] before = Files.readAllBytes(folder.resolve(file));
      for (int length : new int[] {before.length - 1, before.length + 1}) {
        Files.write(folder.resolve(file), Arrays.copyOf(before, length));
        assertThat(verify().findings())
            .singleElement()
            .satisfies(found -> {
              assertThat(found.file()).isEqualTo(file);
              assertThat(found.code())
                  .isEqualTo(length < before.length ? "bytes_missing" : "bytes_added");
              assertThat(found.offset()).isEqualTo(Math.min(length, before.length));
            });
      }
      Files.write(folder.resolve(file), before);
    }
  }

  @Test
  void whatIsIntegratedBeyondTheHeadIsNoFault() throws Exception {
    try (Ledger ledger = Ledger.open(folder, key.verifier())) {
      ledger.append(new byte[] {1, 2, 3});
      ledger.integrate();
    }
    assertThat(verify().findings()).isEmpty();
    try (Ledger ledger = Ledger.open(folder, key.verifier())) {
      ledger.appendAll(java.util.Collections.nCopies(300, new byte[] {1, 2, 3}));
      ledger.integrate();
    }
    // The tile of the head's edge is now there in its full form only.
    assertThat(folder.resolve("tile/0/002.p")).doesNotExist();
    assertThat(verify().findings()).isEmpty();
  }

  @Test
  void looksAtTheJournal() throws Exception {
    try (Ledger ledger = Ledger.open(folder, key.verifier())) {
      ledger.append(new byte[] {1, 2, 3});
      ledger.append(new byte[] {4, 5, 6});
    }
    assertThat(verify().findings()).isEmpty();
    turn("journal/0000000000000000600", 25);
    assertThat(verify().findings()).extracting(Finding::code).containsExactly("journal_altered");
    turn("journal/0000000000000000600", 25);
    turn("journal/0000000000000000600", 55);
    assertThat(verify().findings()).extracting(Finding::code).containsExactly("journal_unfinished");
  }

  @Test
  void findsAnotherLogUnderTheSameHead() throws Exception {
    Path other = folder.resolveSibling(folder.getFileName() + "-other");
    try (Ledger ledger = Ledger.open(other, key.verifier())) {
      ledger.appendAll(java.util.Collections.nCopies(SIZE, new byte[] {1}));
      ledger.integrate();
    }
    Files.copy(folder.resolve("checkpoint"), other.resolve("checkpoint"));
    Report report = new Verifier(new DiskStorage(other), key.verifier(), List.of()).verify(_ -> {});
    assertThat(report.findings()).isNotEmpty();
    assertThat(report.sound()).isFalse();
  }

  @Test
  void aWholeOtherLogDoesNotPass() throws Exception {
    Path other = folder.resolveSibling(folder.getFileName() + "-full");
    try (Ledger ledger = Ledger.open(other, key.verifier())) {
      ledger.appendAll(java.util.Collections.nCopies(256, new byte[] {1}));
      ledger.integrate();
    }
    Files.writeString(
        other.resolve("checkpoint"),
        Checkpoint.of("city.example/log", 256, new TreeHasher().empty()).signed(key).toString());
    Report report = new Verifier(new DiskStorage(other), key.verifier(), List.of()).verify(_ -> {});
    assertThat(report.findings()).extracting(Finding::code).containsExactly("root_differs");
  }

  @Test
  void saysWhyAHeadIsRefused() throws Exception {
    SigningKey other = SigningKey.of("city.example/other", KeyType.LOG, new byte[32]);
    Report report =
        new Verifier(new DiskStorage(folder), other.verifier(), List.of()).verify(_ -> {});
    assertThat(report.findings())
        .singleElement()
        .satisfies(found ->
            assertThat(found.message()).isEqualTo("it is not signed by " + other.verifier()));
    String head = Files.readString(folder.resolve("checkpoint"));
    assertThat(why(head.replace("\n600\n", "\n699\n")))
        .contains("the signature of city.example/log does not hold");
    SignedNote note = SignedNote.parse(head);
    SignedNote forged =
        new SignedNote(note.text(), List.of(key.sign(note.text()), witness.cosign("x\n", 77)));
    assertThat(why(forged.toString())).contains("the cosignature of a witness does not hold");
    assertThat(why("nothing at all")).contains("a note has a text");
    Files.delete(folder.resolve("checkpoint"));
    assertThat(verify().findings()).extracting(Finding::code).containsExactly("head_missing");
  }

  private String why(String head) throws IOException {
    Files.writeString(folder.resolve("checkpoint"), head);
    Report report = verify();
    assertThat(report.head()).isEqualTo(Optional.empty());
    assertThat(report.entries()).isZero();
    return report.findings().getFirst().message();
  }
}
