package eu.trama.engines.roads.file;

import eu.trama.engines.roads.graph.Column;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.util.zip.CRC32C;

/// Writes columns one after the other: 8 bytes of length, the bytes, and zeros up to a multiple of
/// 8. All numbers are little-endian.
final class SectionWriter {
  private static final int BUFFER = 1 << 18;

  private final WritableByteChannel out;
  private final CRC32C sum = new CRC32C();
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
  private long written;

  SectionWriter(WritableByteChannel out) {
    this.out = out;
  }

  void ints(int[] values) throws IOException {
    length((long) values.length * Integer.BYTES);
    for (int value : values) {
      room(Integer.BYTES);
      buffer.putInt(value);
    }
    pad((long) values.length * Integer.BYTES);
  }

  void bytes(byte[] values) throws IOException {
    column(Column.of(values));
  }

  void column(Column values) throws IOException {
    MemorySegment bytes = values.bytes();
    length(bytes.byteSize());
    for (long done = 0; done < bytes.byteSize(); ) {
      room(1);
      int step = (int) Math.min(buffer.remaining(), bytes.byteSize() - done);
      buffer.put(bytes.asSlice(done, step).asByteBuffer());
      done += step;
    }
    pad(bytes.byteSize());
  }

  /// Writes what is left; the bytes of all sections.
  long finish() throws IOException {
    flush();
    return written;
  }

  long sum() {
    return sum.getValue();
  }

  private void length(long bytes) throws IOException {
    room(Long.BYTES);
    buffer.putLong(bytes);
  }

  private void pad(long bytes) throws IOException {
    for (long at = bytes; at % Long.BYTES != 0; at++) {
      room(1);
      buffer.put((byte) 0);
    }
  }

  private void room(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      flush();
    }
  }

  private void flush() throws IOException {
    buffer.flip();
    sum.update(buffer.duplicate());
    written += buffer.remaining();
    while (buffer.hasRemaining()) {
      if (out.write(buffer) < 0) {
        throw new UncheckedIOException(new IOException("the channel takes no more"));
      }
    }
    buffer.clear();
  }
}
