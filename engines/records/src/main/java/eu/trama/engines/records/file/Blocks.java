package eu.trama.engines.records.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Takes blocks apart into records, and puts spanned records together from their segments.
final class Blocks {
  private static final int WHOLE = 0;
  private static final int FIRST = 1;
  private static final int LAST = 2;
  private static final int WORD = 4;

  private final boolean spanned;
  private byte[] begun = new byte[0];
  private int begunLength = -1;
  private final List<Quarantined> segments = new ArrayList<>();

  Blocks(boolean spanned) {
    this.spanned = spanned;
  }

  /// Whether a record has begun whose last segment is still to come.
  boolean open() {
    return begunLength >= 0;
  }

  /// Takes one block, whose BDW is right, from `from` to `to` of the batch's bytes.
  void block(RecordBatch batch, int from, int to, long base) {
    batch.headerBytes += WORD;
    int at = from + WORD;
    while (at < to) {
      int length =
          to - at < WORD ? 0 : ((batch.bytes[at] & 0xFF) << 8) | (batch.bytes[at + 1] & 0xFF);
      int segment = to - at < WORD ? WHOLE : batch.bytes[at + 2];
      boolean plausible =
          length >= WORD
              && at + length <= to
              && batch.bytes[at + 3] == 0
              && (spanned ? segment >= WHOLE && segment <= 3 : segment == WHOLE);
      if (!plausible) {
        give(
            batch,
            base + at,
            to - at,
            "damaged_rdw_in_block",
            "compare with the records around it");
        return;
      }
      segment(batch, at + WORD, length - WORD, segment, base);
      at += length;
    }
  }

  private void segment(RecordBatch batch, int start, int length, int segment, long base) {
    boolean begins = segment == WHOLE || segment == FIRST;
    if (begins && open()) {
      abandon(batch);
    } else if (!begins && !open()) {
      give(
          batch,
          base + start - WORD,
          length + WORD,
          "segment_without_first",
          "its record began elsewhere");
      return;
    }
    batch.headerBytes += WORD;
    if (segment == WHOLE) {
      batch.add(start, length, base + start);
      return;
    }
    if (segment == FIRST) {
      begunLength = 0;
      segments.clear();
    }
    segments.add(
        new Quarantined(
            base + start, length, "spanned_record_unfinished", "its last segment is missing"));
    if (begun.length < begunLength + length) {
      begun = Arrays.copyOf(begun, Math.max(begunLength + length, begun.length * 2));
    }
    System.arraycopy(batch.bytes, start, begun, begunLength, length);
    begunLength += length;
    if (segment == LAST) {
      batch.room(begunLength);
      System.arraycopy(begun, 0, batch.bytes, batch.size, begunLength);
      batch.add(batch.size, begunLength, segments.getFirst().position());
      batch.size += begunLength;
      begunLength = -1;
    }
  }

  void endOfFile(RecordBatch batch) {
    if (open()) {
      abandon(batch);
    }
  }

  private void abandon(RecordBatch batch) {
    batch.quarantined.addAll(segments);
    begunLength = -1;
  }

  private static void give(RecordBatch batch, long at, long length, String code, String advice) {
    batch.quarantined.add(new Quarantined(at, length, code, advice));
  }
}
