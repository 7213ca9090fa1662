package eu.trama.city.ledger.keep;

import eu.trama.ledger.log.Ledger;
import eu.trama.ledger.note.BadNoteException;
import eu.trama.ledger.note.Checkpoint;
import eu.trama.ledger.note.SignedNote;
import eu.trama.ledger.note.SigningKey;
import eu.trama.ledger.note.VerifierKey;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One look of a server at the ledger, again and again. What makes a fork impossible:
///
/// 1. Places are given in the store, once, densely, to what has committed.
/// 2. A tree of n entries is built from the first n of them, hence it is the same on every server.
/// 3. A head is in the store, under its size, before anybody sees it; whoever comes second with a
///    size takes the first one's head, and stops where that has another root.
/// 4. A server whose folder has a head that the store has not does nothing: the store is then an
///    older one than its own past.
final class Round {

  private static final Logger LOG = LoggerFactory.getLogger(Round.class);
  private static final int BATCH = 5_000;

  private final LedgerSettings settings;
  private final StoredLedger entries;
  private final KeyFile keyFile;
  private @Nullable Ledger ledger;
  private Optional<SigningKey> signer = Optional.empty();
  private volatile Optional<VerifierKey> logKey = Optional.empty();

  Round(LedgerSettings settings, StoredLedger entries) {
    this.settings = settings;
    this.entries = entries;
    this.keyFile = new KeyFile(settings);
  }

  Optional<VerifierKey> logKey() {
    return logKey;
  }

  /// Looks once.
  ///
  /// @throws IOException with what to do, where the ledger cannot go on
  void run() throws IOException {
    Ledger open = ledger();
    boolean turn = entries.number();
    follow(open);
    if (turn && signer.isPresent()) {
      sign(open, signer.get());
    }
  }

  private Ledger ledger() throws IOException {
    Ledger open = ledger;
    if (open == null) {
      VerifierKey key = agreeOnKey();
      open = Ledger.open(settings.folder(), key);
      ledger = open;
      logKey = Optional.of(key);
      Optional<SignedNote> mine = open.head();
      if (mine.isPresent() && !entries.holds(checkpoint(mine.get()))) {
        throw new IOException(
            "the head in %s is not in the store: the store is older than what was published. See ‘A store brought back from a backup’ in docs/operate.md"
                .formatted(settings.folder()));
      }
    }
    return open;
  }

  /// The key of the store's log. The first server sets it; one without that key follows, and does
  /// not sign.
  private VerifierKey agreeOnKey() throws IOException {
    Optional<SigningKey> ours = keyFile.read();
    Optional<String> stored = entries.logKey();
    if (ours.isEmpty() && stored.isEmpty()) {
      ours = Optional.of(keyFile.draw());
    }
    String agreed =
        stored.isPresent()
            ? stored.get()
            : entries.logKey(ours.orElseThrow().verifier().toString());
    signer = ours.filter(key -> key.verifier().toString().equals(agreed));
    if (signer.isEmpty()) {
      LOG.warn(
          "this server follows the ledger and does not sign it: it has not the key of {}; set TRAMA_LEDGER_KEY_FILE",
          agreed);
    }
    try {
      return VerifierKey.parse(agreed);
    } catch (BadNoteException e) {
      throw new IOException("the store holds a key that cannot be read: " + e.getMessage(), e);
    }
  }

  /// Publishes here what the store has and this folder has not.
  private void follow(Ledger open) throws IOException {
    Optional<SignedNote> newest = entries.newestHead();
    if (newest.isEmpty() || newest.equals(open.head())) {
      return;
    }
    Checkpoint head = checkpoint(newest.get());
    boolean known = open.head().map(SignedNote::text).equals(Optional.of(head.text()));
    if (!known && open.size() <= head.size()) {
      Checkpoint here = grow(open, head.size());
      requireSame(head, here);
    }
    if (known || open.size() == head.size()) {
      open.publish(newest.get());
    }
    // Else this server was stopped before it could keep a larger head, and does so next.
  }

  private void sign(Ledger open, SigningKey key) throws IOException {
    long size = entries.numbered();
    boolean first = open.head().isEmpty();
    boolean more = open.head().map(note -> checkpoint(note).size() < size).orElse(true);
    if (!first && !more) {
      return;
    }
    Checkpoint here = grow(open, size);
    SignedNote kept = entries.keep(here, here.signed(key));
    requireSame(checkpoint(kept), here);
    open.publish(kept);
  }

  private Checkpoint grow(Ledger open, long size) throws IOException {
    while (open.size() < size) {
      List<byte[]> leaves = entries.leaves(open.size(), size, BATCH);
      if (leaves.isEmpty()) {
        throw new IOException(
            "the store has a head of %d entries, but not entry %d".formatted(size, open.size()));
      }
      open.appendAll(leaves);
    }
    return open.integrate();
  }

  private static void requireSame(Checkpoint kept, Checkpoint here) throws IOException {
    if (!kept.text().equals(here.text())) {
      throw new IOException(
          "the store's head of %d entries has the root %s, and its entries the root %s: something was altered"
              .formatted(kept.size(), kept.root(), here.root()));
    }
  }

  private static Checkpoint checkpoint(SignedNote note) {
    try {
      return Checkpoint.parse(note.text());
    } catch (BadNoteException e) {
      throw new IllegalStateException("a head that cannot be read: " + e.getMessage(), e);
    }
  }

  /// Lets go of the folder; the next look opens it again.
  void close() {
    Ledger open = ledger;
    ledger = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        LOG.warn("the ledger's folder could not be closed", e);
      }
    }
  }
}
