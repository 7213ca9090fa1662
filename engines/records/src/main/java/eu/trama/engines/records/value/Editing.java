package eu.trama.engines.records.value;

import eu.trama.engines.records.copybook.Dialect;
import eu.trama.engines.records.copybook.Picture;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;

/// Prints numbers through an edited picture (Enterprise COBOL Language Reference, "PICTURE clause
/// editing"): insertion, sign, currency, floating insertion, suppression of zeros.
final class Editing {
  private final Picture picture;
  private final boolean blankWhenZero;
  private final char currency;
  private final char point;

  /// One symbol a place; of CR and DB the second place is a blank here.
  private final char[] symbols;

  /// The symbol that floats, or 0.
  private final char floating;

  private final boolean suppressesAll;

  Editing(Picture picture, boolean blankWhenZero, Dialect dialect) {
    this.picture = picture;
    this.blankWhenZero = blankWhenZero;
    this.currency = dialect.currency();
    this.point = dialect.decimalComma() ? ',' : '.';
    StringBuilder places = new StringBuilder();
    for (Picture.Run run : picture.runs()) {
      for (int i = 0; i < run.count() && run.symbol() != 'P'; i++) {
        places.append(run.symbol());
        if (run.symbol() == 'C' || run.symbol() == 'D') {
          places.append(' ');
        }
      }
    }
    this.symbols = places.toString().toCharArray();
    this.floating = floating();
    this.suppressesAll =
        picture.runs().stream().noneMatch(run -> run.symbol() == '9') && suppresses();
  }

  private char floating() {
    for (char symbol : new char[] {'+', '-', currency}) {
      if (new String(symbols).chars().filter(c -> c == symbol).count() > 1) {
        return symbol;
      }
    }
    return 0;
  }

  private boolean suppresses() {
    String places = new String(symbols);
    return floating != 0 || places.indexOf('Z') >= 0 || places.indexOf('*') >= 0;
  }

  int length() {
    return picture.length();
  }

  int scale() {
    return picture.scale();
  }

  /// Digits that a printed text shows in its digit places, without sign.
  BigInteger digitsOf(CharSequence text) {
    BigInteger value = BigInteger.ZERO;
    boolean floated = false;
    int at = 0;
    for (char symbol : symbols) {
      if (symbol == 'V') {
        continue;
      }
      char c = text.charAt(at++);
      boolean place = symbol == '9' || symbol == 'Z' || symbol == '*';
      if (symbol == floating && floating != 0) {
        place = floated;
        floated = true;
      }
      if (place) {
        int digit = c >= '0' && c <= '9' ? c - '0' : 0;
        value = value.multiply(BigInteger.TEN).add(BigInteger.valueOf(digit));
      }
    }
    return value;
  }

  /// The text that MOVE gives: digits that find no place are dropped on both sides.
  String print(BigDecimal number) {
    BigInteger held =
        number
            .setScale(picture.scale(), RoundingMode.DOWN)
            .unscaledValue()
            .abs()
            .mod(BigInteger.TEN.pow(picture.digits()));
    boolean zero = held.signum() == 0;
    boolean negative = number.signum() < 0 && !zero;
    if (zero && blankWhenZero) {
      return " ".repeat(picture.length());
    }
    if (zero && suppressesAll) {
      return allSuppressed();
    }
    String text = held.toString();
    return new Line("0".repeat(picture.digits() - text.length()) + text, negative).print();
  }

  /// Zero in a picture without 9: blanks, or asterisks around the point.
  private String allSuppressed() {
    char[] text = new char[picture.length()];
    boolean asterisks = new String(symbols).indexOf('*') >= 0;
    Arrays.fill(text, asterisks ? '*' : ' ');
    int at = 0;
    for (char symbol : symbols) {
      if (symbol == 'V') {
        continue;
      }
      if (asterisks && symbol == point) {
        text[at] = point;
      }
      at++;
    }
    return new String(text);
  }

  /// One number being printed.
  private final class Line {
    private final String digits;
    private final boolean negative;
    private final StringBuilder text = new StringBuilder();
    private int next;
    private boolean begun;
    private boolean suppressing;
    private boolean floated;
    private char fill = ' ';
    private int lastSuppressed = -1;

    Line(String digits, boolean negative) {
      this.digits = digits;
      this.negative = negative;
    }

    String print() {
      for (int i = 0; i < symbols.length; i++) {
        place(symbols[i], i);
      }
      if (floating != 0 && lastSuppressed >= 0) {
        text.setCharAt(lastSuppressed, floating == currency ? currency : sign(floating));
      }
      return text.toString();
    }

    private void place(char symbol, int at) {
      if (symbol == floating && floating != 0) {
        begin(' ');
        if (floated) {
          suppressible();
        } else {
          floated = true;
          suppress();
        }
      } else if (symbol == 'Z' || symbol == '*') {
        begin(symbol == '*' ? '*' : ' ');
        suppressible();
      } else if (symbol == '9') {
        suppressing = false;
        text.append(digits.charAt(next++));
      } else if (symbol == 'V' || symbol == point) {
        suppressing = false;
        if (symbol == point) {
          text.append(point);
        }
      } else if (symbol == '+' || symbol == '-') {
        text.append(sign(symbol));
      } else if (symbol == currency) {
        text.append(currency);
      } else if (symbol == 'C' || symbol == 'D') {
        text.append(negative ? (symbol == 'C' ? "CR" : "DB") : "  ");
      } else if (symbol != ' ' || at == 0 || (symbols[at - 1] != 'C' && symbols[at - 1] != 'D')) {
        insertion(symbol);
      }
    }

    private void begin(char with) {
      if (!begun) {
        begun = true;
        suppressing = true;
        fill = with;
      }
    }

    private void suppressible() {
      char digit = digits.charAt(next++);
      if (suppressing && digit == '0') {
        suppress();
      } else {
        suppressing = false;
        text.append(digit);
      }
    }

    private void insertion(char symbol) {
      if (suppressing) {
        suppress();
      } else {
        text.append(symbol == 'B' ? ' ' : symbol);
      }
    }

    private void suppress() {
      lastSuppressed = text.length();
      text.append(fill);
    }

    private char sign(char symbol) {
      return negative ? '-' : symbol == '+' ? '+' : ' ';
    }
  }
}
