package eu.trama.engines.records.out;

import eu.trama.engines.records.codepage.CodePage;
import java.util.Arrays;

/// Bytes of UTF-8 that grow: numbers and text as writers of rows need them.
final class CellWriter {
  private final byte[][] utf8;
  private byte[] bytes = new byte[1 << 16];
  private int size;

  CellWriter(CodePage page) {
    this.utf8 = page.utf8();
  }

  void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
  }

  void put(int b) {
    room(1);
    bytes[size++] = (byte) b;
  }

  void ascii(String text) {
    room(text.length());
    for (int i = 0; i < text.length(); i++) {
      bytes[size++] = (byte) text.charAt(i);
    }
  }

  void utf8(String text) {
    for (byte b : text.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      put(b);
    }
  }

  /// One inner code as UTF-8.
  void code(byte code) {
    byte[] character = utf8[code & 0xFF];
    room(character.length);
    for (byte b : character) {
      bytes[size++] = b;
    }
  }

  /// An unscaled value with its decimal point; a negative scale adds zeros.
  void decimal(long unscaled, int scale) {
    room(64);
    long rest = unscaled;
    int end = size + 62;
    int at = end;
    for (int i = scale; i < 0; i++) {
      bytes[--at] = '0';
    }
    int digits = 0;
    do {
      bytes[--at] = (byte) ('0' + Math.abs((int) (rest % 10)));
      rest /= 10;
      if (++digits == scale) {
        bytes[--at] = '.';
      }
    } while (rest != 0 || (scale > 0 && digits <= scale));
    if (unscaled < 0) {
      bytes[--at] = '-';
    }
    System.arraycopy(bytes, at, bytes, size, end - at);
    size += end - at;
  }

  byte[] take() {
    byte[] taken = Arrays.copyOf(bytes, size);
    size = 0;
    return taken;
  }
}
