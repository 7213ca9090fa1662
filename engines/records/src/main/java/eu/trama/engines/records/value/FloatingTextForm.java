package eu.trama.engines.records.value;

import eu.trama.engines.records.codepage.CodePage;
import eu.trama.engines.records.copybook.Picture;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Floating point as text, such as `+1.250E-03` for PIC +9.9(3)E+99.
final class FloatingTextForm implements NumberForm {
  private static final Pattern SHAPE =
      Pattern.compile("([+ -]?)([0-9]*)[.,]?([0-9]*)E([+ -])([0-9]{2})");
  private final Picture picture;
  private final CodePage page;
  private int before;
  private int after;
  private char point;

  FloatingTextForm(Picture picture, CodePage page) {
    this.picture = picture;
    this.page = page;
    for (Picture.Run run : picture.runs()) {
      if (run.symbol() == 'E') {
        break;
      }
      if (run.symbol() == '.' || run.symbol() == ',' || run.symbol() == 'V') {
        point = run.symbol();
      } else if (run.symbol() == '9') {
        before += point == 0 ? run.count() : 0;
        after += point == 0 ? 0 : run.count();
      }
    }
  }

  @Override
  public Scan read(byte[] bytes, int offset) {
    String text = page.decode(bytes, offset, picture.length());
    Matcher matcher = SHAPE.matcher(text);
    int held = before + after;
    if (!matcher.matches() || matcher.group(2).length() + matcher.group(3).length() != held) {
      return Scan.without(Fill.statusOf(bytes, offset, picture.length(), page.blank(), 1));
    }
    BigInteger digits = new BigInteger(matcher.group(2) + matcher.group(3));
    boolean negative = matcher.group(1).equals("-");
    int exponent = Integer.parseInt(matcher.group(5)) * (matcher.group(4).equals("-") ? -1 : 1);
    return Scan.of(
        negative && digits.signum() == 0 ? Status.NEGATIVE_ZERO : Status.OK,
        new BigDecimal(negative ? digits.negate() : digits, after - exponent));
  }

  @Override
  public void write(BigDecimal number, byte[] bytes, int offset) {
    int held = before + after;
    int exponent = number.signum() == 0 ? 0 : number.precision() - number.scale() - before;
    BigInteger digits =
        number.abs().setScale(after - exponent, RoundingMode.HALF_UP).unscaledValue();
    if (digits.toString().length() > held) {
      digits = digits.divide(BigInteger.TEN);
      exponent++;
    }
    if (Math.abs(exponent) > 99) {
      throw new IllegalArgumentException(number + " has an exponent of more than two digits");
    }
    String text = digits.toString();
    text = "0".repeat(held - text.length()) + text;
    StringBuilder line = new StringBuilder();
    char first = picture.runs().getFirst().symbol();
    if (first == '+' || first == '-') {
      line.append(sign(number.signum() < 0, first));
    }
    line.append(text, 0, before);
    if (point != 0 && point != 'V') {
      line.append(point);
    }
    line.append(text, before, held).append('E');
    char exponentSign = picture.runs().get(picture.runs().size() - 2).symbol();
    line.append(sign(exponent < 0, exponentSign));
    line.append(Math.abs(exponent) / 10).append(Math.abs(exponent) % 10);
    for (int i = 0; i < line.length(); i++) {
      bytes[offset + i] = page.encode(line.charAt(i)).orElseThrow().byteValue();
    }
  }

  private static char sign(boolean negative, char symbol) {
    return negative ? '-' : symbol == '+' ? '+' : ' ';
  }
}
