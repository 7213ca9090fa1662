package eu.trama.engines.records.copybook;

import eu.trama.engines.records.copybook.Picture.Category;
import eu.trama.engines.records.copybook.Picture.Run;
import java.util.List;

/// Works out digits and scale of an edited picture such as `-(7)9.99` or `Z,ZZ9CR`.
final class EditedPicture {
  /// Bound of IBM Enterprise COBOL.
  private static final int LONGEST = 249;

  private EditedPicture() {}

  /// Reads runs of a numeric edited picture.
  ///
  /// @throws IllegalArgumentException with words for the author
  static Picture of(String text, List<Run> runs, Dialect dialect) {
    char point = dialect.decimalComma() ? ',' : '.';
    int length = 0;
    int digits = 0;
    int after = 0;
    int points = 0;
    int scaling = 0;
    boolean signed = false;
    for (int i = 0; i < runs.size(); i++) {
      char symbol = runs.get(i).symbol();
      int count = runs.get(i).count();
      if (symbol == 'C' || symbol == 'D') {
        signed = true;
        length += 2 * count;
        continue;
      }
      if (symbol != 'V' && symbol != 'P') {
        length += count;
      }
      if (length > LONGEST) {
        throw new IllegalArgumentException("an edited number has at most " + LONGEST + " places");
      }
      int held = 0;
      if (symbol == '9' || symbol == 'Z' || symbol == '*') {
        held = count;
      } else if (symbol == '+' || symbol == '-' || symbol == dialect.currency()) {
        signed |= symbol != dialect.currency();
        held = total(runs, symbol) > 1 ? count - (first(runs, symbol) == i ? 1 : 0) : 0;
      } else if (symbol == 'V' || symbol == point) {
        points += count;
      } else if (symbol == 'P') {
        points += digits == 0 ? 1 : 0;
        scaling += digits == 0 ? count : -count;
      }
      digits += held;
      after += points > 0 ? held : 0;
    }
    if (points > 1) {
      throw new IllegalArgumentException("the picture has more than one decimal point");
    }
    if (digits < 1 || digits > Picture.MOST_DIGITS) {
      throw new IllegalArgumentException(
          "an edited number has 1 to " + Picture.MOST_DIGITS + " digits");
    }
    return new Picture(
        text, Category.NUMERIC_EDITED, length, digits, after + scaling, signed, runs);
  }

  private static int total(List<Run> runs, char symbol) {
    return runs.stream().filter(r -> r.symbol() == symbol).mapToInt(Run::count).sum();
  }

  private static int first(List<Run> runs, char symbol) {
    for (int i = 0; i < runs.size(); i++) {
      if (runs.get(i).symbol() == symbol) {
        return i;
      }
    }
    return -1;
  }
}
