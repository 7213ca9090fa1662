package eu.trama.engines.records.value;

import eu.trama.engines.records.codepage.CodePage;
import eu.trama.engines.records.copybook.Dialect;
import eu.trama.engines.records.copybook.Item;
import java.math.BigDecimal;
import java.math.BigInteger;

/// Numbers as COBOL prints them through an edited picture. A field counts as read when printing its
/// number gives the field again.
final class EditedForm implements NumberForm {
  private final Editing editing;
  private final CodePage page;
  private final int unit;

  /// @param unit bytes of a character: 1, or 2 for NATIONAL
  EditedForm(Item item, CodePage page, int unit, Dialect dialect) {
    this.editing = new Editing(item.picture().orElseThrow(), item.blankWhenZero(), dialect);
    this.page = page;
    this.unit = unit;
  }

  @Override
  public Scan read(byte[] bytes, int offset) {
    int length = editing.length();
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      char c =
          unit == 1
              ? page.character(bytes[offset + i])
              : (char) (((bytes[offset + 2 * i] & 0xFF) << 8) | (bytes[offset + 2 * i + 1] & 0xFF));
      text.append(c);
    }
    BigInteger unscaled = editing.digitsOf(text);
    String printed = text.toString();
    for (BigInteger candidate : new BigInteger[] {unscaled, unscaled.negate()}) {
      BigDecimal number = new BigDecimal(candidate, editing.scale());
      if (editing.print(number).equals(printed)) {
        return Scan.of(Status.OK, number);
      }
    }
    byte blank = unit == 1 ? page.blank() : (byte) ' ';
    return Scan.without(Fill.statusOf(bytes, offset, length * unit, blank, unit));
  }

  @Override
  public void write(BigDecimal number, byte[] bytes, int offset) {
    String text = editing.print(number);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (unit == 2) {
        bytes[offset + 2 * i] = (byte) (c >> 8);
        bytes[offset + 2 * i + 1] = (byte) c;
      } else {
        bytes[offset + i] = page.encode(c).orElseThrow().byteValue();
      }
    }
  }
}
