package eu.trama.engines.records.codepage;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A code page of one byte, reversible: 256 bytes for 256 different characters.
///
/// Columns hold text in an *inner* form of one byte a character, so that it can be translated by
/// table: Latin-1 where the character has a Latin-1 code, else a code that the page leaves free
/// (the euro sign of pages 1140 to 1149 takes that of the currency sign it replaced).
///
/// The tables of the named pages are the JDK's, but for two bytes that it makes one: 0x15 is NEL
/// (U+0085) and 0x25 is a line feed, as IBM's registry has them.
public final class CodePage {
  private static final List<String> EBCDIC =
      List.of(
          "037", "273", "277", "278", "280", "284", "285", "297", "500", "1047", "1140", "1141",
          "1142", "1143", "1144", "1145", "1146", "1147", "1148", "1149");
  private static final List<String> ASCII = List.of("ISO-8859-1", "ISO-8859-15", "windows-1252");
  private static final char UNDEFINED = '\ufffd';

  private final String name;
  private final char[] characters;
  private final byte[] inner = new byte[256];
  private final byte[] outer = new byte[256];
  private final char[] innerCharacters = new char[256];

  private CodePage(String name, char[] characters) {
    this.name = name;
    this.characters = characters;
    boolean[] taken = new boolean[256];
    for (int i = 0; i < 256; i++) {
      if (characters[i] < 256) {
        taken[characters[i]] = true;
      }
    }
    int free = 0;
    for (int i = 0; i < 256; i++) {
      int code = characters[i];
      if (code >= 256) {
        while (taken[free]) {
          free++;
        }
        code = free;
        taken[code] = true;
      }
      inner[i] = (byte) code;
      outer[code] = (byte) i;
      innerCharacters[code] = characters[i];
    }
  }

  /// A page by its number (`037`, `1145`), with or without `IBM` or `CP` before it, or by the name
  /// of an ASCII set.
  ///
  /// @throws IllegalArgumentException naming those known where it is none of them
  public static CodePage of(String name) {
    for (String ascii : ASCII) {
      if (ascii.equalsIgnoreCase(name)) {
        return fromCharset(ascii, Charset.forName(ascii));
      }
    }
    String number = name.toUpperCase(Locale.ROOT).replaceAll("^(IBM|CP)-?", "");
    String page = number.replaceAll("^0+(?=1\\d{3}$)", "");
    if (!EBCDIC.contains(page)) {
      throw new IllegalArgumentException("no code page " + name + "; known are " + names());
    }
    return fromCharset(
        page, Charset.forName(page.startsWith("114") ? "IBM0" + page : "IBM" + page));
  }

  /// A page by its table.
  ///
  /// @param characters what each byte from 0x00 to 0xFF stands for
  /// @throws IllegalArgumentException where there are not 256, or two bytes stand for the same, so
  ///   that nothing written could be told back
  public static CodePage of(String name, char[] characters) {
    if (characters.length != 256) {
      throw new IllegalArgumentException(
          "a code page has 256 characters, not " + characters.length);
    }
    int[] byteOf = new int[65_536];
    Arrays.fill(byteOf, -1);
    for (int i = 0; i < 256; i++) {
      int earlier = byteOf[characters[i]];
      if (earlier >= 0) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "bytes %02X and %02X of page %s stand for the same character",
                earlier,
                i,
                name));
      }
      byteOf[characters[i]] = i;
    }
    return new CodePage(name, characters.clone());
  }

  private static CodePage fromCharset(String name, Charset charset) {
    byte[] all = new byte[256];
    for (int i = 0; i < 256; i++) {
      all[i] = (byte) i;
    }
    char[] characters = new String(all, charset).toCharArray();
    for (int i = 0; i < 256; i++) {
      // Bytes that a set leaves undefined keep their number, as browsers have it.
      characters[i] = characters[i] == UNDEFINED ? (char) i : characters[i];
    }
    if (characters[0xF0] == '0') {
      characters[0x15] = '\u0085';
      characters[0x25] = '\n';
    }
    return of(name, characters);
  }

  /// Names of all pages known.
  public static List<String> names() {
    return java.util.stream.Stream.concat(EBCDIC.stream(), ASCII.stream()).toList();
  }

  public String name() {
    return name;
  }

  /// Whether digits are 0xF0 to 0xF9, so that zoned numbers are EBCDIC's.
  public boolean ebcdic() {
    return characters[0xF0] == '0' && characters[0xF9] == '9';
  }

  /// The byte of a blank.
  public byte blank() {
    return encode(' ').orElse(0).byteValue();
  }

  public char character(byte b) {
    return characters[b & 0xFF];
  }

  /// The byte of a character, where the page has it.
  public Optional<Integer> encode(char character) {
    int code = innerCode(character);
    return code < 0 ? Optional.empty() : Optional.of(outer[code] & 0xFF);
  }

  private int innerCode(char character) {
    if (character < 256 && innerCharacters[character] == character) {
      return character;
    }
    for (int i = 0; i < 256; i++) {
      if (innerCharacters[i] == character) {
        return i;
      }
    }
    return -1;
  }

  public String decode(byte[] bytes, int offset, int length) {
    char[] text = new char[length];
    for (int i = 0; i < length; i++) {
      text[i] = characters[bytes[offset + i] & 0xFF];
    }
    return new String(text);
  }

  /// Table from the bytes of the page to inner codes.
  public byte[] toInner() {
    return inner.clone();
  }

  /// Table from inner codes to the bytes of the page.
  public byte[] toOuter() {
    return outer.clone();
  }

  /// UTF-8 of each inner code.
  public byte[][] utf8() {
    byte[][] utf8 = new byte[256][];
    for (int i = 0; i < 256; i++) {
      utf8[i] = String.valueOf(innerCharacters[i]).getBytes(StandardCharsets.UTF_8);
    }
    return utf8;
  }

  /// Text of inner codes.
  public String text(byte[] codes, int offset, int length) {
    char[] text = new char[length];
    for (int i = 0; i < length; i++) {
      text[i] = innerCharacters[codes[offset + i] & 0xFF];
    }
    return new String(text);
  }

  @Override
  public String toString() {
    return name;
  }
}
