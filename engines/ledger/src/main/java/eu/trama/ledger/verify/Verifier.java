package eu.trama.ledger.verify;

import static eu.trama.ledger.tiles.TileId.FULL;

import eu.trama.ledger.log.BrokenBatch;
import eu.trama.ledger.merkle.Hash;
import eu.trama.ledger.merkle.TreeHasher;
import eu.trama.ledger.note.Checkpoint;
import eu.trama.ledger.note.VerifierKey;
import eu.trama.ledger.storage.Storage;
import eu.trama.ledger.tiles.RightEdge;
import eu.trama.ledger.tiles.TileId;
import eu.trama.ledger.tiles.TileSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/// Hashes every entry of a log, builds the tree anew, and compares every file with it and the tree
/// with the signed head. Of one turned bit it says which; memory does not grow with the log.
///
/// ```java
/// Report report = new Verifier(new DiskStorage(folder), key, witnesses).verify(hashed -> {});
/// ```
///
/// Where an entry and its leaf disagree, the level above tells which of them is right; at the right
/// edge, the signed root does.
public final class Verifier {

  private final TileSource source;
  private final VerifierKey key;
  private final List<VerifierKey> witnesses;
  private final List<Finding> findings = new ArrayList<>();
  private final BundleCheck bundles = new BundleCheck(findings::add);
  private final TreeHasher hasher = new TreeHasher();
  private final TileFiles files;

  /// @param source a log's files; those of a [Storage] are listed too, so that narrower forms of a
  ///   tile and the journal are looked at
  public Verifier(TileSource source, VerifierKey key, List<VerifierKey> witnesses) {
    this.source = source;
    this.key = key;
    this.witnesses = List.copyOf(witnesses);
    this.files = new TileFiles(source, findings::add);
  }

  /// Looks at everything once.
  ///
  /// @param progress told the number of entries hashed, now and then
  /// @throws IOException where a file that is there cannot be read
  public Report verify(LongConsumer progress) throws IOException {
    Optional<byte[]> bytes = source.read("checkpoint");
    if (bytes.isEmpty()) {
      findings.add(Finding.of("head_missing", "checkpoint", "there is no signed head"));
      return new Report(Optional.empty(), 0, findings);
    }
    Optional<Checkpoint> head = new HeadCheck(key, witnesses, findings::add).check(bytes.get());
    if (head.isEmpty()) {
      return new Report(head, 0, findings);
    }
    long size = head.get().size();
    var edge = new RightEdge();
    for (long first = 0; first < size; first += FULL) {
      byte[] leaves = leaves(TileId.holding(0, first, size), edge, head.get());
      for (int i = 0; i < leaves.length; i += Hash.BYTES) {
        edge.add(Hash.at(leaves, i), files::compare);
      }
      progress.accept(edge.size());
    }
    for (int level = 0; level < edge.levels(); level++) {
      if (edge.width(level) > 0) {
        files.compare(edge.id(level), edge.hashes(level));
      }
    }
    if (!edge.root().equals(head.get().root()) && findings.isEmpty()) {
      findings.add(
          Finding.of(
              "root_differs",
              "checkpoint",
              "all files agree with each other, but not with the signed root: this is another log"));
    }
    if (source instanceof Storage storage) {
      journal(storage);
    }
    return new Report(head, size, findings);
  }

  private void journal(Storage storage) throws IOException {
    for (BrokenBatch batch : BrokenBatch.in(storage)) {
      findings.add(
          new Finding(
              batch.altered() ? "journal_altered" : "journal_unfinished",
              batch.path(),
              batch.offset(),
              Finding.UNKNOWN,
              Finding.UNKNOWN,
              batch.altered()
                  ? "this batch is broken, and a whole one follows"
                  : "this batch is not whole. After a crash that is normal: nothing in it was"
                      + " acknowledged, and the next start or head clears it away"));
    }
  }

  /// The right leaves of a tile, as far as they can be told.
  private byte[] leaves(TileId tile, RightEdge edge, Checkpoint head) throws IOException {
    var bundle = new TileId(TileId.ENTRIES, tile.index(), tile.width());
    Optional<byte[]> stored =
        files.read(tile).map(all -> Arrays.copyOf(all, tile.width() * Hash.BYTES));
    Optional<byte[]> entries = files.read(bundle);
    if (entries.isEmpty()) {
      findings.add(Finding.of("file_missing", bundle.path(), "the entries are missing"));
    }
    byte[] hashed = bundles.leaves(entries.orElse(new byte[0]), tile.width());
    if (stored.isEmpty()) {
      return Arrays.copyOf(hashed, tile.width() * Hash.BYTES);
    }
    if (Arrays.equals(stored.get(), hashed)) {
      files.compareBundles(bundle, entries.orElseThrow());
      return hashed;
    }
    boolean tileHolds = fits(tile, stored.get(), edge, head);
    boolean entriesHold = hashed.length == stored.get().length && fits(tile, hashed, edge, head);
    if (entriesHold && !tileHolds) {
      files.compareBundles(bundle, entries.orElseThrow());
      return hashed; // The comparison of the tile says the rest.
    }
    entries.ifPresent(all -> bundles.explain(bundle, all, stored.get()));
    return stored.get();
  }

  /// Whether these leaves are what the tree above them says.
  private boolean fits(TileId tile, byte[] leaves, RightEdge edge, Checkpoint head)
      throws IOException {
    if (tile.full()) {
      TileId parent = TileId.holding(1, tile.index(), head.size() / FULL);
      int at = (int) (tile.index() % FULL) * Hash.BYTES;
      Optional<byte[]> above = files.read(parent);
      if (above.isPresent() && above.get().length >= at + Hash.BYTES) {
        return hasher.perfect(leaves, 0, FULL).equals(Hash.at(above.get(), at));
      }
    }
    RightEdge trial = edge.copy();
    for (int i = 0; i < leaves.length; i += Hash.BYTES) {
      trial.add(Hash.at(leaves, i), (id, hashes) -> {});
    }
    return trial.root().equals(head.root());
  }
}
