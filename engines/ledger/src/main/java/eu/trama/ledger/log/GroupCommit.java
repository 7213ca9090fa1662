package eu.trama.ledger.log;

import eu.trama.ledger.tiles.Bundle;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Lets threads that append at the same time share one batch, hence one forcing of the disk:
/// whoever gets the turn writes what all who wait have brought, and those find it done when theirs
/// comes.
final class GroupCommit {

  /// An entry's length in the journal.
  private static final int PREFIX = 2;

  private final Journal journal;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final Queue<Waiting> queue = new ArrayDeque<>();

  /// Acknowledged and not in the tree yet; guarded by itself.
  private final List<byte[]> acknowledged = new ArrayList<>();

  private long acknowledgedBytes;
  private volatile long size;
  private volatile @Nullable IOException failure;

  GroupCommit(Journal journal, long size) {
    this.journal = journal;
    this.size = size;
  }

  /// What one thread brought; `first` once it is written.
  private static final class Waiting {
    private final List<byte[]> entries;
    private final int bytes;
    private volatile long first = -1;

    Waiting(List<byte[]> entries, int bytes) {
      this.entries = entries;
      this.bytes = bytes;
    }
  }

  long size() {
    return size;
  }

  long append(List<byte[]> entries) throws IOException {
    long bytes = 0;
    for (byte[] entry : entries) {
      if (entry.length > Bundle.LONGEST_ENTRY) {
        throw new IllegalArgumentException("an entry has at most 65535 bytes, not " + entry.length);
      }
      bytes += entry.length + PREFIX;
    }
    if (entries.isEmpty() || bytes > Frame.MOST_BYTES) {
      throw new IllegalArgumentException(
          "1 entry to 4 MB of them at a time, not %d bytes".formatted(bytes));
    }
    var mine = new Waiting(entries.stream().map(byte[]::clone).toList(), (int) bytes);
    synchronized (queue) {
      queue.add(mine);
    }
    turn.lock();
    try {
      while (mine.first < 0) {
        commit();
      }
    } finally {
      turn.unlock();
    }
    return mine.first;
  }

  private void commit() throws IOException {
    requireSound();
    List<Waiting> batch = batch();
    List<byte[]> entries = batch.stream().flatMap(each -> each.entries.stream()).toList();
    try {
      journal.append(size, entries);
    } catch (IOException e) {
      throw failed(e);
    }
    synchronized (acknowledged) {
      acknowledged.addAll(entries);
      acknowledgedBytes += batch.stream().mapToLong(each -> each.bytes).sum();
      for (Waiting each : batch) {
        each.first = size;
        size += each.entries.size();
      }
    }
  }

  /// @throws IOException where a write failed before: what is on the disk is then unknown
  void requireSound() throws IOException {
    IOException before = failure;
    if (before != null) {
      throw new IOException("the ledger was closed by a failed write; open it again", before);
    }
  }

  /// Closes the log for writing.
  IOException failed(IOException why) {
    failure = why;
    return why;
  }

  /// Whether more waits for the tree than should be held.
  boolean overflowing() {
    synchronized (acknowledged) {
      return acknowledgedBytes > Frame.MOST_BYTES;
    }
  }

  private List<Waiting> batch() {
    var batch = new ArrayList<Waiting>();
    synchronized (queue) {
      long bytes = 0;
      for (Waiting next = queue.peek();
          next != null && bytes + next.bytes <= Frame.MOST_BYTES;
          next = queue.peek()) {
        batch.add(queue.remove());
        bytes += next.bytes;
      }
    }
    return batch;
  }

  /// Hands over what was acknowledged since the last time.
  List<byte[]> take() {
    synchronized (acknowledged) {
      var taken = List.copyOf(acknowledged);
      acknowledged.clear();
      acknowledgedBytes = 0;
      return taken;
    }
  }

  /// Lets the journal drop what a published head of `published` entries covers.
  void forget(Journal from, long published) throws IOException {
    turn.lock();
    try {
      from.dropBefore(published, size);
    } finally {
      turn.unlock();
    }
  }
}
