package eu.trama.ledger.log;

import eu.trama.ledger.storage.Storage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The entries that were acknowledged and are not yet under a published head, in segments named
/// after their first entry. A batch is one frame, written and forced before the next one begins;
/// hence only the last frame of a segment can be torn, and a sound frame behind a broken one shows
/// damage. A torn frame is never written over: whatever follows goes into a new segment.
final class Journal {

  static final String FOLDER = "journal";

  /// A segment that has grown to this is followed by a new one, so that each can be read whole.
  private static final int SEGMENT_BYTES = 8 << 20;

  private final Storage storage;
  private String segment = "";
  private int length;

  Journal(Storage storage) {
    this.storage = storage;
  }

  /// Takes the entries of a recovery.
  @FunctionalInterface
  interface Sink {
    void add(byte[] entry) throws IOException;
  }

  static String path(long first) {
    return String.format(Locale.ROOT, "%s/%019d", FOLDER, first);
  }

  /// Hands over the entries from `from` on, in order, and makes sure that they stay.
  ///
  /// @return the index after the last one
  /// @throws DamagedLedgerException where some are missing or broken that had been acknowledged
  long replay(long from, Sink sink) throws IOException {
    long next = from;
    for (String name : storage.list(FOLDER)) {
      String path = FOLDER + "/" + name;
      byte[] bytes = storage.read(path).orElse(new byte[0]);
      next = replay(path, bytes, next, sink);
      // A process that died may have left what no disk has yet.
      storage.force(path);
    }
    if (next > from) {
      storage.forceFolder(FOLDER);
      storage.forceFolder("");
    }
    return next;
  }

  private static long replay(String path, byte[] bytes, long from, Sink sink) throws IOException {
    long next = from;
    int at = 0;
    for (Optional<Frame> frame = Frame.read(bytes, at); frame.isPresent(); ) {
      long index = frame.get().first();
      if (index > next) {
        throw new DamagedLedgerException(
            "%s, byte %d: entries %d to %d are missing before it"
                .formatted(path, at, next, index - 1));
      }
      for (byte[] entry : frame.get().entries()) {
        if (index == next) {
          sink.add(entry);
          next++;
        }
        index++;
      }
      at = frame.get().end();
      frame = Frame.read(bytes, at);
    }
    Optional<Integer> behind = Frame.next(bytes, at);
    if (behind.isPresent()) {
      throw new DamagedLedgerException(
          "%s, byte %d: this batch is broken, and a sound one follows at byte %d"
              .formatted(path, at, behind.get()));
    }
    return next;
  }

  /// Writes a batch; when this returns it outlives any crash.
  void append(long first, List<byte[]> entries) throws IOException {
    byte[] frame = Frame.write(first, entries);
    if (segment.isEmpty() || length + frame.length > SEGMENT_BYTES) {
      segment = path(first);
      length = frame.length;
      storage.write(segment, frame);
      storage.force(segment);
      storage.forceFolder(FOLDER);
      storage.forceFolder("");
    } else {
      storage.append(segment, frame);
      storage.force(segment);
      length += frame.length;
    }
  }

  /// Removes segments that hold nothing but entries before `size`.
  ///
  /// @param next index of the next entry to be appended
  void dropBefore(long size, long next) throws IOException {
    if (size == next) {
      // All of it is published: the next batch begins a new segment.
      segment = "";
    }
    List<String> names = storage.list(FOLDER);
    for (int i = 0; i < names.size(); i++) {
      long end = i + 1 < names.size() ? Long.parseLong(names.get(i + 1)) : next;
      String path = FOLDER + "/" + names.get(i);
      if (end <= size && !path.equals(segment)) {
        storage.delete(path);
      }
    }
  }
}
