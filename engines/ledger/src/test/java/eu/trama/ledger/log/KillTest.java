package eu.trama.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.ledger.merkle.Hash;
import eu.trama.ledger.merkle.MerkleTree;
import eu.trama.ledger.merkle.ProofCheck;
import eu.trama.ledger.note.Checkpoint;
import eu.trama.ledger.note.SignedNote;
import eu.trama.ledger.storage.DiskStorage;
import eu.trama.ledger.tiles.TiledNodes;
import eu.trama.ledger.verify.Verifier;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a writing process (-9) again and again, and looks after each death whether everything that
/// it had acknowledged is there and every head that it had published is a beginning of the log.
class KillTest {

  private static final int LONGEST_MILLIS = 120;

  @TempDir private Path folder;
  private final Map<Long, String> acknowledged = new HashMap<>();
  private final List<Checkpoint> heads = new ArrayList<>();
  private int published;

  @Test
  void losesNothingThoughKilledTwentyTimes() throws Exception {
    kill(20);
  }

  @Test
  @Tag("fault")
  void losesNothingThoughKilledThreeHundredTimes() throws Exception {
    kill(300);
  }

  private void kill(int rounds) throws Exception {
    var random = new Random(rounds);
    for (int round = 0; round < rounds; round++) {
      live(round, random.nextInt(LONGEST_MILLIS));
      inspect("round " + round);
    }
    assertThat(acknowledged.size()).isGreaterThan(rounds);
    assertThat(published).isGreaterThan(rounds / 4);
  }

  /// Lets a writer live that long after its first word.
  private void live(int round, int millis) throws Exception {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                KilledWriter.class.getName(),
                folder.toString(),
                Integer.toString(round))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var said =
        new BufferedReader(
            new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(said.readLine()).startsWith("o ");
      Thread killer =
          Thread.ofVirtual()
              .start(() -> {
                java.util.concurrent.locks.LockSupport.parkNanos(millis * 1_000_000L);
                // The handle's way: the process's own would close what it said before.
                writer.toHandle().destroyForcibly();
              });
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        hear(line);
      }
      killer.join();
    } finally {
      writer.destroyForcibly();
    }
    assertThat(writer.waitFor()).isEqualTo(137);
  }

  private void hear(String line) throws Exception {
    if (!line.endsWith(" .")) {
      return; // Cut by the death.
    }
    String[] words = line.split(" ", -1);
    switch (words[0]) {
      case "a" -> assertThat(acknowledged.put(Long.parseLong(words[1]), words[2])).isNull();
      case "h" -> heard(Base64.getDecoder().decode(words[1]));
      default -> throw new AssertionError("the writer said: " + line);
    }
  }

  private void heard(byte[] head) throws Exception {
    heads.add(Checkpoint.parse(SignedNote.parse(head).text()));
    published++;
  }

  private void inspect(String what) throws Exception {
    var key = KilledWriter.key();
    Checkpoint head;
    try (Ledger ledger = Ledger.open(folder, key.verifier())) {
      head = Checkpoint.parse(ledger.publish(key).text());
    }
    var reader = LedgerReader.open(folder, key.verifier());
    for (var each : acknowledged.entrySet()) {
      assertThat(each.getKey()).as(what).isLessThan(head.size());
    }
    // The rest are looked at by the heads below and by the verifier; each by each would take hours.
    long last = acknowledged.keySet().stream().mapToLong(Long::longValue).max().orElse(-1);
    for (long index = Math.max(0, last - 300); index <= last; index++) {
      String entry = acknowledged.get(index);
      if (entry != null) {
        assertThat(Base64.getEncoder().encodeToString(reader.entry(index, head.size())))
            .as(what)
            .isEqualTo(entry);
      }
    }
    var storage = new DiskStorage(folder);
    for (Checkpoint seen : heads) {
      Hash root = new MerkleTree(new TiledNodes(storage, head.size()), seen.size()).root();
      assertThat(seen.root()).as(what).isEqualTo(root);
      assertThat(
              ProofCheck.consistent(
                  seen.size(),
                  seen.root(),
                  head.size(),
                  head.root(),
                  reader.consistency(seen.size(), head.size())))
          .as(what)
          .isTrue();
    }
    heads.clear();
    heads.add(head);
    assertThat(new Verifier(storage, key.verifier(), List.of()).verify(_ -> {}).findings())
        .as(what)
        .isEmpty();
  }
}
