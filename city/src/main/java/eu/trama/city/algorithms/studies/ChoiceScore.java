package eu.trama.city.algorithms.studies;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// What a choice counts: the number after the last hyphen of its value, as Canada's Algorithmic
/// Impact Assessment writes it (`item3-2` counts 2), or the value itself where it is a number.
final class ChoiceScore {

  private static final Pattern PLAIN = Pattern.compile("\\d{1,6}(\\.\\d{1,6})?");

  /// What JavaScript reads as a number, and people do not: hexadecimal, exponents, infinity.
  private static final Pattern ODD =
      Pattern.compile(
          "\\s*(0[xXoObB][0-9a-fA-F]+|[+]?(\\d+\\.?\\d*|\\.\\d+)([eE]\\d+)?|Infinity)\\s*");

  private ChoiceScore() {}

  /// 0 where the value ends in no number; empty where it ends in one that is written so oddly that
  /// the original tool and a reader would not agree.
  static OptionalDouble of(String value) {
    int hyphen = value.lastIndexOf('-');
    if (hyphen < 0) {
      return OptionalDouble.of(0);
    }
    String end = value.substring(hyphen + 1);
    if (PLAIN.matcher(end).matches()) {
      return OptionalDouble.of(Double.parseDouble(end));
    }
    return ODD.matcher(end).matches() ? OptionalDouble.empty() : OptionalDouble.of(0);
  }
}
