package eu.trama.city.web;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A message with places for values: `{0}` shows value 0; `{0?one zone|# zones}` shows the first
/// form when value 0 is exactly 1 and the second otherwise, `#` being the number. These two plural
/// forms are what CLDR asks for Catalan, Spanish, English and Italian below a million.
///
/// Throws [IllegalArgumentException] on a pattern that does not parse, naming it.
record MessagePattern(List<Piece> pieces) {

  sealed interface Piece {}

  record Literal(String text) implements Piece {}

  record Value(int index) implements Piece {}

  record Plural(int index, String one, String other) implements Piece {}

  static MessagePattern parse(String text) {
    var pieces = new ArrayList<Piece>();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf('{', at);
      if (open < 0) {
        pieces.add(new Literal(text.substring(at)));
        break;
      }
      int close = text.indexOf('}', open);
      if (close < 0) {
        throw new IllegalArgumentException("no closing brace in message: " + text);
      }
      if (open > at) {
        pieces.add(new Literal(text.substring(at, open)));
      }
      pieces.add(piece(text.substring(open + 1, close), text));
      at = close + 1;
    }
    return new MessagePattern(List.copyOf(pieces));
  }

  private static Piece piece(String inside, String text) {
    int mark = inside.indexOf('?');
    try {
      if (mark < 0) {
        return new Value(Integer.parseInt(inside));
      }
      int bar = inside.indexOf('|', mark);
      if (bar < 0) {
        throw new IllegalArgumentException("plural without a second form in message: " + text);
      }
      int index = Integer.parseInt(inside.substring(0, mark));
      return new Plural(index, inside.substring(mark + 1, bar), inside.substring(bar + 1));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a value number in braces in message: " + text, e);
    }
  }

  /// How many values the pattern needs: one more than the highest index.
  int arity() {
    return pieces.stream().mapToInt(MessagePattern::index).max().orElse(-1) + 1;
  }

  private static int index(Piece piece) {
    return switch (piece) {
      case Literal l -> -1;
      case Value v -> v.index();
      case Plural p -> p.index();
    };
  }

  String format(Locale locale, Object... values) {
    var out = new StringBuilder();
    for (Piece piece : pieces) {
      switch (piece) {
        case Literal l -> out.append(l.text());
        case Value v -> out.append(shown(values[v.index()], locale));
        case Plural p -> {
          boolean one = values[p.index()] instanceof Number n && n.doubleValue() == 1;
          var form = one ? p.one() : p.other();
          out.append(form.replace("#", shown(values[p.index()], locale)));
        }
      }
    }
    return out.toString();
  }

  private static String shown(Object value, Locale locale) {
    return switch (value) {
      case Number n -> NumberFormat.getInstance(locale).format(n);
      case LocalDate d ->
          DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(d);
      default -> value.toString();
    };
  }
}
