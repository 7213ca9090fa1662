package eu.trama.engines.roads.file;

import eu.trama.engines.roads.graph.Column;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Path;

/// Reads what [SectionWriter] wrote.
final class SectionReader {
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Path file;
  private final MemorySegment bytes;
  private long at;

  SectionReader(Path file, MemorySegment bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /// A column that stays where it is.
  Column column() throws GraphFileException {
    if (bytes.byteSize() - at < Long.BYTES) {
      throw damaged("a section is missing");
    }
    long length = bytes.get(LONG, at);
    at += Long.BYTES;
    if (length < 0 || length > bytes.byteSize() - at) {
      throw damaged("a section of " + length + " bytes");
    }
    MemorySegment section = bytes.asSlice(at, length);
    at += (length + Long.BYTES - 1) / Long.BYTES * Long.BYTES;
    return new Column(section);
  }

  /// A column copied into memory.
  int[] ints() throws GraphFileException {
    Column column = column();
    if (column.bytes().byteSize() % Integer.BYTES != 0
        || column.bytes().byteSize() / Integer.BYTES > Integer.MAX_VALUE - 8) {
      throw damaged("a section of " + column.bytes().byteSize() + " bytes");
    }
    return column.toInts();
  }

  /// The same, of a length that follows from others.
  int[] ints(long length) throws GraphFileException {
    int[] values = ints();
    if (values.length != length) {
      throw damaged(values.length + " numbers where " + length + " belong");
    }
    return values;
  }

  byte[] bytes(long length) throws GraphFileException {
    Column column = column();
    if (column.bytes().byteSize() != length) {
      throw damaged(column.bytes().byteSize() + " bytes where " + length + " belong");
    }
    return column.toBytes();
  }

  GraphFileException damaged(String what) {
    return new GraphFileException("damaged", file, what);
  }
}
