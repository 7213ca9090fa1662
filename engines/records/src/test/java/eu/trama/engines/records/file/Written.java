package eu.trama.engines.records.file;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Files written in a test.
final class Written {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /// Records of random length and bytes.
  static List<byte[]> records(int count, int least, int most, long seed) {
    Random random = new Random(seed);
    List<byte[]> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] record = new byte[least + random.nextInt(most - least + 1)];
      random.nextBytes(record);
      records.add(record);
    }
    return records;
  }

  Written word(int length, int segment) {
    out.write(length >> 8);
    out.write(length);
    out.write(segment);
    out.write(0);
    return this;
  }

  Written bytes(byte[] bytes, int from, int length) {
    out.write(bytes, from, length);
    return this;
  }

  byte[] file() {
    return out.toByteArray();
  }

  static byte[] variable(List<byte[]> records) {
    Written file = new Written();
    for (byte[] record : records) {
      file.word(record.length + 4, 0).bytes(record, 0, record.length);
    }
    return file.file();
  }

  static byte[] blocked(List<byte[]> records, int perBlock) {
    Written file = new Written();
    for (int i = 0; i < records.size(); i += perBlock) {
      byte[] block = variable(records.subList(i, Math.min(records.size(), i + perBlock)));
      file.word(block.length + 4, 0).bytes(block, 0, block.length);
    }
    return file.file();
  }

  /// Blocks filled to the brim, records cut where a block ends.
  static byte[] spanned(List<byte[]> records, int blockSize) {
    Written file = new Written();
    Written block = new Written();
    for (byte[] record : records) {
      int at = 0;
      do {
        int room = blockSize - 4 - block.out.size() - 4;
        if (room < 1) {
          file.word(block.out.size() + 4, 0).bytes(block.file(), 0, block.out.size());
          block = new Written();
          continue;
        }
        int take = Math.min(room, record.length - at);
        boolean last = at + take == record.length;
        int segment = at == 0 ? (last ? 0 : 1) : (last ? 2 : 3);
        block.word(take + 4, segment).bytes(record, at, take);
        at += take;
      } while (at < record.length);
    }
    file.word(block.out.size() + 4, 0).bytes(block.file(), 0, block.out.size());
    return file.file();
  }

  /// What a reader gave.
  record Got(List<byte[]> records, List<Quarantined> quarantined, long headerBytes) {
    long sum() {
      return headerBytes
          + records.stream().mapToLong(r -> r.length).sum()
          + quarantined.stream().mapToLong(Quarantined::length).sum();
    }
  }

  static Got read(RecordReader reader) {
    List<byte[]> records = new ArrayList<>();
    List<Quarantined> quarantined = new ArrayList<>();
    long headers = 0;
    while (reader.next()) {
      RecordBatch batch = reader.batch();
      for (int i = 0; i < batch.count(); i++) {
        int start = batch.start(i);
        records.add(java.util.Arrays.copyOfRange(batch.bytes(), start, start + batch.length(i)));
      }
      quarantined.addAll(batch.quarantined());
      headers += batch.headerBytes();
    }
    return new Got(records, quarantined, headers);
  }

  static Got read(byte[] content, RecordFormat format) {
    try (RecordFile file = RecordFile.of(content, format)) {
      return read(file.reader());
    }
  }
}
