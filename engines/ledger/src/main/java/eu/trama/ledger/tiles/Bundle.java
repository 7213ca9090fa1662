package eu.trama.ledger.tiles;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Entries one behind the other, each after its length in two bytes.
public final class Bundle {

  public static final int LONGEST_ENTRY = 65_535;
  private static final int PREFIX = 2;

  private Bundle() {}

  /// Appends one entry.
  public static void write(ByteArrayOutputStream out, byte[] entry) {
    if (entry.length > LONGEST_ENTRY) {
      throw new IllegalArgumentException("an entry has at most 65535 bytes, not " + entry.length);
    }
    out.write(entry.length >> Byte.SIZE);
    out.write(entry.length);
    out.writeBytes(entry);
  }

  /// Where each entry lies: the first `width` of them, or fewer where the bytes end early.
  public static List<Span> spans(byte[] bundle, int width) {
    var spans = new ArrayList<Span>();
    int at = 0;
    while (spans.size() < width && at + PREFIX <= bundle.length) {
      int length = Byte.toUnsignedInt(bundle[at]) << Byte.SIZE | Byte.toUnsignedInt(bundle[at + 1]);
      if (at + PREFIX + length > bundle.length) {
        break;
      }
      spans.add(new Span(at + PREFIX, length));
      at += PREFIX + length;
    }
    return spans;
  }

  /// Bytes of a bundle that are one entry.
  public record Span(int offset, int length) {

    public byte[] of(byte[] bundle) {
      return Arrays.copyOfRange(bundle, offset, offset + length);
    }

    public int end() {
      return offset + length;
    }
  }
}
