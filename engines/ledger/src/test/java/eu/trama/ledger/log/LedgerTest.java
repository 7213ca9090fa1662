package eu.trama.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.ledger.merkle.Hash;
import eu.trama.ledger.merkle.Oracle;
import eu.trama.ledger.merkle.ProofCheck;
import eu.trama.ledger.merkle.TreeHasher;
import eu.trama.ledger.note.Checkpoint;
import eu.trama.ledger.note.KeyType;
import eu.trama.ledger.note.SignedNote;
import eu.trama.ledger.note.SigningKey;
import eu.trama.ledger.receipt.Receipt;
import eu.trama.ledger.storage.DiskStorage;
import eu.trama.ledger.storage.Storage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

  @TempDir private Path folder;
  private final SigningKey key;

  LedgerTest() throws Exception {
    key = SigningKey.of("city.example/log", KeyType.LOG, new byte[32]);
  }

  private static byte[] entry(long i) {
    return ("entry " + i).getBytes(StandardCharsets.UTF_8);
  }

  private static List<byte[]> entries(int from, int to) {
    return IntStream.range(from, to).mapToObj(LedgerTest::entry).toList();
  }

  private Ledger open() throws IOException {
    return Ledger.open(folder, key.verifier());
  }

  @Test
  void everySizeHasTheRootAndTheProofsOfTheDefinition() throws Exception {
    var reader = LedgerReader.open(folder, key.verifier());
    assertThat(reader.head()).isEmpty();
    assertThat(reader.receipt(0)).isEmpty();
    var all = new ArrayList<byte[]>();
    var roots = new ArrayList<Hash>(List.of(new TreeHasher().empty()));
    int[] steps = {1, 1, 3, 200, 51, 1, 255, 260, 1000};
    for (int step : steps) {
      try (Ledger ledger = open()) {
        assertThat(ledger.appendAll(entries(all.size(), all.size() + step))).isEqualTo(all.size());
        all.addAll(entries(all.size(), all.size() + step));
        Checkpoint head = Checkpoint.parse(ledger.publish(key).text());
        assertThat(head.size()).isEqualTo(all.size()).isEqualTo(ledger.size());
        assertThat(head.root().bytes()).isEqualTo(Oracle.root(all));
        assertThat(head.origin()).isEqualTo("city.example/log");
      }
      roots.add(Hash.of(Oracle.root(all)));
    }
    int size = all.size();
    for (int index : new int[] {0, 1, 255, 256, 257, 511, 512, size - 1}) {
      assertThat(reader.inclusion(index, size).stream().map(Hash::bytes).toList())
          .usingRecursiveComparison()
          .isEqualTo(Oracle.path(index, all));
      assertThat(reader.entry(index, size)).isEqualTo(all.get(index));
    }
    int earlier = 0;
    for (int i = 0; i < steps.length; i++) {
      earlier += steps[i];
      List<Hash> proof = reader.consistency(earlier, size);
      assertThat(ProofCheck.consistent(earlier, roots.get(i + 1), size, roots.getLast(), proof))
          .isTrue();
    }
    assertThatThrownBy(() -> reader.entry(size, size)).hasMessageContaining("no entry");
    assertThatThrownBy(() -> reader.entry(-1, size)).hasMessageContaining("no entry");
    assertThat(reader.receipt(size)).isEmpty();
  }

  @Test
  void anEmptyLogHasAHeadToo() throws Exception {
    try (Ledger ledger = open()) {
      assertThat(ledger.head()).isEmpty();
      SignedNote head = ledger.publish(key);
      assertThat(Checkpoint.parse(head.text()).root()).isEqualTo(new TreeHasher().empty());
      assertThat(ledger.publish(key)).isEqualTo(head);
      assertThat(ledger.head()).contains(head);
    }
    try (Ledger ledger = open()) {
      assertThat(ledger.size()).isZero();
      assertThat(ledger.append(entry(0))).isZero();
    }
  }

  @Test
  void whatIsAcknowledgedIsThereAfterwardsThoughNothingWasPublished() throws Exception {
    try (Ledger ledger = open()) {
      ledger.append(entry(0));
      ledger.appendAll(entries(1, 300));
    }
    try (Ledger ledger = open()) {
      assertThat(ledger.size()).isEqualTo(300);
      assertThat(ledger.head()).isEmpty();
      assertThat(ledger.integrate().root().bytes()).isEqualTo(Oracle.root(entries(0, 300)));
    }
  }

  @Test
  void theJournalAndNarrowTilesGoWhenTheyAreSuperfluous() throws Exception {
    try (Ledger ledger = open()) {
      ledger.appendAll(entries(0, 10));
      ledger.publish(key);
      assertThat(Files.exists(folder.resolve("tile/0/000.p/10"))).isTrue();
      assertThat(Files.exists(folder.resolve("tile/entries/000.p/10"))).isTrue();
      assertThat(folder.resolve("journal")).isEmptyDirectory();
      ledger.appendAll(entries(10, 256));
      assertThat(folder.resolve("journal")).isNotEmptyDirectory();
      ledger.publish(key);
      assertThat(folder.resolve("journal")).isEmptyDirectory();
      assertThat(folder.resolve("tile/0/000.p")).doesNotExist();
      assertThat(folder.resolve("tile/entries/000.p")).doesNotExist();
      assertThat(folder.resolve("tile/0/000")).hasSize(8192);
      assertThat(folder.resolve("tile/1/000.p/1")).hasSize(32);
      assertThat(folder.resolve("tile/1/000")).doesNotExist();
    }
  }

  @Test
  void oneWritesAndOthersRead() throws Exception {
    try (Ledger ledger = open()) {
      ledger.append(entry(0));
      ledger.publish(key);
      assertThatThrownBy(this::open).hasMessageContaining("another process writes");
      var reader = LedgerReader.open(folder, key.verifier());
      assertThat(reader.head().orElseThrow().checkpoint().size()).isEqualTo(1);
      ledger.append(entry(1));
      ledger.publish(key);
      assertThat(reader.head().orElseThrow().checkpoint().size()).isEqualTo(2);
    }
    open().close();
  }

  @Test
  void manyThreadsShareTheForcing() throws Exception {
    var storage = new CuttableStorage();
    Ledger ledger = Ledger.open(slowly(storage), key.verifier(), () -> {});
    Map<Long, byte[]> acknowledged = new ConcurrentHashMap<>();
    var threads = new ArrayList<Thread>();
    for (int thread = 0; thread < 16; thread++) {
      int number = thread;
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                for (int i = 0; i < 25; i++) {
                  byte[] entry = entry(number * 1000L + i);
                  try {
                    acknowledged.put(ledger.append(entry), entry);
                  } catch (IOException e) {
                    throw new AssertionError(e);
                  }
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(acknowledged).hasSize(400);
    assertThat(storage.forces()).isLessThan(200);
    ledger.publish(key);
    var reader = new LedgerReader(storage, key.verifier());
    for (long i = 0; i < 400; i++) {
      assertThat(reader.entry(i, 400)).isEqualTo(acknowledged.get(i));
    }
  }

  /// A disk takes its time to force, which is when others come to wait.
  private static Storage slowly(Storage disk) {
    return new Forwarding(disk) {
      @Override
      public void force(String path) throws IOException {
        java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
        super.force(path);
      }
    };
  }

  @Test
  void aFailedWriteClosesItUntilItIsOpenedAgain() throws Exception {
    var storage = new CuttableStorage();
    boolean[] full = {false};
    Storage sometimesFull =
        new Forwarding(storage) {
          @Override
          public void force(String path) throws IOException {
            if (full[0]) {
              throw new IOException("no space left");
            }
            super.force(path);
          }
        };
    Ledger ledger = Ledger.open(sometimesFull, key.verifier(), () -> {});
    ledger.append(entry(0));
    full[0] = true;
    assertThatThrownBy(() -> ledger.append(entry(1))).hasMessageContaining("no space left");
    full[0] = false;
    assertThatThrownBy(() -> ledger.append(entry(2))).hasMessageContaining("open it again");
    assertThatThrownBy(ledger::integrate).hasMessageContaining("open it again");
    assertThatThrownBy(() -> ledger.publish(key)).hasMessageContaining("open it again");
    Ledger again = Ledger.open(storage, key.verifier(), () -> {});
    assertThat(again.size()).isBetween(1L, 2L);
    full[0] = true;
    Ledger third = Ledger.open(storage, key.verifier(), () -> {});
    assertThat(third.publish(key).text()).contains("city.example/log");
  }

  @Test
  void aFailureWhilePublishingClosesItToo() throws Exception {
    var storage = new CuttableStorage();
    Storage noNames =
        new Forwarding(storage) {
          @Override
          public void rename(String from, String to) throws IOException {
            throw new IOException("no names today");
          }
        };
    Ledger tiles = Ledger.open(noNames, key.verifier(), () -> {});
    tiles.append(entry(0));
    assertThatThrownBy(tiles::integrate).hasMessageContaining("no names today");
    assertThatThrownBy(() -> tiles.append(entry(1))).hasMessageContaining("open it again");
    Ledger heads =
        Ledger.open(
            new Forwarding(new CuttableStorage()) {
              @Override
              public void rename(String from, String to) throws IOException {
                if (to.equals("checkpoint")) {
                  throw new IOException("no heads today");
                }
                super.rename(from, to);
              }
            },
            key.verifier(),
            () -> {});
    heads.append(entry(0));
    assertThatThrownBy(() -> heads.publish(key)).hasMessageContaining("no heads today");
    assertThat(heads.head()).isEmpty();
    assertThatThrownBy(() -> heads.append(entry(1))).hasMessageContaining("open it again");
  }

  @Test
  void memoryDoesNotGrowWithWhatIsNotPublished() throws Exception {
    try (Ledger ledger = open()) {
      byte[] large = new byte[60_000];
      for (int i = 0; i < 400; i++) {
        ledger.append(large);
      }
      // 24 MB went in; all but the last few wait in tiles and bundles, not in memory.
      assertThat(folder.resolve("tile/entries/000")).exists();
      assertThat(folder.resolve("journal").toFile().list()).hasSizeGreaterThan(1);
      assertThat(ledger.head()).isEmpty();
    }
    try (Ledger ledger = open()) {
      assertThat(ledger.size()).isEqualTo(400);
      ledger.publish(key);
      assertThat(folder.resolve("journal")).isEmptyDirectory();
    }
  }

  @Test
  void boundsWhatItTakes() throws Exception {
    try (Ledger ledger = open()) {
      assertThat(ledger.append(new byte[65_535])).isZero();
      assertThat(ledger.append(new byte[0])).isEqualTo(1);
      assertThatThrownBy(() -> ledger.append(new byte[65_536])).hasMessageContaining("65535");
      assertThatThrownBy(() -> ledger.appendAll(List.of())).hasMessageContaining("1 entry");
      List<byte[]> most = java.util.Collections.nCopies(64, new byte[65_534]);
      assertThat(ledger.appendAll(most)).isEqualTo(2);
      var more = new ArrayList<>(most);
      more.add(new byte[0]);
      assertThatThrownBy(() -> ledger.appendAll(more)).hasMessageContaining("4 MB");
      ledger.publish(key);
      var reader = LedgerReader.open(folder, key.verifier());
      assertThat(reader.entry(0, 66)).hasSize(65_535);
      assertThat(reader.entry(1, 66)).isEmpty();
    }
  }

  @Test
  void takesHeadsThatAreItsOwnAndNoOthers() throws Exception {
    SigningKey other =
        SigningKey.of(
            "city.example/log",
            KeyType.LOG,
            new byte[] {
              1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
              0, 0, 0
            });
    SigningKey witness = SigningKey.of("witness.example", KeyType.WITNESS, new byte[32]);
    try (Ledger ledger = open()) {
      ledger.append(entry(0));
      Checkpoint one = ledger.integrate();
      assertThatThrownBy(() -> ledger.publish(one.signed(other)))
          .hasMessageContaining("not signed by");
      assertThatThrownBy(
              () -> ledger.publish(Checkpoint.of("elsewhere", 1, one.root()).signed(key)))
          .hasMessageContaining("not signed by");
      assertThatThrownBy(() ->
              ledger.publish(Checkpoint.of(one.origin(), 1, new TreeHasher().empty()).signed(key)))
          .hasMessageContaining("not the head of the 1 entries");
      assertThatThrownBy(
              () -> ledger.publish(Checkpoint.of(one.origin(), 2, one.root()).signed(key)))
          .hasMessageContaining("not the head");
      assertThatThrownBy(() -> ledger.publish(new SignedNote("x\n", List.of(key.sign("x\n")))))
          .hasMessageContaining("no checkpoint");
      SignedNote head = one.signed(key);
      ledger.publish(head);
      ledger.append(entry(1));
      ledger.integrate();
      // The newest head may still be published with a cosignature, though the tree has grown.
      SignedNote cosigned = head.with(witness.cosign(head.text(), 1_700_000_000));
      ledger.publish(cosigned);
      assertThat(ledger.head()).contains(cosigned);
      Receipt receipt = LedgerReader.open(folder, key.verifier()).receipt(0).orElseThrow();
      assertThat(receipt.check(key.verifier(), List.of(witness.verifier())))
          .isEqualTo(new Receipt.Outcome.Proven(one, List.of(witness.verifier())));
      ledger.publish(key);
      assertThatThrownBy(() -> ledger.publish(head)).hasMessageContaining("not the head of the 2");
    }
  }

  @Test
  void refusesFilesThatDoNotAgree() throws Exception {
    try (Ledger ledger = open()) {
      ledger.appendAll(entries(0, 300));
      ledger.publish(key);
    }
    Map<String, String> damages =
        Map.of(
            "tile/0/001.p/44", "do not add up",
            "tile/1/000.p/1", "do not add up",
            "checkpoint", "checkpoint");
    for (var damage : damages.entrySet()) {
      Path file = folder.resolve(damage.getKey());
      byte[] before = Files.readAllBytes(file);
      byte[] after = before.clone();
      after[20] ^= 1;
      Files.write(file, after);
      assertThatThrownBy(this::open)
          .isInstanceOf(DamagedLedgerException.class)
          .hasMessageContaining(damage.getValue());
      Files.write(file, before);
    }
    for (String file : List.of("tile/0/001.p/44", "tile/entries/001.p/44")) {
      byte[] before = Files.readAllBytes(folder.resolve(file));
      Files.write(folder.resolve(file), java.util.Arrays.copyOf(before, 7));
      assertThatThrownBy(this::open).hasMessageContaining(file + " is cut short");
      Files.delete(folder.resolve(file));
      assertThatThrownBy(this::open).hasMessageContaining(file + " is missing");
      Files.write(folder.resolve(file), before);
    }
    SigningKey other = SigningKey.of("other", KeyType.LOG, new byte[32]);
    assertThatThrownBy(() -> Ledger.open(folder, other.verifier()))
        .hasMessageContaining("is this the ledger of another key?");
    Files.writeString(folder.resolve("checkpoint"), "nothing");
    assertThatThrownBy(this::open).hasMessageContaining("cannot be read");
    var reader = LedgerReader.open(folder, key.verifier());
    Files.delete(folder.resolve("tile/entries/000"));
    assertThatThrownBy(() -> reader.entry(3, 300)).hasMessageContaining("is missing");
    Files.write(folder.resolve("tile/entries/000"), new byte[] {0, 1, 7, 0});
    assertThatThrownBy(() -> reader.entry(3, 300)).hasMessageContaining("is cut short");
    Files.delete(folder.resolve("tile/0/000"));
    assertThatThrownBy(() -> reader.inclusion(3, 300)).hasMessageContaining("has no tile/0/000");
    Files.write(folder.resolve("tile/0/000"), new byte[100]);
    assertThatThrownBy(() -> reader.inclusion(3, 300)).hasMessageContaining("cut short");
  }

  @Test
  void aDamagedJournalIsNotTakenForATornOne() throws Exception {
    try (Ledger ledger = open()) {
      ledger.appendAll(entries(0, 2));
      ledger.appendAll(entries(2, 4));
    }
    Path segment = folder.resolve(Journal.path(0));
    byte[] whole = Files.readAllBytes(segment);
    byte[] altered = whole.clone();
    altered[30] ^= 1;
    Files.write(segment, altered);
    assertThatThrownBy(this::open).hasMessageContaining("byte 0: this batch is broken");
    // Cut in the second batch: a torn one, never acknowledged as far as the disk can tell.
    Files.write(segment, java.util.Arrays.copyOf(whole, whole.length - 1));
    try (Ledger ledger = open()) {
      assertThat(ledger.size()).isEqualTo(2);
      ledger.append(entry(9));
    }
    try (Ledger ledger = open()) {
      assertThat(ledger.size()).isEqualTo(3);
    }
    // The first segment is lost altogether.
    Files.delete(segment);
    assertThatThrownBy(this::open).hasMessageContaining("entries 0 to 1 are missing");
  }

  @Test
  void aFolderThatIsNotThereIsMade() throws Exception {
    Path deep = folder.resolve("a/b");
    try (Ledger ledger = Ledger.open(deep, key.verifier())) {
      assertThat(ledger.append(entry(0))).isZero();
    }
    try (var storage = new DiskStorage(deep)) {
      assertThat(storage.list("nowhere")).isEmpty();
      assertThat(storage.read("nowhere")).isEmpty();
      storage.delete("nowhere");
      assertThatThrownBy(() -> storage.append("nowhere", new byte[1]))
          .isInstanceOf(IOException.class);
      storage.write("x", new byte[] {1});
      storage.append("x", new byte[] {2});
      storage.write("y", new byte[] {3});
      storage.append("y", new byte[] {4});
      storage.append("x", new byte[] {5});
      storage.force("x");
      storage.force("y");
      assertThat(storage.read("x").orElseThrow()).containsExactly(1, 2, 5);
      storage.delete("x");
      assertThat(storage.read("x")).isEmpty();
      assertThat(storage.read("y").orElseThrow()).containsExactly(3, 4);
    }
  }
}
