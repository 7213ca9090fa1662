package eu.trama.engines.records.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;

/// Two's complement of one to eight bytes.
///
/// @param length bytes
/// @param signed whether there is a sign
/// @param scale decimal places
/// @param digits most decimal digits; 0 for the whole range of the bytes (COMP-5, INDEX, POINTER)
/// @param littleEndian byte order
record BinaryForm(int length, boolean signed, int scale, int digits, boolean littleEndian)
    implements NumberForm {

  @Override
  public Scan read(byte[] bytes, int offset) {
    long value = 0;
    for (int i = 0; i < length; i++) {
      value = (value << 8) | (bytes[offset + (littleEndian ? length - 1 - i : i)] & 0xFF);
    }
    BigInteger number;
    if (signed) {
      int unused = 64 - 8 * length;
      number = BigInteger.valueOf(value << unused >> unused);
    } else {
      number = new BigInteger(Long.toUnsignedString(value));
    }
    boolean fits = digits == 0 || number.abs().compareTo(BigInteger.TEN.pow(digits)) < 0;
    return Scan.of(fits ? Status.OK : Status.OVERFLOW, new BigDecimal(number, scale));
  }

  @Override
  public void write(BigDecimal number, byte[] bytes, int offset) {
    BigInteger unscaled;
    try {
      unscaled = number.setScale(scale).unscaledValue();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          number.toPlainString() + " has more than " + scale + " decimal places", e);
    }
    boolean tooMany = digits > 0 && unscaled.abs().compareTo(BigInteger.TEN.pow(digits)) >= 0;
    boolean tooWide = unscaled.bitLength() > 8 * length - (signed ? 1 : 0);
    if (tooMany || tooWide || (!signed && unscaled.signum() < 0)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%s does not fit %d bytes of %d digits", number, length, digits));
    }
    long value = unscaled.longValue();
    for (int i = 0; i < length; i++) {
      int at = littleEndian ? i : length - 1 - i;
      bytes[offset + at] = (byte) (value >> (8 * i));
    }
  }
}
