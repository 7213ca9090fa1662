package eu.trama.engines.records.file;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Finds the begin of a record from any place in a file: the first place from which a chain of
/// headers holds. A chain of sixteen RDWs holds by chance about once in 2 to 250 places of random
/// bytes; what a chain says is still only a guess where a split begins, and {@link RecordFile}
/// proves it by the split before.
final class Resync {
  private static final int CHAIN = 16;
  private static final int WINDOW = 1 << 20;

  private final MemorySegment file;
  private final Link link;

  Resync(MemorySegment file, Link link) {
    this.file = file;
    this.link = link;
  }

  /// First begin of a record at or after `from`; the file's end where there is none.
  long find(long from) {
    long size = file.byteSize();
    if (!link.tells()) {
      return size;
    }
    byte[] window = new byte[2 * WINDOW];
    for (long at = from; at < size; at += WINDOW) {
      int loaded = (int) Math.min(window.length, size - at);
      MemorySegment.copy(file, ValueLayout.JAVA_BYTE, at, window, 0, loaded);
      boolean atEnd = at + loaded == size;
      int candidates = Math.min(WINDOW, loaded);
      for (int i = 0; i < candidates; i++) {
        if (holds(window, i, loaded, atEnd)) {
          return at + i;
        }
      }
    }
    return size;
  }

  private boolean holds(byte[] bytes, int from, int end, boolean atEnd) {
    int at = from;
    for (int links = 0; links < CHAIN; links++) {
      if (at == end && atEnd) {
        return links > 0;
      }
      int step = link.step(bytes, at, end, atEnd);
      if (step == Link.NONE || (atEnd && at + step > end)) {
        return false;
      }
      if (step == Link.MORE || at + step > end) {
        // The chain leaves the window, which takes more than enough records to tell.
        return links > 0;
      }
      at += step;
    }
    return true;
  }
}
