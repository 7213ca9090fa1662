package eu.trama.city.twin.imports;

import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.ImportFile;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Locale;

/// The bytes of a text file, checked to be UTF-8 (RFC 3629) as they pass, without the byte order
/// mark. Anything else is told with the line it stands in: a wrong encoding must not become wrong
/// names.
final class Utf8Input extends FilterInputStream {

  private static final int HEAD = 4;

  private final String file;
  private final long limit;
  private long line = 1;
  private long passed;
  private long quotes;

  /// Continuation bytes still to come, and what the next of them may be.
  private int awaited;

  private int lead;
  private int low;
  private int high;

  private Utf8Input(InputStream in, String file, long limit) {
    super(in);
    this.file = file;
    this.limit = limit;
  }

  /// @throws BadInput when the file is empty, an archive or in UTF-16
  static Utf8Input open(ImportFile file, Limits limits) throws IOException {
    InputStream in = file.open();
    try {
      byte[] head = in.readNBytes(HEAD);
      refuseOther(head, file.name());
      int mark = startsWith(head, 0xEF, 0xBB, 0xBF) ? 3 : 0;
      var rest = new ByteArrayInputStream(head, mark, head.length - mark);
      return new Utf8Input(new SequenceInputStream(rest, in), file.name(), limits.bytes());
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private static void refuseOther(byte[] head, String file) {
    if (head.length == 0) {
      throw new BadInput(
          Finding.error("file-empty", file, 0, "", "", "The file is empty; download it again."));
    }
    if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 0x1F, 0x8B)) {
      throw new BadInput(
          Finding.error("file-archive", file, 0, "", "", "Unpack the archive and give the file."));
    }
    if (startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF)) {
      throw new BadInput(
          Finding.error("encoding", file, 1, "", "UTF-16", "Save the file as UTF-8."));
    }
  }

  private static boolean startsWith(byte[] head, int... expected) {
    if (head.length < expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if ((head[i] & 0xFF) != expected[i]) {
        return false;
      }
    }
    return true;
  }

  /// Whether the quotation marks read so far do not pair.
  boolean quoteOpen() {
    return quotes % 2 != 0;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    if (read < 0 && awaited > 0) {
      throw new BadInput(
          Finding.error(
              "file-truncated",
              file,
              line,
              "",
              "",
              "The file ends within a letter; get it again."));
    }
    for (int i = offset; i < offset + read; i++) {
      check(into[i]);
    }
    passed += Math.max(0, read);
    if (passed > limit) {
      throw new BadInput(
          Finding.error(
              "file-too-large", file, line, "", limit + " bytes", "Split the file into parts."));
    }
    return read;
  }

  private void check(byte value) {
    int octet = value & 0xFF;
    if (awaited > 0) {
      if (octet < low || octet > high) {
        throw wrong(lead);
      }
      awaited--;
      low = 0x80;
      high = 0xBF;
    } else if (octet < 0x80) {
      ascii(octet);
    } else {
      first(octet);
    }
  }

  private void ascii(int octet) {
    if (octet == '\n') {
      line++;
    } else if (octet == '"') {
      quotes++;
    } else if (octet == 0) {
      throw new BadInput(
          Finding.error(
              "file-binary", file, line, "", "byte 00", "Give a text file, saved as UTF-8."));
    }
  }

  /// First byte of a longer character; overlong forms and surrogates are refused (RFC 3629, section
  /// 4).
  private void first(int octet) {
    lead = octet;
    awaited = octet < 0xE0 ? 1 : octet < 0xF0 ? 2 : 3;
    low = octet == 0xE0 ? 0xA0 : octet == 0xF0 ? 0x90 : 0x80;
    high = octet == 0xED ? 0x9F : octet == 0xF4 ? 0x8F : 0xBF;
    if (octet < 0xC2 || octet > 0xF4) {
      throw wrong(octet);
    }
  }

  private BadInput wrong(int octet) {
    return new BadInput(
        Finding.error(
            "encoding",
            file,
            line,
            "",
            String.format(Locale.ROOT, "byte %02X", octet),
            "Not UTF-8; perhaps ISO-8859-1. Save it as UTF-8, for example with: iconv -f ISO-8859-1"
                + " -t UTF-8 "
                + file));
  }
}
