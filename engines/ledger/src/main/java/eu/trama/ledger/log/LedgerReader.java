package eu.trama.ledger.log;

import static eu.trama.ledger.tiles.TileId.FULL;

import eu.trama.ledger.merkle.Hash;
import eu.trama.ledger.merkle.MerkleTree;
import eu.trama.ledger.note.BadNoteException;
import eu.trama.ledger.note.Checkpoint;
import eu.trama.ledger.note.SignedNote;
import eu.trama.ledger.note.SignedNote.Verdict;
import eu.trama.ledger.note.VerifierKey;
import eu.trama.ledger.receipt.Receipt;
import eu.trama.ledger.storage.DiskStorage;
import eu.trama.ledger.tiles.Bundle;
import eu.trama.ledger.tiles.TileId;
import eu.trama.ledger.tiles.TileSource;
import eu.trama.ledger.tiles.TiledNodes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads a log: its head, its entries, its proofs. Any number of these, in any process, while
/// another writes; safe for all threads. Holds nothing.
public final class LedgerReader {

  private final TileSource source;
  private final VerifierKey key;

  public LedgerReader(TileSource source, VerifierKey key) {
    this.source = source;
    this.key = key;
  }

  /// Reads the log in that folder.
  public static LedgerReader open(Path folder, VerifierKey key) {
    return new LedgerReader(new DiskStorage(folder), key);
  }

  /// A head and what it says.
  public record Head(SignedNote note, Checkpoint checkpoint) {}

  /// The newest published head; empty where none was published yet.
  ///
  /// @throws DamagedLedgerException where it is not signed by the log
  public Optional<Head> head() throws IOException {
    Optional<byte[]> bytes = source.read(Ledger.CHECKPOINT);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(head(bytes.get(), key));
  }

  static Head head(byte[] bytes, VerifierKey key) throws DamagedLedgerException {
    try {
      SignedNote note = SignedNote.parse(bytes);
      if (note.verdict(key) != Verdict.SIGNED) {
        throw new DamagedLedgerException(
            "the checkpoint is not signed by " + key + "; is this the ledger of another key?");
      }
      return new Head(note, Checkpoint.parse(note.text()));
    } catch (BadNoteException e) {
      throw new DamagedLedgerException("the checkpoint cannot be read: " + e.getMessage());
    }
  }

  /// What leads from entry `index` to the root of the first `size` entries.
  ///
  /// @param size at most that of the head
  public List<Hash> inclusion(long index, long size) throws IOException {
    return new MerkleTree(new TiledNodes(source, size), size).inclusion(index);
  }

  /// What shows that the first `earlier` entries are the beginning of the first `size`.
  public List<Hash> consistency(long earlier, long size) throws IOException {
    return new MerkleTree(new TiledNodes(source, size), size).consistency(earlier);
  }

  /// Entry `index` of a log of `size` entries.
  public byte[] entry(long index, long size) throws IOException {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("no entry %d of %d".formatted(index, size));
    }
    TileId id = TileId.holding(TileId.ENTRIES, index, size);
    byte[] bundle =
        source.read(id).orElseThrow(() -> new DamagedLedgerException(id + " is missing"));
    int within = (int) (index % FULL);
    List<Bundle.Span> spans = Bundle.spans(bundle, within + 1);
    if (spans.size() <= within) {
      throw new DamagedLedgerException(id + " is cut short");
    }
    return spans.get(within).of(bundle);
  }

  /// What somebody takes home for entry `index`: the entry, its proof and the newest head. Empty
  /// while no head covers it.
  public Optional<Receipt> receipt(long index) throws IOException {
    Optional<Head> head = head();
    if (head.isEmpty() || index >= head.get().checkpoint().size()) {
      return Optional.empty();
    }
    long size = head.get().checkpoint().size();
    return Optional.of(
        new Receipt(
            Optional.of(entry(index, size)), index, inclusion(index, size), head.get().note()));
  }
}
