package eu.trama.engines.records.value;

import eu.trama.engines.records.copybook.Picture;
import java.math.BigDecimal;

/// Packed decimal: two digits a byte. COMP-3 ends with a half byte for the sign (C plus, D minus, F
/// none; A and E also plus, B also minus), COMP-6 has none.
final class PackedForm implements NumberForm {
  private final int digits;
  private final int scale;
  private final boolean signed;
  private final boolean signHeld;
  private final int length;
  private final byte blank;

  PackedForm(Picture picture, boolean signHeld, byte blank) {
    this.digits = picture.digits();
    this.scale = picture.scale();
    this.signed = picture.signed();
    this.signHeld = signHeld;
    this.length = signHeld ? digits / 2 + 1 : (digits + 1) / 2;
    this.blank = blank;
  }

  @Override
  public Scan read(byte[] bytes, int offset) {
    int halves = 2 * length - (signHeld ? 1 : 0);
    Digits value = new Digits();
    Status status = Status.OK;
    for (int i = 0; i < halves; i++) {
      int digit = half(bytes, offset, i);
      if (digit > 9) {
        return unread(bytes, offset);
      }
      if (i < halves - digits && digit != 0) {
        status = Status.OVERFLOW;
      }
      value.add(digit);
    }
    boolean negative = false;
    if (signHeld) {
      int sign = half(bytes, offset, halves);
      if (sign < 0xA) {
        return unread(bytes, offset);
      }
      negative = sign == 0xD || sign == 0xB;
      boolean usual = signed ? sign == 0xC || sign == 0xD : sign == 0xF;
      if (negative && value.zero()) {
        status = Status.NEGATIVE_ZERO;
      } else if (!usual && status == Status.OK) {
        status = Status.NON_CANONICAL_SIGN;
      }
    }
    return Scan.of(status, value.number(negative, scale));
  }

  private static int half(byte[] bytes, int offset, int index) {
    int b = bytes[offset + index / 2];
    return (index % 2 == 0 ? b >> 4 : b) & 0xF;
  }

  private Scan unread(byte[] bytes, int offset) {
    return Scan.without(Fill.statusOf(bytes, offset, length, blank, 1));
  }

  @Override
  public void write(BigDecimal number, byte[] bytes, int offset) {
    boolean negative = number.signum() < 0;
    if (negative && !signed) {
      throw new IllegalArgumentException(number.toPlainString() + " needs a picture with S");
    }
    int halves = 2 * length - (signHeld ? 1 : 0);
    String text = "0".repeat(halves - digits) + Digits.of(number, digits, scale);
    String sign = !signHeld ? "" : !signed ? "F" : negative ? "D" : "C";
    String all = text + sign;
    for (int i = 0; i < length; i++) {
      int high = Character.digit(all.charAt(2 * i), 16);
      bytes[offset + i] = (byte) ((high << 4) | Character.digit(all.charAt(2 * i + 1), 16));
    }
  }
}
