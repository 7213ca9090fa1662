package eu.trama.city.ledger.bench;

import eu.trama.city.cli.Benchmark;
import eu.trama.ledger.log.Ledger;
import eu.trama.ledger.log.LedgerReader;
import eu.trama.ledger.merkle.Hash;
import eu.trama.ledger.merkle.ProofCheck;
import eu.trama.ledger.note.BadNoteException;
import eu.trama.ledger.note.KeyType;
import eu.trama.ledger.note.SigningKey;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/// `./trama bench ledger`: entries a second by many threads, each forced to the disk before it is
/// acknowledged and all under a published head at the end; then proofs, start and memory of a log
/// of 100 million entries, made by a seeded generator (3.2 GB below the temporary folder).
public final class LedgerBench implements Benchmark {

  /// 20,000 entries a second.
  private static final double ASKED_MICROS = 50;

  private static final double ASKED_PROOF_MILLIS = 1;
  private static final double ASKED_START_MILLIS = 1_000;

  /// What the heap may hold after the proofs more than before.
  private static final double ASKED_MEGABYTES = 8;

  private static final int ENTRIES = 1_000_000;
  private static final int BATCH = 20;
  private static final int THREADS = 64;
  private static final int PROOFS = 20_000;
  private static final int WARM_UP = 2_000;
  private static final int ENTRY_BYTES = 80;

  @Override
  public String name() {
    return "ledger";
  }

  @Override
  public String description() {
    return "entries a second, and proofs in a log of 100 million entries";
  }

  @Override
  public List<Goal> measure() throws Exception {
    SigningKey key = SigningKey.of("bench.example/ledger", KeyType.LOG, new byte[32]);
    Path folder = Files.createTempDirectory("trama-ledger");
    try {
      var goals = new ArrayList<Goal>();
      goals.add(append(folder.resolve("append"), key));
      goals.addAll(large(folder.resolve("large"), key));
      return goals;
    } finally {
      remove(folder);
    }
  }

  private static Goal append(Path folder, SigningKey key) throws Exception {
    var next = new AtomicLong();
    try (Ledger ledger = Ledger.open(folder, key.verifier())) {
      long start = System.nanoTime();
      var threads = new ArrayList<Thread>();
      for (int thread = 0; thread < THREADS; thread++) {
        threads.add(Thread.ofVirtual().start(() -> appendUntil(ledger, next)));
      }
      int heads = 0;
      while (ledger.size() < ENTRIES) {
        ledger.publish(key);
        heads++;
      }
      for (Thread thread : threads) {
        thread.join();
      }
      double acknowledged = (System.nanoTime() - start) / 1e9;
      ledger.publish(key);
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%,d entries by %d threads, %d at a time: acknowledged after %.1f s, under a head after %.1f s"
              + " (%,.0f a second), %d heads on the way%n",
          ledger.size(),
          THREADS,
          BATCH,
          acknowledged,
          seconds,
          ledger.size() / seconds,
          heads);
      return new Goal("ledger-append", ASKED_MICROS, seconds * 1e6 / ledger.size(), "us an entry");
    }
  }

  private static void appendUntil(Ledger ledger, AtomicLong next) {
    try {
      for (long first = next.getAndAdd(BATCH); first < ENTRIES; first = next.getAndAdd(BATCH)) {
        var batch = new ArrayList<byte[]>();
        for (int i = 0; i < BATCH; i++) {
          batch.add(ByteBuffer.allocate(ENTRY_BYTES).putLong(first + i).array());
        }
        ledger.appendAll(batch);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<Goal> large(Path folder, SigningKey key)
      throws IOException, BadNoteException {
    long size = SeededTree.HUNDRED_MILLION;
    long start = System.nanoTime();
    SeededTree.write(folder, size, key);
    System.out.printf(
        Locale.ROOT, "made %,d leaves in %.0f s%n", size, (System.nanoTime() - start) / 1e9);
    start = System.nanoTime();
    try (Ledger ledger = Ledger.open(folder, key.verifier())) {
      double startMillis = (System.nanoTime() - start) / 1e6;
      System.out.printf(Locale.ROOT, "opened %,d entries in %.1f ms%n", ledger.size(), startMillis);
      var reader = LedgerReader.open(folder, key.verifier());
      Hash root = reader.head().orElseThrow().checkpoint().root();
      prove(reader, root, size, WARM_UP, 1);
      double before = megabytes();
      double[] millis = prove(reader, root, size, PROOFS, 2);
      double grown = Math.max(0, megabytes() - before);
      System.out.printf(
          Locale.ROOT,
          "%,d proofs, each checked: p50 %.3f ms, p99 %.3f ms, longest %.3f ms; heap %.1f MB before, %.1f MB more"
              + " after%n",
          PROOFS,
          millis[PROOFS / 2],
          millis[PROOFS * 99 / 100],
          millis[PROOFS - 1],
          before,
          grown);
      return List.of(
          new Goal("ledger-proof-1e8", ASKED_PROOF_MILLIS, millis[PROOFS * 99 / 100], "ms (p99)"),
          new Goal("ledger-start-1e8", ASKED_START_MILLIS, startMillis, "ms"),
          new Goal("ledger-memory-1e8", ASKED_MEGABYTES, grown, "MB more after the proofs"));
    }
  }

  /// Sorted milliseconds of making each proof; checking it is not counted.
  private static double[] prove(LedgerReader reader, Hash root, long size, int proofs, long seed)
      throws IOException {
    var random = new Random(seed);
    double[] millis = new double[proofs];
    for (int i = 0; i < proofs; i++) {
      long index = random.nextLong(size);
      long start = System.nanoTime();
      List<Hash> path = reader.inclusion(index, size);
      millis[i] = (System.nanoTime() - start) / 1e6;
      if (!ProofCheck.root(SeededTree.leaf(index), index, size, path).orElseThrow().equals(root)) {
        throw new IllegalStateException("a proof that proves nothing, of entry " + index);
      }
    }
    Arrays.sort(millis);
    return millis;
  }

  private static double megabytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
  }

  private static void remove(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
