package eu.trama.city.algorithms.monitoring.figures;

import java.util.ArrayList;
import java.util.List;

/// How far a population has moved from a reference: the population stability index, that is Σ (a −
/// r) ln(a / r) over bins with the shares r then and a now. It is the symmetric divergence of
/// Jeffreys and of Kullback and Leibler (1951, Annals of Mathematical Statistics 22:79). The usual
/// reading is less than 0.1 stable, more than 0.25 moved (Siddiqi 2006, Credit Risk Scorecards).
///
/// Bins are at most ten, each with about a tenth of the reference, joined from the fine ones: an
/// index over more bins is greater by chance. Half a case is added to each bin, so that an empty
/// one counts and does not make it infinite. By chance alone it is about (1/n + 1/m)(B − 1) in the
/// mean (Yurdakul 2018, Statistical Properties of the Population Stability Index).
public final class StabilityIndex {

  private static final int BINS = 10;
  private static final double HALF = 0.5;

  private StabilityIndex() {}

  /// @throws IllegalArgumentException where bins differ or one side has no cases
  public static double of(Histogram reference, Histogram now) {
    reference.requireComparable(now);
    List<Integer> ends = ends(reference);
    return over(joined(reference, ends), joined(now, ends));
  }

  /// What it would be in the mean if nothing had moved.
  public static double byChance(Histogram reference, Histogram now) {
    reference.requireComparable(now);
    return (1.0 / reference.cases() + 1.0 / now.cases()) * (ends(reference).size() - 1);
  }

  /// Over these very bins.
  static double over(List<Long> reference, List<Long> now) {
    double then = sum(reference) + HALF * reference.size();
    double today = sum(now) + HALF * now.size();
    double index = 0;
    for (int i = 0; i < reference.size(); i++) {
      double r = (reference.get(i) + HALF) / then;
      double a = (now.get(i) + HALF) / today;
      index += (a - r) * Math.log(a / r);
    }
    return index;
  }

  /// The last fine bin of each joined one.
  private static List<Integer> ends(Histogram reference) {
    var ends = new ArrayList<Integer>();
    double[] shares = reference.cumulated();
    double last = 0;
    for (int i = 0; i < shares.length - 1; i++) {
      boolean enough = shares[i] - last >= 1.0 / BINS - 1e-12;
      boolean remains = 1 - shares[i] >= 1.0 / BINS - 1e-12;
      if (enough && remains) {
        ends.add(i);
        last = shares[i];
      }
    }
    ends.add(shares.length - 1);
    return ends;
  }

  private static List<Long> joined(Histogram fine, List<Integer> ends) {
    var joined = new ArrayList<Long>();
    int from = 0;
    for (int end : ends) {
      joined.add(sum(fine.counts().subList(from, end + 1)));
      from = end + 1;
    }
    return joined;
  }

  private static long sum(List<Long> counts) {
    return counts.stream().mapToLong(Long::longValue).sum();
  }
}
