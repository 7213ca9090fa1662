package eu.trama.engines.records.copybook;

import eu.trama.engines.records.copybook.Picture.Category;
import eu.trama.engines.records.copybook.Picture.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads picture strings. Repetitions are counted, never written out.
final class PictureParser {
  private static final int LONGEST = 128 << 20;
  private static final Pattern NUMERIC =
      Pattern.compile("S?(9+V?|9*V9+|9+P+V?|V?P+9+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern FLOATING = Pattern.compile("[+-]?9*[.,V]?9*E[+-]99");

  private final String text;
  private final Dialect dialect;
  private final List<Run> runs = new ArrayList<>();

  private PictureParser(String text, Dialect dialect) {
    this.text = text.toUpperCase(Locale.ROOT);
    this.dialect = dialect;
  }

  /// Reads a picture.
  ///
  /// @throws IllegalArgumentException with words for the author where it is none
  static Picture parse(String text, Dialect dialect) {
    PictureParser parser = new PictureParser(text, dialect);
    parser.readRuns();
    return parser.classify();
  }

  private void readRuns() {
    int at = 0;
    while (at < text.length()) {
      char symbol = text.charAt(at++);
      if ((symbol == 'C' && dialect.currency() != 'C') || symbol == 'D') {
        char second = symbol == 'C' ? 'R' : 'B';
        if (at >= text.length() || text.charAt(at) != second) {
          throw new IllegalArgumentException("write CR or DB at the end of the picture");
        }
        at++;
      } else if (symbol != dialect.currency() && "ABEGNPSUVXZ09/,.+-*".indexOf(symbol) < 0) {
        throw new IllegalArgumentException("'" + symbol + "' is no symbol of a picture");
      }
      int count = 1;
      if (at < text.length() && text.charAt(at) == '(') {
        int close = text.indexOf(')', at);
        count = close < 0 ? 0 : repetition(text.substring(at + 1, close));
        if (count < 1) {
          throw new IllegalArgumentException(
              "write a repetition as (n) with n from 1 to " + LONGEST);
        }
        at = close + 1;
      }
      add(symbol, count);
    }
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("write a picture after PIC");
    }
  }

  private void add(char symbol, int count) {
    if (!runs.isEmpty() && runs.getLast().symbol() == symbol) {
      count += runs.removeLast().count();
    }
    if (count > LONGEST) {
      throw new IllegalArgumentException("the picture is longer than " + LONGEST);
    }
    runs.add(new Run(symbol, count));
  }

  private static int repetition(String digits) {
    String number = digits.strip();
    if (number.isEmpty() || number.length() > 9 || !number.chars().allMatch(Character::isDigit)) {
      return 0;
    }
    int count = Integer.parseInt(number);
    return count > LONGEST ? 0 : count;
  }

  private Picture classify() {
    if (any("XAU")) {
      if (any("ZSVPGNE*+-CD.,") || any(String.valueOf(dialect.currency()))) {
        throw new IllegalArgumentException("X and A go with 9, B, 0 and / only");
      }
      boolean edited = any("B0/");
      Category plain = any("X9U") ? Category.ALPHANUMERIC : Category.ALPHABETIC;
      return plain(edited ? Category.ALPHANUMERIC_EDITED : plain);
    }
    if (any("N")) {
      only("NB0/", "N goes with B, 0 and / only");
      return plain(any("B0/") ? Category.NATIONAL_EDITED : Category.NATIONAL);
    }
    if (any("G")) {
      only("GB", "G goes with B only");
      return plain(Category.DBCS);
    }
    String outline = outline();
    if (any("E")) {
      if (!FLOATING.matcher(outline).matches()) {
        throw new IllegalArgumentException("write a floating picture as +9.99E+99");
      }
      return plain(Category.FLOATING);
    }
    if (NUMERIC.matcher(outline).matches()) {
      return numeric();
    }
    if (any("S") || !any("9Z*+-" + dialect.currency())) {
      throw new IllegalArgumentException(
          "write a number as S, 9, V and P, such as S9(7)V99, or an edited picture");
    }
    return EditedPicture.of(text, runs, dialect);
  }

  /// Symbols with runs cut to at most three, which is enough to tell the form apart.
  private String outline() {
    StringBuilder outline = new StringBuilder();
    for (Run run : runs) {
      int shown =
          run.symbol() == '9' || run.symbol() == 'P' ? Math.min(run.count(), 2) : run.count();
      outline.repeat(run.symbol(), Math.min(shown, 3));
    }
    return outline.toString();
  }

  private Picture plain(Category category) {
    long length = 0;
    for (Run run : runs) {
      length += run.symbol() == 'V' ? 0 : run.count();
    }
    if (length > LONGEST) {
      throw new IllegalArgumentException("the picture is longer than " + LONGEST);
    }
    return new Picture(text, category, (int) length, 0, 0, false, runs);
  }

  private Picture numeric() {
    int digits = 0;
    int after = 0;
    int scaling = 0;
    boolean point = false;
    for (Run run : runs) {
      switch (run.symbol()) {
        case '9' -> {
          digits += run.count();
          after += point ? run.count() : 0;
        }
        case 'P' -> {
          // P before the digits implies the point before it.
          point |= digits == 0;
          scaling += digits == 0 ? run.count() : -run.count();
        }
        case 'V' -> point = true;
        default -> {}
      }
      if (digits > Picture.MOST_DIGITS || Math.abs(scaling) > Picture.MOST_DIGITS) {
        throw new IllegalArgumentException(
            "a number has at most " + Picture.MOST_DIGITS + " digits");
      }
    }
    return new Picture(text, Category.NUMERIC, digits, digits, after + scaling, any("S"), runs);
  }

  private boolean any(String symbols) {
    return runs.stream().anyMatch(run -> symbols.indexOf(run.symbol()) >= 0);
  }

  private void only(String symbols, String advice) {
    if (!runs.stream().allMatch(run -> symbols.indexOf(run.symbol()) >= 0)) {
      throw new IllegalArgumentException(advice);
    }
  }
}
