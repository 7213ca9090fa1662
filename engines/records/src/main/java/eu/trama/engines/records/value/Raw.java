package eu.trama.engines.records.value;

import java.util.Arrays;
import java.util.HexFormat;

/// Bytes as they were found. Immutable.
public final class Raw {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private final byte[] bytes;

  private Raw(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Raw of(byte[] from, int offset, int length) {
    return new Raw(Arrays.copyOfRange(from, offset, offset + length));
  }

  public int length() {
    return bytes.length;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public void copyTo(byte[] to, int offset) {
    System.arraycopy(bytes, 0, to, offset, bytes.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Raw raw && Arrays.equals(bytes, raw.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /// Hexadecimal, upper case.
  @Override
  public String toString() {
    return HEX.formatHex(bytes);
  }
}
