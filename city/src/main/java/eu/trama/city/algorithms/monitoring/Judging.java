package eu.trama.city.algorithms.monitoring;

import eu.trama.city.algorithms.Monitored;
import eu.trama.city.algorithms.monitoring.Threshold.Finding;
import eu.trama.city.algorithms.monitoring.Threshold.State;
import eu.trama.city.algorithms.monitoring.figures.Histogram;
import eu.trama.city.algorithms.monitoring.figures.Interval;
import eu.trama.city.algorithms.monitoring.figures.KolmogorovSmirnov;
import eu.trama.city.algorithms.monitoring.figures.Share;
import eu.trama.city.algorithms.monitoring.figures.StabilityIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Holds a threshold against the counts of a month.
///
/// A share, a ratio or a difference breaks its limit where its whole interval of 95 % lies beyond;
/// a distance of Kolmogorov and Smirnov where chance makes one as great in less than one of a
/// hundred windows; a stability index where it is also more than twice what chance makes in the
/// mean. Beyond the limit and not so, it is in doubt, and nothing is stopped.
record Judging(Monitored counted, Counts now, Optional<Counts> reference) {

  private static final double RARE = 0.01;
  private static final double OVER_CHANCE = 2;

  Finding of(Threshold threshold) {
    return switch (threshold.measure()) {
      case SELECTION_RATIO -> selectionRatio(threshold);
      case FALSE_NEGATIVE_GAP -> gap(threshold);
      case FALSE_POSITIVE -> share(threshold, everybody().falsePositive());
      case FALSE_NEGATIVE -> share(threshold, everybody().falseNegative());
      case UPHELD -> share(threshold, now.upheld());
      case PSI, KS -> drift(threshold);
    };
  }

  private Counts.Errors everybody() {
    return now.errors(counted, Tally.EVERYBODY, Tally.EVERYBODY);
  }

  private List<String> groups(String attribute) {
    return counted.attributes().stream()
        .filter(a -> a.key().equals(attribute))
        .flatMap(a -> a.groups().stream())
        .toList();
  }

  private Finding share(Threshold threshold, Optional<Share> share) {
    long cases = share.map(Share::cases).orElse(0L);
    return cases < threshold.cases()
        ? few(threshold, cases)
        : judged(threshold, share.orElseThrow().interval(), cases);
  }

  /// Of the groups with enough cases the one with the least share, beside the one with the
  /// greatest.
  private Finding selectionRatio(Threshold threshold) {
    List<Share> shares =
        enough(
            threshold,
            groups(threshold.of()).stream()
                .flatMap(g -> now.outcomes(counted, threshold.of(), g).selected().stream())
                .toList());
    if (shares.size() < 2) {
      return few(threshold, 0);
    }
    Share least = shares.getFirst();
    Share most = shares.getLast();
    Interval ratio = most.hits() == 0 ? new Interval(1, 0, Double.MAX_VALUE) : least.over(most);
    return judged(threshold, ratio, Math.min(least.cases(), most.cases()));
  }

  private Finding gap(Threshold threshold) {
    List<Share> shares =
        enough(
            threshold,
            groups(threshold.of()).stream()
                .flatMap(g -> now.errors(counted, threshold.of(), g).falseNegative().stream())
                .toList());
    if (shares.size() < 2) {
      return few(threshold, 0);
    }
    Share least = shares.getFirst();
    Share most = shares.getLast();
    return judged(threshold, most.minus(least), Math.min(least.cases(), most.cases()));
  }

  private static List<Share> enough(Threshold threshold, List<Share> shares) {
    var enough = new ArrayList<>(shares);
    enough.removeIf(s -> s.cases() < threshold.cases());
    enough.sort(Comparator.comparingDouble(Share::value));
    return enough;
  }

  private Finding drift(Threshold threshold) {
    Optional<Monitored.Input> input =
        counted.inputs().stream().filter(i -> i.key().equals(threshold.of())).findFirst();
    if (input.isEmpty() || reference.isEmpty() || reference.get().month().equals(now.month())) {
      return few(threshold, 0);
    }
    Histogram then = reference.get().histogram(input.get());
    Histogram today = now.histogram(input.get());
    long cases = Math.min(then.cases(), today.cases());
    if (cases < threshold.cases()) {
      return few(threshold, cases);
    }
    if (threshold.measure() == Measure.PSI) {
      double index = StabilityIndex.of(then, today);
      boolean sure = index > OVER_CHANCE * StabilityIndex.byChance(then, today);
      return finding(threshold, new Interval(index, index, index), sure, cases);
    }
    var test = KolmogorovSmirnov.of(then, today);
    double distance = test.distance();
    return finding(
        threshold, new Interval(distance, distance, distance), test.probability() < RARE, cases);
  }

  private Finding judged(Threshold threshold, Interval interval, long cases) {
    boolean sure =
        threshold.measure().atLeast()
            ? interval.high() < threshold.limit()
            : interval.low() > threshold.limit();
    return finding(threshold, interval, sure, cases);
  }

  private Finding finding(Threshold threshold, Interval of, boolean sure, long cases) {
    boolean beyond =
        threshold.measure().atLeast()
            ? of.value() < threshold.limit()
            : of.value() > threshold.limit();
    State state = beyond ? (sure ? State.BROKEN : State.DOUBT) : State.HELD;
    return new Finding(
        threshold, state, of.value(), of.low(), of.high(), cases, now.month().toString());
  }

  private Finding few(Threshold threshold, long cases) {
    return new Finding(
        threshold, State.FEW, Double.NaN, Double.NaN, Double.NaN, cases, now.month().toString());
  }
}
