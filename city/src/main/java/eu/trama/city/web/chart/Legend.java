package eu.trama.city.web.chart;

import eu.trama.city.web.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// What the colours of a map mean, in numbers, and how many values each class holds. Drawn by
/// `web/chart/legend.jte`.
public record Legend(String title, List<Entry> entries) {

  /// One class of values.
  ///
  /// @param style class of the colour
  public record Entry(String style, String label, long count) {}

  /// The legend of class breaks; one more entry for "no data" where there is any.
  ///
  /// @param signed whether limits are differences and carry a sign
  public static Legend of(
      String title,
      Breaks breaks,
      Ramp ramp,
      Collection<Double> values,
      Words words,
      int decimals,
      boolean signed) {
    var entries = new ArrayList<Entry>();
    for (int i = 0; i < breaks.classes(); i++) {
      entries.add(
          new Entry(
              ramp.style(i, breaks.classes()),
              range(breaks.limits().get(i), breaks.limits().get(i + 1), words, decimals, signed),
              count(i, breaks, values)));
    }
    long none = count(Breaks.NO_DATA, breaks, values);
    if (none > 0) {
      entries.add(new Entry("ramp-none", words.say("web.legend.none"), none));
    }
    return new Legend(title, List.copyOf(entries));
  }

  private static String range(double low, double high, Words words, int decimals, boolean signed) {
    // What hardly changes lies evenly about nothing.
    return signed && high > 0 && low == -high
        ? words.say("web.legend.within", words.number(high, decimals))
        : words.say(
            "web.legend.range",
            shown(low, words, decimals, signed),
            shown(high, words, decimals, signed));
  }

  private static String shown(double limit, Words words, int decimals, boolean signed) {
    return signed ? words.signed(limit, decimals) : words.number(limit, decimals);
  }

  private static long count(int index, Breaks breaks, Collection<Double> values) {
    return values.stream().filter(v -> breaks.classOf(v) == index).count();
  }
}
