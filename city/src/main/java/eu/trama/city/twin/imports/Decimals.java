package eu.trama.city.twin.imports;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// Numbers as people write them in tables: with a point or a comma before the decimals, with or
/// without marks between the thousands.
final class Decimals {

  private static final Pattern POINT =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
  private static final Pattern COMMA = Pattern.compile("[+-]?\\d+,\\d+");
  private static final Pattern COMMA_THOUSANDS =
      Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
  private static final Pattern POINT_THOUSANDS =
      Pattern.compile("[+-]?\\d{1,3}(\\.\\d{3})+(,\\d+)");
  private static final Pattern MILLIONS = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{3}){2,}");

  private Decimals() {}

  /// Reads a number; nothing when it is none, or may mean two.
  ///
  /// @param commaDecimals whether the file writes decimals with a comma, as tables do whose columns
  ///   stand between semicolons
  static OptionalDouble parse(String text, boolean commaDecimals) {
    String number = text.strip();
    String plain =
        POINT.matcher(number).matches()
            ? number
            : commaDecimals ? withComma(number) : withPoint(number);
    if (plain.isEmpty()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(plain);
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  private static String withComma(String number) {
    if (COMMA.matcher(number).matches()) {
      return number.replace(',', '.');
    }
    if (POINT_THOUSANDS.matcher(number).matches() || MILLIONS.matcher(number).matches()) {
      return number.replace(".", "").replace(',', '.');
    }
    return "";
  }

  private static String withPoint(String number) {
    if (POINT_THOUSANDS.matcher(number).matches()) {
      return number.replace(".", "").replace(',', '.');
    }
    boolean twoMeanings = number.indexOf(',') == number.lastIndexOf(',') && number.indexOf('.') < 0;
    if (COMMA_THOUSANDS.matcher(number).matches()) {
      return twoMeanings ? "" : number.replace(",", "");
    }
    // Three digits after one comma could be thousands; any other count can only be decimals.
    return COMMA.matcher(number).matches() ? number.replace(',', '.') : "";
  }
}
