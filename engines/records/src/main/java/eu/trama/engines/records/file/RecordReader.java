package eu.trama.engines.records.file;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Reads the records that begin in one range of a file, batch by batch.
///
/// A damaged header never stops it: what lies between it and the next record that can be told is
/// quarantined. Nothing is lost: bytes of records, of headers and of quarantine add up to the
/// range.
public final class RecordReader {
  private static final int CHUNK = 192 << 10;
  private static final int LARGEST_CHUNK = 256 << 20;

  private final MemorySegment file;
  private final Link link;
  private final Resync resync;
  private final Blocks blocks;
  private final boolean blocked;
  private final long begin;
  private final long to;
  private long position;
  private int chunk = CHUNK;
  private final RecordBatch batch = new RecordBatch();

  RecordReader(MemorySegment file, RecordFormat format, long from, long to) {
    this.file = file;
    this.link = Link.of(format);
    this.resync = new Resync(file, link);
    this.blocked = format instanceof RecordFormat.Blocked || format instanceof RecordFormat.Spanned;
    this.blocks = new Blocks(format instanceof RecordFormat.Spanned);
    this.begin = from;
    this.position = from;
    this.to = to;
  }

  /// Where this range began.
  long begin() {
    return begin;
  }

  /// Where the next record begins; after the last batch, where the next range must begin.
  long position() {
    return position;
  }

  /// The batch that {@link #next()} filled; it is the same object each time.
  public RecordBatch batch() {
    return batch;
  }

  /// Fills the batch with what comes next; false where nothing does. A batch may hold no record but
  /// quarantined bytes.
  public boolean next() {
    while (position < to || blocks.open()) {
      long before = position;
      fill();
      if (batch.count > 0 || !batch.quarantined.isEmpty() || batch.headerBytes > 0) {
        return true;
      }
      if (position == before) {
        if (chunk >= LARGEST_CHUNK) {
          quarantine(position, resync.find(position + 1), "record_too_long", "check the format");
          return true;
        }
        chunk *= 4;
      }
    }
    return false;
  }

  private void fill() {
    batch.clear(position);
    int loaded = (int) Math.min(chunk, file.byteSize() - position);
    batch.room(loaded);
    MemorySegment.copy(
        file, ValueLayout.JAVA_BYTE, position, batch.bytes, RecordBatch.MARGIN, loaded);
    batch.size = RecordBatch.MARGIN + loaded;
    boolean atEnd = position + loaded == file.byteSize();
    if (atEnd && loaded == 0) {
      blocks.endOfFile(batch);
    } else {
      walk(RecordBatch.MARGIN + loaded, atEnd);
    }
  }

  private void walk(int end, boolean atEnd) {
    long base = position - RecordBatch.MARGIN;
    int at = RecordBatch.MARGIN;
    while (at < end && (base + at < to || blocks.open())) {
      int step = link.step(batch.bytes, at, end, atEnd);
      boolean cut = step > 0 && at + step > end;
      if (!atEnd && (step == Link.MORE || cut || (step > 0 && at + step + link.header() > end))) {
        break;
      }
      if (step <= 0 || cut || (at + step < end && doubtful(base, at, step, end, atEnd))) {
        long next = resync.find(base + at + 1);
        quarantine(
            base + at,
            next,
            cut && atEnd ? "file_ends_in_record" : "damaged_header",
            "compare these bytes with the records around them");
        position = next;
        if (next - base >= end) {
          return;
        }
        at = (int) (next - base);
        continue;
      }
      int from = at + link.header();
      if (blocked) {
        blocks.block(batch, at, at + step, base);
      } else {
        int trailer = link.trailer(batch.bytes, from, at + step);
        batch.add(from, step - link.header() - trailer, base + from);
        batch.headerBytes += link.header() + trailer;
      }
      at += step;
      position = base + at;
    }
  }

  /// Whether the next header is none, and a record that can be told begins before it: then it is
  /// this header that lies.
  private boolean doubtful(long base, int at, int step, int end, boolean atEnd) {
    if (!link.tells() || link.step(batch.bytes, at + step, end, atEnd) != Link.NONE) {
      return false;
    }
    return resync.find(base + at + 1) < base + at + step;
  }

  private void quarantine(long from, long until, String code, String advice) {
    batch.quarantined.add(new Quarantined(from, until - from, code, advice));
    position = until;
  }
}
