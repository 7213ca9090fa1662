package eu.trama.engines.records.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Some records of a file, one after the other in an array. Reused from batch to batch.
///
/// The array has {@link #MARGIN} bytes to spare before the first and behind the last record, so
/// that whole words can be read from any place in it.
public final class RecordBatch {
  public static final int MARGIN = 16;

  byte[] bytes = new byte[2 * MARGIN];
  int size = MARGIN;
  long position;
  int count;
  int[] starts = new int[1024];
  int[] lengths = new int[1024];
  long[] positions = new long[1024];
  long headerBytes;
  final List<Quarantined> quarantined = new ArrayList<>();

  RecordBatch() {}

  void clear(long at) {
    position = at;
    size = MARGIN;
    count = 0;
    headerBytes = 0;
    quarantined.clear();
  }

  void room(int more) {
    if (size + more + MARGIN > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more + MARGIN, bytes.length + bytes.length / 2));
    }
  }

  void add(int start, int length, long at) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      lengths = Arrays.copyOf(lengths, count * 2);
      positions = Arrays.copyOf(positions, count * 2);
    }
    starts[count] = start;
    lengths[count] = length;
    positions[count] = at;
    count++;
  }

  /// A batch of records that lie in memory, for tests and single records.
  public static RecordBatch of(List<byte[]> records) {
    RecordBatch batch = new RecordBatch();
    long at = 0;
    for (byte[] record : records) {
      batch.room(record.length);
      System.arraycopy(record, 0, batch.bytes, batch.size, record.length);
      batch.add(batch.size, record.length, at);
      batch.size += record.length;
      at += record.length;
    }
    return batch;
  }

  /// Records in this batch.
  public int count() {
    return count;
  }

  /// Array in which the records lie; not to be changed, and valid until the next batch.
  public byte[] bytes() {
    return bytes;
  }

  /// Index in {@link #bytes()} of a record's first byte.
  public int start(int record) {
    return starts[record];
  }

  public int length(int record) {
    return lengths[record];
  }

  /// Index behind the last byte in use.
  public int end() {
    return size;
  }

  /// Place of a record in the file, its header not counted (of a spanned one: of its first
  /// segment).
  public long position(int record) {
    return positions[record];
  }

  /// Bytes of descriptor words and line ends in this batch.
  public long headerBytes() {
    return headerBytes;
  }

  /// Bytes of records in this batch.
  public long recordBytes() {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += lengths[i];
    }
    return sum;
  }

  /// What could not be told as records, in the order of the file.
  public List<Quarantined> quarantined() {
    return List.copyOf(quarantined);
  }
}
