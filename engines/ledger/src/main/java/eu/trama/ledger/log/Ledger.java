package eu.trama.ledger.log;

import eu.trama.ledger.note.BadNoteException;
import eu.trama.ledger.note.Checkpoint;
import eu.trama.ledger.note.SignedNote;
import eu.trama.ledger.note.SignedNote.Verdict;
import eu.trama.ledger.note.SigningKey;
import eu.trama.ledger.note.VerifierKey;
import eu.trama.ledger.storage.DiskStorage;
import eu.trama.ledger.storage.Storage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A log that is written to by this process alone.
///
/// ```java
/// try (Ledger ledger = Ledger.open(folder, key.verifier())) {
///   long index = ledger.append(entry);       // outlives any crash from here on
///   SignedNote head = ledger.publish(key);   // the tree over all of them
/// }
/// ```
///
/// The order of writing, which makes that so:
///
/// 1. [#append] writes a batch to the journal and forces it; then the entries have their places for
///    ever and are acknowledged. Threads that wait together share one batch.
/// 2. [#integrate] brings acknowledged entries, and no others, into tiles and bundles, and forces
///    them.
/// 3. [#publish] signs or takes a head over integrated entries, forces it beside its place, and
///    gives it its name in one step.
/// 4. Only then does the journal let go of what lies under that head.
///
/// Hence every head that was ever seen covers entries that no crash takes away: a later head is its
/// continuation, and for one size there is one head.
///
/// A failed write closes the log for writing, since the disk's state is then unknown; opening it
/// again finds out.
public final class Ledger implements AutoCloseable {

  static final String CHECKPOINT = "checkpoint";
  private static final String NEW_CHECKPOINT = CHECKPOINT + ".new";

  private final Storage storage;
  private final VerifierKey key;
  private final AutoCloseable held;
  private final GroupCommit commits;
  private final Object treeTurn = new Object();
  private final GrowingTree tree;
  private final Journal journal;
  private volatile Optional<SignedNote> head;

  private Ledger(
      Storage storage,
      VerifierKey key,
      AutoCloseable held,
      GrowingTree tree,
      Journal journal,
      Optional<SignedNote> head) {
    this.storage = storage;
    this.key = key;
    this.held = held;
    this.tree = tree;
    this.journal = journal;
    this.head = head;
    this.commits = new GroupCommit(journal, tree.size());
  }

  /// Opens the log in that folder, or begins one.
  ///
  /// @param key of the log; its name is the log's origin
  /// @throws DamagedLedgerException where the files do not agree
  /// @throws IOException where another process writes there
  public static Ledger open(Path folder, VerifierKey key) throws IOException {
    WriterLock lock = WriterLock.take(folder);
    var storage = new DiskStorage(folder);
    try {
      return open(
          storage,
          key,
          () -> {
            storage.close();
            lock.close();
          });
    } catch (IOException | RuntimeException e) {
      storage.close();
      lock.close();
      throw e;
    }
  }

  /// Opens a log in a storage that nobody else writes to.
  ///
  /// @param held closed with the log
  static Ledger open(Storage storage, VerifierKey key, AutoCloseable held) throws IOException {
    Optional<LedgerReader.Head> head = new LedgerReader(storage, key).head();
    GrowingTree tree =
        head.isPresent() ? load(storage, head.get().checkpoint()) : GrowingTree.empty(storage);
    var journal = new Journal(storage);
    long published = tree.size();
    long next = journal.replay(published, tree::add);
    if (head.isPresent()) {
      // It may have its name only until the power goes; the journal waits until that is for good.
      storage.force(CHECKPOINT);
      storage.forceFolder("");
      journal.dropBefore(published, next);
    }
    return new Ledger(storage, key, held, tree, journal, head.map(LedgerReader.Head::note));
  }

  private static GrowingTree load(Storage storage, Checkpoint checkpoint) throws IOException {
    GrowingTree tree = GrowingTree.load(storage, checkpoint.size());
    if (!tree.root().equals(checkpoint.root())) {
      throw new DamagedLedgerException(
          "the last tiles do not add up to the root of the checkpoint for size "
              + checkpoint.size());
    }
    return tree;
  }

  private static Checkpoint checkpoint(SignedNote note) {
    try {
      return Checkpoint.parse(note.text());
    } catch (BadNoteException e) {
      throw new IllegalArgumentException("no checkpoint: " + e.getMessage(), e);
    }
  }

  /// Adds an entry, at most 65,535 bytes. Any thread; when this returns, the entry is on the disk.
  ///
  /// @return its index
  /// @throws IOException where it could not be written; it may be found or not when the log is
  ///   opened again
  public long append(byte[] entry) throws IOException {
    return appendAll(List.of(entry));
  }

  /// Adds entries one behind the other, at most 4 MB of them.
  ///
  /// @return the index of the first
  public long appendAll(List<byte[]> entries) throws IOException {
    long first = commits.append(entries);
    if (commits.overflowing()) {
      // Whoever adds faster than others integrate helps, so that memory stays bounded.
      integrate();
    }
    return first;
  }

  /// Number of entries that were acknowledged.
  public long size() {
    return commits.size();
  }

  /// Brings every acknowledged entry into the tree and the tree to the disk.
  ///
  /// @return the unsigned head over them
  public Checkpoint integrate() throws IOException {
    synchronized (treeTurn) {
      commits.requireSound();
      try {
        for (byte[] entry : commits.take()) {
          tree.add(entry);
        }
        tree.flush();
      } catch (IOException e) {
        throw commits.failed(e);
      }
      return Checkpoint.of(key.name(), tree.size(), tree.root());
    }
  }

  /// Integrates, signs and publishes.
  ///
  /// @return the head that anybody may be shown
  public SignedNote publish(SigningKey signer) throws IOException {
    synchronized (treeTurn) {
      Checkpoint now = integrate();
      Optional<SignedNote> published = head;
      if (published.isPresent() && checkpoint(published.get()).size() == now.size()) {
        return published.get();
      }
      SignedNote note = now.signed(signer);
      publish(note);
      return note;
    }
  }

  /// Publishes a head that was signed elsewhere, or the newest one with cosignatures.
  ///
  /// @throws IllegalArgumentException where it is not signed by the log's key, or is neither the
  ///   head of exactly the integrated entries nor the newest one
  public void publish(SignedNote note) throws IOException {
    synchronized (treeTurn) {
      commits.requireSound();
      Checkpoint checkpoint = checkpoint(note);
      check(note, checkpoint);
      try {
        tree.flush();
        storage.write(NEW_CHECKPOINT, note.toString().getBytes(StandardCharsets.UTF_8));
        storage.force(NEW_CHECKPOINT);
        storage.rename(NEW_CHECKPOINT, CHECKPOINT);
        storage.forceFolder("");
        head = Optional.of(note);
        commits.forget(journal, checkpoint.size());
      } catch (IOException e) {
        throw commits.failed(e);
      }
    }
  }

  private void check(SignedNote note, Checkpoint checkpoint) {
    if (note.verdict(key) != Verdict.SIGNED || !checkpoint.origin().equals(key.name())) {
      throw new IllegalArgumentException("this head is not signed by " + key);
    }
    boolean newest = head.isPresent() && head.get().text().equals(note.text());
    boolean ours = checkpoint.size() == tree.size() && checkpoint.root().equals(tree.root());
    if (!newest && !ours) {
      throw new IllegalArgumentException(
          "this is not the head of the %d entries here: %s"
              .formatted(tree.size(), checkpoint.text().replace('\n', ' ')));
    }
  }

  /// The newest published head.
  public Optional<SignedNote> head() {
    return head;
  }

  @Override
  public void close() throws IOException {
    try {
      held.close();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("the ledger could not be closed", e);
    }
  }
}
