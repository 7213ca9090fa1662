package eu.trama.city.twin.pages.run;

import eu.trama.city.twin.Comparison;
import eu.trama.city.twin.Indicator;
import eu.trama.city.twin.pages.Wording;
import java.util.function.Predicate;

/// Who gains and who loses, in one sentence.
final class Winners {

  private Winners() {}

  static String sentence(Wording wording, Comparison comparison, Indicator indicator) {
    double more = people(comparison, row -> row.change() > 0);
    double less = people(comparison, row -> row.change() < 0);
    double same = people(comparison, row -> row.change() == 0);
    var words = wording.words();
    return switch (indicator.better()) {
      case HIGHER ->
          wording.say(
              "twin.winners", words.number(more, 0), words.number(less, 0), words.number(same, 0));
      case LOWER ->
          wording.say(
              "twin.winners", words.number(less, 0), words.number(more, 0), words.number(same, 0));
      case NEITHER ->
          wording.say(
              "twin.winners.neither",
              words.number(more, 0),
              words.number(less, 0),
              words.number(same, 0));
    };
  }

  private static double people(Comparison comparison, Predicate<Comparison.Row> which) {
    return comparison.rows().stream()
        .filter(which)
        .mapToDouble(row -> row.zone().population().orElse(0))
        .sum();
  }
}
