package eu.trama.city.algorithms.monitoring.figures;

/// So many of so many.
///
/// Intervals of 95 %: of a share by Wilson's score (Wilson 1927, JASA 22:209; recommended for few
/// cases by Brown, Cai and DasGupta 2001, Statistical Science 16:101); of a difference by
/// Newcombe's hybrid of two such (Newcombe 1998, Statistics in Medicine 17:873, method 10); of a
/// ratio by the logarithm (Katz et al. 1978, Biometrics 34:469), where a count of nought makes it
/// add half a case to each (Walter 1975, Biometrika 62:371). They take each case as drawn on its
/// own.
///
/// @param hits from 0 to `cases`
/// @param cases from 1
public record Share(long hits, long cases) {

  private static final double HALF = 0.5;

  public Share {
    if (hits < 0 || cases < 1 || hits > cases) {
      throw new IllegalArgumentException(hits + " of " + cases);
    }
  }

  public double value() {
    return (double) hits / cases;
  }

  public Interval interval() {
    double p = value();
    double zz = Interval.Z * Interval.Z;
    double middle = (p + zz / (2 * cases)) / (1 + zz / cases);
    double half =
        Interval.Z / (1 + zz / cases) * Math.sqrt(p * (1 - p) / cases + zz / (4.0 * cases * cases));
    return Interval.around(p, Math.max(0, middle - half), Math.min(1, middle + half));
  }

  /// How much greater this share is than the other: from -1 to 1.
  public Interval minus(Share other) {
    Interval a = interval();
    Interval b = other.interval();
    double difference = value() - other.value();
    double below = Math.hypot(value() - a.low(), b.high() - other.value());
    double above = Math.hypot(a.high() - value(), other.value() - b.low());
    return Interval.around(difference, difference - below, difference + above);
  }

  /// This share as a part of the other, which the law on work of the United States calls the
  /// adverse impact ratio (29 CFR 1607.4 D), a figure for comparison and not a limit of European
  /// law.
  ///
  /// @return from 0 up; unbounded above where the other has no hits
  public Interval over(Share other) {
    boolean nought = hits == 0 || other.hits == 0;
    double add = nought ? HALF : 0;
    double mine = (hits + add) / (cases + add);
    double theirs = (other.hits + add) / (other.cases + add);
    double deviation =
        Math.sqrt(
            1 / (hits + add)
                - 1 / (cases + add)
                + 1 / (other.hits + add)
                - 1 / (other.cases + add));
    double middle = mine / theirs;
    double factor = Math.exp(Interval.Z * deviation);
    double value = other.hits == 0 ? middle : value() / other.value();
    return Interval.around(value, hits == 0 ? 0 : middle / factor, middle * factor);
  }
}
