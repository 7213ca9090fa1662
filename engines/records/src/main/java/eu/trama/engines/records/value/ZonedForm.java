package eu.trama.engines.records.value;

import eu.trama.engines.records.codepage.CodePage;
import eu.trama.engines.records.copybook.Picture;
import eu.trama.engines.records.copybook.Sign;
import java.math.BigDecimal;

/// Zoned decimal: one digit a byte, the sign in the zone of the first or last digit, or apart.
/// EBCDIC has zone F, C for plus and D for minus; ASCII has zone 3, and 7 for minus.
final class ZonedForm implements NumberForm {
  private final int digits;
  private final int scale;
  private final boolean signed;
  private final Sign sign;
  private final boolean ebcdic;
  private final int unit;
  private final byte blank;
  private final byte plus;
  private final byte minus;

  /// @param unit bytes of a character: 1, or 2 for NATIONAL, whose first byte is zero
  ZonedForm(Picture picture, Sign sign, CodePage page, int unit) {
    this.digits = picture.digits();
    this.scale = picture.scale();
    this.signed = picture.signed();
    this.sign = sign;
    this.unit = unit;
    this.ebcdic = unit == 1 && page.ebcdic();
    this.blank = unit == 1 ? page.blank() : (byte) ' ';
    this.plus = ebcdic ? (byte) 0x4E : (byte) '+';
    this.minus = ebcdic ? (byte) 0x60 : (byte) '-';
  }

  private boolean apart() {
    return signed && sign.separate();
  }

  private int places() {
    return digits + (apart() ? 1 : 0);
  }

  @Override
  public Scan read(byte[] bytes, int offset) {
    int zone = ebcdic ? 0xF : 0x3;
    Digits value = new Digits();
    Status status = Status.OK;
    boolean negative = false;
    int signPlace = sign.leading() && signed ? 0 : places() - 1;
    for (int i = 0; i < places(); i++) {
      int b = bytes[offset + i * unit + unit - 1] & 0xFF;
      if (unit == 2 && bytes[offset + i * unit] != 0) {
        return unread(bytes, offset);
      }
      if (apart() && i == signPlace) {
        if (b != (plus & 0xFF) && b != (minus & 0xFF)) {
          return unread(bytes, offset);
        }
        negative = b == (minus & 0xFF);
        continue;
      }
      int digit = b & 0xF;
      if (i == signPlace && unit == 1 && !apart()) {
        int overpunch = overpunch(b);
        if (overpunch < 0) {
          return unread(bytes, offset);
        }
        negative = overpunch >= 100;
        digit = overpunch % 10;
        status = b == usual(digit, negative) ? status : Status.NON_CANONICAL_SIGN;
      } else if (b >> 4 != zone || digit > 9) {
        return unread(bytes, offset);
      }
      value.add(digit);
    }
    if (negative && value.zero()) {
      status = Status.NEGATIVE_ZERO;
    }
    return Scan.of(status, value.number(negative, scale));
  }

  /// Digit of a byte with a sign, 100 more for a minus; -1 where it is none.
  private int overpunch(int b) {
    int digit = b & 0xF;
    if (ebcdic) {
      int zone = b >> 4;
      return digit > 9 || zone < 0xA ? -1 : zone == 0xD || zone == 0xB ? 100 + digit : digit;
    }
    if (digit <= 9 && (b >> 4 == 3 || b >> 4 == 7)) {
      return b >> 4 == 7 ? 100 + digit : digit;
    }
    // EBCDIC's overpunched characters, translated to ASCII with the text around them.
    int plusAt = "{ABCDEFGHI".indexOf(b);
    int minusAt = "}JKLMNOPQR".indexOf(b);
    return plusAt >= 0 ? plusAt : minusAt >= 0 ? 100 + minusAt : -1;
  }

  private int usual(int digit, boolean negative) {
    if (ebcdic) {
      return (!signed ? 0xF0 : negative ? 0xD0 : 0xC0) | digit;
    }
    return (signed && negative ? 0x70 : 0x30) | digit;
  }

  private Scan unread(byte[] bytes, int offset) {
    return Scan.without(Fill.statusOf(bytes, offset, places() * unit, blank, unit));
  }

  @Override
  public void write(BigDecimal number, byte[] bytes, int offset) {
    boolean negative = number.signum() < 0;
    if (negative && !signed) {
      throw new IllegalArgumentException(number.toPlainString() + " needs a picture with S");
    }
    String text = Digits.of(number, digits, scale);
    int first = apart() && sign.leading() ? 1 : 0;
    int signPlace = sign.leading() && signed ? 0 : places() - 1;
    for (int i = 0; i < places(); i++) {
      int b;
      if (apart() && i == signPlace) {
        b = negative ? minus : plus;
      } else {
        int digit = text.charAt(i - first) - '0';
        b = i == signPlace && unit == 1 ? usual(digit, negative) : (ebcdic ? 0xF0 : 0x30) | digit;
      }
      if (unit == 2) {
        bytes[offset + i * 2] = 0;
      }
      bytes[offset + i * unit + unit - 1] = (byte) b;
    }
  }
}
