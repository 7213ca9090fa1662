package eu.trama.engines.records.value;

import java.math.BigDecimal;
import java.math.BigInteger;

/// Decimal digits as they are read: a long takes 18 of them, and what came before moves up into a
/// larger number only where there are more.
final class Digits {
  private static final int CHUNK = 18;
  private static final BigInteger SPLIT = BigInteger.TEN.pow(CHUNK);
  private BigInteger above = BigInteger.ZERO;
  private long low;
  private int count;

  void add(int digit) {
    if (count == CHUNK) {
      above = above.multiply(SPLIT).add(BigInteger.valueOf(low));
      low = 0;
      count = 0;
    }
    low = low * 10 + digit;
    count++;
  }

  boolean zero() {
    return low == 0 && above.signum() == 0;
  }

  BigDecimal number(boolean negative, int scale) {
    if (above.signum() == 0) {
      return BigDecimal.valueOf(negative ? -low : low, scale);
    }
    BigInteger value = above.multiply(BigInteger.TEN.pow(count)).add(BigInteger.valueOf(low));
    return new BigDecimal(negative ? value.negate() : value, scale);
  }

  /// Held digits of a number, as many as the picture has.
  ///
  /// @throws IllegalArgumentException where it has more, before the point or behind
  static String of(BigDecimal number, int digits, int scale) {
    BigInteger unscaled;
    try {
      unscaled = number.setScale(scale).unscaledValue().abs();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          number.toPlainString() + " has more than " + scale + " decimal places", e);
    }
    String text = unscaled.toString();
    if (text.length() > digits) {
      throw new IllegalArgumentException(
          number.toPlainString() + " has more than " + digits + " digits");
    }
    return "0".repeat(digits - text.length()) + text;
  }
}
