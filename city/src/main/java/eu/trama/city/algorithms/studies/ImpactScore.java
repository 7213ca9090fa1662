package eu.trama.city.algorithms.studies;

import eu.trama.city.algorithms.studies.Questionnaire.Counts;
import eu.trama.city.algorithms.studies.Questionnaire.Element;
import java.util.ArrayList;
import java.util.List;

/// The score of Canada's Algorithmic Impact Assessment, exactly as that tool computes it.
///
/// The maximum of mitigation is halved, since each of its questions stands there twice: for the
/// design of a system and for its implementation, and only one phase is answered. Who reaches 80 %
/// of that half gets 15 % off the raw score, rounded to the nearest whole number, halves upwards;
/// without the reduction the raw score is the total. The level is the quarter of the highest raw
/// score in which the total lies; a total on a border belongs to the lower level. Questions that
/// are not shown count for the maximum.
///
/// @param raw sum of all answers that count for risk
/// @param highestRaw the most that could be
/// @param mitigation sum of all answers that count against it
/// @param highestMitigation the most that could be, both phases together
/// @param reduced whether enough is done against the risk
/// @param total raw score, less 15 % where reduced
/// @param level 1 to 4
/// @param parts what each answered question counted, in order
public record ImpactScore(
    double raw,
    double highestRaw,
    double mitigation,
    double highestMitigation,
    boolean reduced,
    double total,
    int level,
    List<Part> parts) {

  public static final double ENOUGH = 0.8;
  public static final double REDUCTION = 0.15;
  private static final int PHASES = 2;
  private static final double QUARTER = 0.25;

  /// What one question counted.
  ///
  /// @param value what its answer counts
  /// @param highest the most that it can
  public record Part(String question, Counts counts, double value, double highest) {}

  public static ImpactScore of(Questionnaire questionnaire, Answers answers) {
    double raw = 0;
    double highestRaw = 0;
    double mitigation = 0;
    double highestMitigation = 0;
    var parts = new ArrayList<Part>();
    for (Element element : questionnaire.elements()) {
      if (!element.scored()) {
        continue;
      }
      double highest = element.highest();
      double value = answers.to(element.name()).map(v -> value(element, v)).orElse(0.0);
      if (answers.to(element.name()).isPresent()) {
        parts.add(new Part(element.name(), element.counts(), value, highest));
      }
      if (element.counts() == Counts.RISK) {
        raw += value;
        highestRaw += highest;
      } else {
        mitigation += value;
        highestMitigation += highest;
      }
    }
    boolean reduced = mitigation >= ENOUGH * (highestMitigation / PHASES);
    double total = reduced ? Math.round((1 - REDUCTION) * raw) : raw;
    return new ImpactScore(
        raw,
        highestRaw,
        mitigation,
        highestMitigation,
        reduced,
        total,
        level(total, highestRaw),
        List.copyOf(parts));
  }

  private static double value(Element element, Value answer) {
    return answer.parts().stream()
        .mapToDouble(v -> element.choice(v.text()).map(Questionnaire.Choice::score).orElse(0.0))
        .sum();
  }

  private static int level(double total, double highest) {
    for (int level = 1; level < 4; level++) {
      if (total <= highest * (QUARTER * level)) {
        return level;
      }
    }
    return 4;
  }

  /// What must be reached for the reduction.
  public double enough() {
    return ENOUGH * (highestMitigation / PHASES);
  }
}
