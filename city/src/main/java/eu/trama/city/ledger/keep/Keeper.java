package eu.trama.city.ledger.keep;

import eu.trama.city.ledger.Standing;
import eu.trama.ledger.log.LedgerReader;
import eu.trama.ledger.note.BadNoteException;
import eu.trama.ledger.note.Checkpoint;
import eu.trama.ledger.note.NoteSignature;
import eu.trama.ledger.note.SignedNote;
import eu.trama.ledger.note.VerifierKey;
import eu.trama.ledger.storage.DiskStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.WebApplicationContext;

/// Keeps this server's tree beside the store, in a thread of its own: gives entries their places,
/// signs, publishes, and follows what other servers signed.
@Component
public class Keeper implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

  /// So often the store is asked what other servers did.
  private static final long LOOK_MILLIS = 1_000;

  /// After a failure, so that a store that is away is not asked all the time.
  private static final long REST_MILLIS = 2_000;

  private final LedgerSettings settings;
  private final StoredLedger entries;
  private final Round round;
  private final boolean serving;
  private final Semaphore work = new Semaphore(0);
  private volatile @Nullable Thread thread;
  private volatile boolean stopping;
  private volatile String trouble = "";

  Keeper(LedgerSettings settings, StoredLedger entries, ApplicationContext context) {
    this.serving = context instanceof WebApplicationContext;
    this.settings = settings;
    this.entries = entries;
    this.round = new Round(settings, entries);
  }

  /// Has the thread look, once the caller's transaction has committed.
  public void nudgeAfterCommit() {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              work.release();
            }
          });
    } else {
      work.release();
    }
  }

  /// How far an entry is.
  public Standing standing(UUID id) {
    Optional<Optional<Long>> place = entries.place(id);
    if (place.isEmpty()) {
      return new Standing.Unknown();
    }
    try {
      return place
          .get()
          .flatMap(index ->
              reader()
                  .flatMap(reader -> {
                    try {
                      return reader.receipt(index);
                    } catch (IOException e) {
                      throw new UncheckedIOException(e);
                    }
                  }))
          .map(receipt -> (Standing) new Standing.Proven(receipt))
          .orElseGet(Standing.Waiting::new);
    } catch (UncheckedIOException e) {
      LOG.warn("the ledger's folder cannot be read now", e);
      return new Standing.Waiting();
    }
  }

  /// The log's key; empty until the first server has begun the log.
  public Optional<VerifierKey> key() {
    return round.logKey();
  }

  /// This server's copy of the log.
  public Optional<LedgerReader> reader() {
    return key().map(key -> LedgerReader.open(settings.folder(), key));
  }

  /// The files of that copy.
  public DiskStorage files() {
    return new DiskStorage(settings.folder());
  }

  /// What keeps this server from signing or following, in words; empty where nothing does.
  public String trouble() {
    return trouble;
  }

  /// Keys of the witnesses whose cosignatures are taken.
  public List<VerifierKey> witnesses() {
    return settings.witnesses();
  }

  /// Takes the cosignatures of known witnesses from a head that this log signed.
  ///
  /// @param note a head with one or more of them; lines of others are passed over
  /// @return how many hold
  public int cosign(SignedNote note) {
    Checkpoint head;
    try {
      head = Checkpoint.parse(note.text());
    } catch (BadNoteException e) {
      return 0;
    }
    if (!head.extensions().isEmpty()
        || !key().map(VerifierKey::name).equals(Optional.of(head.origin()))
        || !entries.holds(head)) {
      return 0;
    }
    int held = 0;
    for (VerifierKey witness : settings.witnesses()) {
      Optional<NoteSignature> line =
          note.signatures().stream().filter(each -> each.holds(note.text(), witness)).findFirst();
      if (line.isPresent()) {
        entries.keep(head.size(), witness, line.get());
        held++;
      }
    }
    work.release();
    return held;
  }

  /// A command at the shell leaves the folder to the server beside it.
  @Override
  public boolean isAutoStartup() {
    return serving;
  }

  @Override
  public void start() {
    stopping = false;
    thread = Thread.ofPlatform().name("ledger-keeper").start(this::loop);
  }

  @Override
  public void stop() {
    stopping = true;
    work.release();
    Thread running = thread;
    if (running != null) {
      try {
        running.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      thread = null;
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void loop() {
    while (!stopping) {
      long rest = LOOK_MILLIS;
      try {
        round.run();
        trouble = "";
      } catch (IOException | RuntimeException e) {
        String why = String.valueOf(e.getMessage());
        if (!why.equals(trouble)) {
          LOG.error("the ledger stands still: {}", why, e);
        }
        trouble = why;
        round.close();
        rest = REST_MILLIS;
      }
      await(rest);
    }
    round.close();
  }

  private void await(long millis) {
    try {
      if (work.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
        work.drainPermits();
      }
    } catch (InterruptedException e) {
      LOG.debug("woken to stop", e);
    }
  }
}
