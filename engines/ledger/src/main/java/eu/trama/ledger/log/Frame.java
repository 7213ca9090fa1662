package eu.trama.ledger.log;

import eu.trama.ledger.tiles.Bundle;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/// One batch in the journal: a mark, the index of its first entry, how many there are, how many
/// bytes, a check sum over all of that and the entries, and the entries as a bundle has them.
///
/// @param first index of the first entry
/// @param end where the next frame begins
record Frame(long first, List<byte[]> entries, int end) {

  /// So many bytes of entries at most, their lengths included.
  static final int MOST_BYTES = 4 << 20;

  private static final int MARK = 0x544C4A31; // TLJ1
  private static final int SUM_AT = Integer.BYTES + Long.BYTES + 2 * Integer.BYTES;
  private static final int HEADER = SUM_AT + Integer.BYTES;

  static byte[] write(long first, List<byte[]> entries) {
    var body = new ByteArrayOutputStream();
    entries.forEach(entry -> Bundle.write(body, entry));
    ByteBuffer frame = ByteBuffer.allocate(HEADER + body.size());
    frame.putInt(MARK).putLong(first).putInt(entries.size()).putInt(body.size()).putInt(0);
    frame.put(body.toByteArray());
    frame.putInt(SUM_AT, sum(frame.array(), 0, body.size()));
    return frame.array();
  }

  private static int sum(byte[] bytes, int at, int length) {
    var sum = new CRC32C();
    sum.update(bytes, at, SUM_AT);
    sum.update(bytes, at + HEADER, length);
    return (int) sum.getValue();
  }

  /// The frame at `at`, if a whole and sound one lies there.
  static Optional<Frame> read(byte[] bytes, int at) {
    if (bytes.length - at < HEADER) {
      return Optional.empty();
    }
    ByteBuffer header = ByteBuffer.wrap(bytes, at, HEADER);
    int mark = header.getInt();
    long first = header.getLong();
    int count = header.getInt();
    int length = header.getInt();
    boolean whole =
        mark == MARK
            && first >= 0
            && count > 0
            && length > 0
            && length <= bytes.length - at - HEADER
            && header.getInt() == sum(bytes, at, length);
    if (!whole) {
      return Optional.empty();
    }
    byte[] body = java.util.Arrays.copyOfRange(bytes, at + HEADER, at + HEADER + length);
    List<Bundle.Span> spans = Bundle.spans(body, count);
    boolean sound = spans.size() == count && spans.getLast().end() == length;
    return sound
        ? Optional.of(
            new Frame(
                first, spans.stream().map(span -> span.of(body)).toList(), at + HEADER + length))
        : Optional.empty();
  }

  /// Where the next sound frame lies, from `at` on; empty where there is none.
  static Optional<Integer> next(byte[] bytes, int at) {
    for (int i = at; i <= bytes.length - HEADER; i++) {
      if (bytes[i] == (byte) (MARK >> (3 * Byte.SIZE)) && read(bytes, i).isPresent()) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }
}
