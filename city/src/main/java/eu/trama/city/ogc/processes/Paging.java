package eu.trama.city.ogc.processes;

import eu.trama.city.ogc.Asked;
import eu.trama.city.ogc.Problem;

/// Which part of a list is asked for.
final class Paging {

  static final int USUAL = 100;
  static final int MOST = 1_000;

  private Paging() {}

  static int limit(Asked asked) {
    return number(asked, "limit", USUAL, 1, MOST);
  }

  static int start(Asked asked) {
    return number(asked, "start", 0, 0, Integer.MAX_VALUE);
  }

  /// A number over the most is taken as the most, as OGC API asks of `limit`.
  private static int number(Asked asked, String name, int usual, int least, int most) {
    String text = asked.value(name).orElse("");
    if (text.isEmpty()) {
      return usual;
    }
    if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least) {
      throw Problem.parameter(name, text, "Give a whole number of " + least + " or more.");
    }
    return Math.min(most, Integer.parseInt(text));
  }
}
