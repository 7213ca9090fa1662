package eu.trama.engines.records.value;

import eu.trama.engines.records.codepage.CodePage;
import eu.trama.engines.records.copybook.Usage;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Text of one byte a character, of UTF-16 (NATIONAL), or of a double-byte code page (DISPLAY-1).
final class TextForm {
  private static final byte SHIFT_OUT = 0x0E;
  private static final byte SHIFT_IN = 0x0F;
  private final Usage usage;
  private final CodePage page;
  private final Optional<Charset> doubleByte;
  private final int length;
  private final boolean justified;

  TextForm(Usage usage, Coding coding, int length, boolean justified) {
    this.usage = usage;
    this.page = coding.page();
    this.doubleByte = coding.doubleByte();
    this.length = length;
    this.justified = justified;
  }

  /// Text of the whole field; empty where the bytes are none.
  Optional<String> read(byte[] bytes, int offset) {
    return switch (usage) {
      case NATIONAL -> strict(StandardCharsets.UTF_16BE, bytes, offset, length);
      case DBCS -> {
        if (doubleByte.isEmpty()) {
          yield Optional.empty();
        }
        byte[] shifted = new byte[length + 2];
        shifted[0] = SHIFT_OUT;
        System.arraycopy(bytes, offset, shifted, 1, length);
        shifted[length + 1] = SHIFT_IN;
        yield strict(doubleByte.get(), shifted, 0, shifted.length);
      }
      default -> Optional.of(page.decode(bytes, offset, length));
    };
  }

  private static Optional<String> strict(Charset charset, byte[] bytes, int offset, int length) {
    try {
      // A new decoder reports what it cannot read.
      return Optional.of(
          charset.newDecoder().decode(ByteBuffer.wrap(bytes, offset, length)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  Status statusOf(byte[] bytes, int offset) {
    int unit = usage == Usage.NATIONAL || usage == Usage.DBCS ? 2 : 1;
    if (usage == Usage.DBCS) {
      return filled(bytes, offset, (byte) 0x40) ? Status.BLANK : zeros(bytes, offset);
    }
    byte blank = unit == 1 ? page.blank() : (byte) ' ';
    return Fill.statusOf(bytes, offset, length, blank, unit);
  }

  private Status zeros(byte[] bytes, int offset) {
    return filled(bytes, offset, (byte) 0) ? Status.LOW_VALUES : Status.INVALID;
  }

  private boolean filled(byte[] bytes, int offset, byte with) {
    for (int i = 0; i < length; i++) {
      if (bytes[offset + i] != with) {
        return false;
      }
    }
    return length > 0;
  }

  /// Writes text, blanks after it, or before it where the field is justified.
  ///
  /// @throws IllegalArgumentException where it is too long, or the code page lacks a character
  void write(String text, byte[] bytes, int offset) {
    byte[] encoded = encode(text);
    if (encoded.length > length) {
      throw new IllegalArgumentException(
          "'" + text + "' takes " + encoded.length + " bytes of " + length);
    }
    int from = justified ? offset + length - encoded.length : offset;
    for (int i = 0; i < length; i++) {
      bytes[offset + i] =
          switch (usage) {
            case NATIONAL -> (byte) (i % 2 == 0 ? 0 : ' ');
            case DBCS -> 0x40;
            default -> page.blank();
          };
    }
    System.arraycopy(encoded, 0, bytes, from, encoded.length);
  }

  private byte[] encode(String text) {
    if (usage == Usage.NATIONAL) {
      return strict(StandardCharsets.UTF_16BE, text);
    }
    if (usage == Usage.DBCS) {
      byte[] shifted = strict(doubleByte.orElse(StandardCharsets.UTF_16BE), text);
      return doubleByte.isPresent() && shifted.length >= 2
          ? java.util.Arrays.copyOfRange(shifted, 1, shifted.length - 1)
          : shifted;
    }
    byte[] encoded = new byte[text.length()];
    for (int i = 0; i < encoded.length; i++) {
      char c = text.charAt(i);
      encoded[i] =
          page.encode(c)
              .orElseThrow(
                  () -> new IllegalArgumentException("code page " + page + " lacks '" + c + "'"))
              .byteValue();
    }
    return encoded;
  }

  private static byte[] strict(Charset charset, String text) {
    try {
      ByteBuffer buffer = charset.newEncoder().encode(CharBuffer.wrap(text));
      byte[] encoded = new byte[buffer.remaining()];
      buffer.get(encoded);
      return encoded;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(charset + " lacks a character of '" + text + "'", e);
    }
  }
}
