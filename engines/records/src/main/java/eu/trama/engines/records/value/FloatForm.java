package eu.trama.engines.records.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// Floating point of four or eight bytes, IEEE or hexadecimal. Hexadecimal (z/Architecture
/// Principles of Operation, "Hexadecimal-Floating-Point Instructions"): a sign, seven bits of an
/// exponent of 16 with 64 added, and a fraction of 24 or 56 bits.
///
/// @param length 4 or 8
/// @param hexadecimal IBM's form
/// @param littleEndian byte order of IEEE
record FloatForm(int length, boolean hexadecimal, boolean littleEndian) implements NumberForm {
  private static final int BIAS = 64;
  private static final BigDecimal SIXTEEN = BigDecimal.valueOf(16);

  @Override
  public Scan read(byte[] bytes, int offset) {
    long bits = 0;
    for (int i = 0; i < length; i++) {
      bits = (bits << 8) | (bytes[offset + (littleEndian ? length - 1 - i : i)] & 0xFF);
    }
    return hexadecimal ? hexadecimal(bits) : ieee(bits);
  }

  private Scan ieee(long bits) {
    double value = length == 4 ? Float.intBitsToFloat((int) bits) : Double.longBitsToDouble(bits);
    if (!Double.isFinite(value)) {
      return Scan.without(Status.INVALID);
    }
    boolean negativeZero = value == 0 && bits != 0;
    return Scan.of(negativeZero ? Status.NEGATIVE_ZERO : Status.OK, new BigDecimal(value));
  }

  private Scan hexadecimal(long bits) {
    int fractionBits = 8 * length - 8;
    long fraction = bits & ((1L << fractionBits) - 1);
    int exponent = (int) ((bits >>> fractionBits) & 0x7F) - BIAS;
    boolean negative = ((bits >>> (8 * length - 1)) & 1) != 0;
    if (fraction == 0) {
      Status status =
          negative ? Status.NEGATIVE_ZERO : bits == 0 ? Status.OK : Status.NON_CANONICAL;
      return Scan.of(status, BigDecimal.ZERO);
    }
    boolean normal = fraction >>> (fractionBits - 4) != 0;
    BigDecimal value = BigDecimal.valueOf(negative ? -fraction : fraction);
    int power = exponent - fractionBits / 4;
    // A negative power of sixteen is a finite decimal: 16^-1 = 0.0625.
    value =
        power >= 0
            ? value.multiply(SIXTEEN.pow(power))
            : value.multiply(new BigDecimal("0.0625").pow(-power));
    return Scan.of(normal ? Status.OK : Status.NON_CANONICAL, value.stripTrailingZeros());
  }

  @Override
  public void write(BigDecimal number, byte[] bytes, int offset) {
    long bits;
    if (hexadecimal) {
      bits = toHexadecimal(number);
    } else if (length == 4) {
      bits = Float.floatToIntBits(number.floatValue());
    } else {
      bits = Double.doubleToLongBits(number.doubleValue());
    }
    for (int i = 0; i < length; i++) {
      bytes[offset + (littleEndian ? i : length - 1 - i)] = (byte) (bits >> (8 * i));
    }
  }

  /// Rounds to the nearest, ties away from zero.
  private long toHexadecimal(BigDecimal number) {
    if (number.signum() == 0) {
      return 0;
    }
    int fractionBits = 8 * length - 8;
    BigDecimal size = number.abs();
    BigDecimal one = BigDecimal.ONE;
    int exponent = 0;
    while (size.compareTo(one) >= 0 && exponent < BIAS) {
      size = size.multiply(new BigDecimal("0.0625"));
      exponent++;
    }
    while (size.multiply(SIXTEEN).compareTo(one) < 0 && exponent > -BIAS) {
      size = size.multiply(SIXTEEN);
      exponent--;
    }
    BigInteger fraction =
        size.multiply(SIXTEEN.pow(fractionBits / 4))
            .setScale(0, RoundingMode.HALF_UP)
            .toBigInteger();
    if (fraction.bitLength() > fractionBits) {
      fraction = fraction.shiftRight(4);
      exponent++;
    }
    if (exponent >= BIAS || fraction.bitLength() > fractionBits) {
      throw new IllegalArgumentException(number + " is too large for a hexadecimal float");
    }
    long sign = number.signum() < 0 ? 1L << (8 * length - 1) : 0;
    return sign | ((long) (exponent + BIAS) << fractionBits) | fraction.longValue();
  }
}
