package eu.trama.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.ledger.log.CuttableStorage.Fate;
import eu.trama.ledger.log.CuttableStorage.PowerCut;
import eu.trama.ledger.merkle.MerkleTree;
import eu.trama.ledger.merkle.Oracle;
import eu.trama.ledger.note.Checkpoint;
import eu.trama.ledger.note.KeyType;
import eu.trama.ledger.note.SignedNote;
import eu.trama.ledger.note.SigningKey;
import eu.trama.ledger.tiles.TiledNodes;
import eu.trama.ledger.verify.Verifier;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Cuts the power after each single operation on the disk of a log's life, with each fate of what
/// was not forced, again during the recovery, and looks whether anything acknowledged is missing
/// and whether any head that somebody may have seen is no beginning of the log.
class PowerCutTest {

  private static final int AGAIN = 2;

  private final SigningKey key;

  PowerCutTest() throws Exception {
    key = SigningKey.of("city.example/log", KeyType.LOG, new byte[32]);
  }

  /// What the world outside knows of the log.
  private static final class World {
    private final Map<Long, byte[]> acknowledged = new HashMap<>();
    private int nextValue;
  }

  private static byte[] entry(int value) {
    return ByteBuffer.allocate(4 + value % 5).putInt(value).array();
  }

  /// Batches of several sizes over the borders of two tiles, heads in between.
  private void live(CuttableStorage storage, World world) throws Exception {
    Ledger ledger = Ledger.open(storage, key.verifier(), () -> {});
    int[] batches = {1, 2, 100, 0, 1, 152, 0, 3, 0, 255, 0, 1};
    for (int size : batches) {
      if (size == 0) {
        ledger.publish(key);
      } else {
        add(ledger, world, size);
      }
    }
    ledger.integrate();
    add(ledger, world, 2);
    ledger.publish(key);
  }

  private static void add(Ledger ledger, World world, int count) throws Exception {
    var entries = new ArrayList<byte[]>();
    for (int i = 0; i < count; i++) {
      entries.add(entry(world.nextValue++));
    }
    long first = ledger.appendAll(entries);
    for (byte[] each : entries) {
      assertThat(world.acknowledged.put(first++, each)).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void losesNothingAndNeverForks(Fate fate) throws Exception {
    var whole = new CuttableStorage();
    live(whole, new World());
    assertThat(whole.operations()).isGreaterThan(100);
    for (int cut = 0; cut < whole.operations(); cut++) {
      var random = new Random(cut);
      var world = new World();
      CuttableStorage storage = new CuttableStorage();
      for (int again = 0; again < AGAIN; again++) {
        storage.cutAfter(again == 0 ? cut : random.nextInt(40));
        try {
          live(storage, world);
        } catch (PowerCut expected) {
          // On to the next start.
        }
        storage = storage.restarted(fate, random);
      }
      inspect(storage, world, fate + " cut at " + cut);
    }
  }

  private void inspect(CuttableStorage storage, World world, String what) throws Exception {
    Ledger ledger = Ledger.open(storage, key.verifier(), () -> {});
    SignedNote head = ledger.publish(key);
    long size = Checkpoint.parse(head.text()).size();
    var reader = new LedgerReader(storage, key.verifier());
    var entries = new ArrayList<byte[]>();
    for (long i = 0; i < size; i++) {
      entries.add(reader.entry(i, size));
    }
    world.acknowledged.forEach(
        (index, entry) -> assertThat(entries).as(what).element(index.intValue()).isEqualTo(entry));
    for (byte[] bytes : storage.seen()) {
      Checkpoint seen = Checkpoint.parse(SignedNote.parse(bytes).text());
      List<byte[]> beginning = entries.subList(0, (int) seen.size());
      assertThat(seen.root().bytes()).as(what).isEqualTo(Oracle.root(beginning));
    }
    assertThat(new MerkleTree(new TiledNodes(storage, size), size).root().bytes())
        .isEqualTo(Oracle.root(entries));
    assertThat(new Verifier(storage, key.verifier(), List.of()).verify(_ -> {}).findings())
        .as(what)
        .isEmpty();
  }
}
