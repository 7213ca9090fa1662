package eu.trama.city.algorithms.monitoring.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Figures against values that others have published, against slower ways to the same, and by
/// properties over seeded draws.
class FiguresTest {

  private static final Offset<Double> PRINTED = within(0.00005);

  /// Newcombe 1998, Statistics in Medicine 17:857, table I, method 3 (Wilson's score).
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    " 0,  20, 0.0000, 0.1611",
    " 1,  29, 0.0061, 0.1718"
  })
  void wilsonAsPublished(long hits, long cases, double low, double high) {
    var interval = new Share(hits, cases).interval();
    assertThat(interval.low()).isCloseTo(low, PRINTED);
    assertThat(interval.high()).isCloseTo(high, PRINTED);
  }

  /// Newcombe 1998, Statistics in Medicine 17:873, table II, method 10.
  @ParameterizedTest
  @CsvSource({
    "56, 70, 48, 80,  0.0524, 0.3339",
    " 9, 10,  3, 10,  0.1705, 0.8090",
    " 6,  7,  2,  7,  0.0582, 0.8062",
    " 5, 56,  0, 29, -0.0381, 0.1926",
    " 0, 10,  0, 20, -0.1611, 0.2775",
    "10, 10,  0, 20,  0.6791, 1.0000"
  })
  void differenceAsPublished(long a, long m, long b, long n, double low, double high) {
    var interval = new Share(a, m).minus(new Share(b, n));
    assertThat(interval.low()).isCloseTo(low, PRINTED);
    assertThat(interval.high()).isCloseTo(high, PRINTED);
  }

  /// Physicians' Health Study as in Agresti 2013, Categorical Data Analysis, 3.1: 1.82 (1.43,
  /// 2.31).
  @Test
  void ratioAsPublished() {
    var ratio = new Share(189, 11_034).over(new Share(104, 11_037));
    assertThat(ratio.value()).isCloseTo(1.82, within(0.005));
    assertThat(ratio.low()).isCloseTo(1.43, within(0.005));
    assertThat(ratio.high()).isCloseTo(2.31, within(0.005));
  }

  /// The bounds of Wilson's interval are the shares that a score test would just not reject: found
  /// here by halving.
  @Test
  void wilsonIsWhatTheScoreTestDoesNotReject() {
    var random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      long cases = 1 + random.nextLong(500);
      long hits = random.nextLong(cases + 1);
      double p = (double) hits / cases;
      DoubleUnaryOperator beyond =
          q -> (p - q) * (p - q) - Interval.Z * Interval.Z * q * (1 - q) / cases;
      var interval = new Share(hits, cases).interval();
      assertThat(interval.low()).isCloseTo(hits == 0 ? 0 : root(beyond, 0, p), within(1e-9));
      assertThat(interval.high()).isCloseTo(hits == cases ? 1 : root(beyond, 1, p), within(1e-9));
    }
  }

  private static double root(DoubleUnaryOperator of, double outside, double inside) {
    double out = outside;
    double in = inside;
    for (int i = 0; i < 200; i++) {
      double middle = (out + in) / 2;
      if (of.applyAsDouble(middle) > 0) {
        out = middle;
      } else {
        in = middle;
      }
    }
    return in;
  }

  /// Of many intervals about 95 of 100 hold what is true.
  @Test
  void intervalsCoverWhatIsTrue() {
    var random = new Random(8);
    int draws = 4_000;
    int share = 0;
    int difference = 0;
    int ratio = 0;
    for (int i = 0; i < draws; i++) {
      double p = 0.1 + 0.8 * random.nextDouble();
      double q = 0.1 + 0.8 * random.nextDouble();
      var a = draw(random, p, 80);
      var b = draw(random, q, 120);
      share += holds(a.interval(), p);
      difference += holds(a.minus(b), p - q);
      ratio += holds(a.over(b), p / q);
    }
    assertThat((double) share / draws).isBetween(0.935, 0.965);
    assertThat((double) difference / draws).isBetween(0.935, 0.965);
    assertThat((double) ratio / draws).isBetween(0.935, 0.97);
  }

  private static int holds(Interval interval, double value) {
    return interval.low() <= value && value <= interval.high() ? 1 : 0;
  }

  private static Share draw(Random random, double p, int cases) {
    return new Share(random.doubles(cases).filter(d -> d < p).count(), cases);
  }

  @Test
  void figuresOfNobodyAndOfEverybodyStayWithinBounds() {
    for (long hits : List.of(0L, 1L, 20L)) {
      for (long other : List.of(0L, 1L, 20L)) {
        var ratio = new Share(hits, 20).over(new Share(other, 20));
        assertThat(ratio.low()).isNotNegative();
        assertThat(ratio.high()).isFinite();
        var difference = new Share(hits, 20).minus(new Share(other, 20));
        assertThat(difference.low()).isGreaterThanOrEqualTo(-1 - 1e-12);
        assertThat(difference.high()).isLessThanOrEqualTo(1 + 1e-12);
      }
    }
    assertThatThrownBy(() -> new Share(3, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Share(0, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  /// Smirnov 1948, table of the limit distribution, and its usual critical values.
  @ParameterizedTest
  @CsvSource({
    "0.50, 0.963945", "0.80, 0.544142", "1.00, 0.270000", "1.20, 0.112250", "1.50, 0.022218",
    "2.00, 0.000671", "1.2238, 0.10", "1.3581, 0.05", "1.6276, 0.01", "1.9495, 0.001"
  })
  void limitDistributionAsPublished(double lambda, double beyond) {
    assertThat(KolmogorovSmirnov.beyond(lambda)).isCloseTo(beyond, within(0.00003));
  }

  /// Both series say the same wherever both converge, so that nothing leaps where one takes over.
  @Test
  void bothSeriesAgree() {
    double before = 1;
    for (double lambda = 0.01; lambda < 4; lambda += 0.001) {
      double now = KolmogorovSmirnov.beyond(lambda);
      assertThat(now).isLessThanOrEqualTo(before + 1e-12).isBetween(0.0, 1.0);
      if (lambda > 0.4) {
        double sum = 0;
        for (int k = 400; k >= 1; k--) {
          sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * lambda * lambda);
        }
        assertThat(now).isCloseTo(sum, within(1e-9));
      }
      before = now;
    }
    assertThat(KolmogorovSmirnov.beyond(0)).isEqualTo(1);
  }

  /// Over all pairs of values, by counting: on bins it is at most that, and equal with a bin for
  /// each value.
  @Test
  void binsGiveALowerBoundOfTheDistance() {
    var random = new Random(5);
    for (int i = 0; i < 300; i++) {
      int[] then = random.ints(20 + random.nextInt(80), 0, 60).toArray();
      int[] now = random.ints(20 + random.nextInt(80), random.nextInt(30), 60).toArray();
      double naive = 0;
      for (int x = 0; x < 60; x++) {
        naive = Math.max(naive, Math.abs(upTo(then, x) - upTo(now, x)));
      }
      var fine = KolmogorovSmirnov.of(bins(then, 1), bins(now, 1));
      assertThat(fine.distance()).isCloseTo(naive, within(1e-12));
      var coarse = KolmogorovSmirnov.of(bins(then, 7), bins(now, 7));
      assertThat(coarse.distance()).isLessThanOrEqualTo(naive + 1e-12);
      assertThat(coarse.probability()).isGreaterThanOrEqualTo(fine.probability() - 1e-12);
    }
  }

  private static double upTo(int[] values, int x) {
    int count = 0;
    for (int value : values) {
      count += value <= x ? 1 : 0;
    }
    return (double) count / values.length;
  }

  private static Histogram bins(int[] values, int width) {
    var counts = new ArrayList<Long>();
    for (int bin = 0; bin <= 60 / width; bin++) {
      counts.add(0L);
    }
    for (int value : values) {
      counts.set(value / width, counts.get(value / width) + 1);
    }
    return new Histogram(counts);
  }

  /// What chance makes of two draws from one population exceeds the p-value that is said about as
  /// often as it says.
  @Test
  void chanceIsAsRareAsItSays() {
    var random = new Random(21);
    int rare = 0;
    int draws = 2_000;
    for (int i = 0; i < draws; i++) {
      var one = bins(random.ints(300, 0, 60).toArray(), 1);
      var other = bins(random.ints(300, 0, 60).toArray(), 1);
      rare += KolmogorovSmirnov.of(one, other).probability() < 0.05 ? 1 : 0;
    }
    // Values are tied, and so it is said a little less often than five in a hundred.
    assertThat((double) rare / draws).isBetween(0.02, 0.055);
  }

  /// 0.1 ln 1.2 - 0.1 ln 0.8, by hand, with half a case in each of two large bins.
  @Test
  void indexByHand() {
    var then = List.of(5_000_000L, 5_000_000L);
    var now = List.of(6_000_000L, 4_000_000L);
    assertThat(StabilityIndex.over(then, now)).isCloseTo(0.040547, within(1e-6));
    assertThat(StabilityIndex.over(now, then)).isCloseTo(0.040547, within(1e-6));
    assertThat(StabilityIndex.over(then, then)).isZero();
  }

  /// Written anew from its definition, over bins joined by hand: 400 cases, evenly over 40 bins,
  /// are ten bins of four.
  @Test
  void indexOverTenthsOfTheReference() {
    var then = new ArrayList<Long>();
    var now = new ArrayList<Long>();
    var random = new Random(2);
    for (int i = 0; i < 40; i++) {
      then.add(10L);
      now.add((long) random.nextInt(25));
    }
    double cases = now.stream().mapToLong(Long::longValue).sum() + 5.0;
    double expected = 0;
    for (int i = 0; i < 10; i++) {
      long joined = now.subList(4 * i, 4 * i + 4).stream().mapToLong(Long::longValue).sum();
      double r = 40.5 / 405;
      double a = (joined + 0.5) / cases;
      expected += (a - r) * Math.log(a / r);
    }
    assertThat(StabilityIndex.of(new Histogram(then), new Histogram(now)))
        .isCloseTo(expected, within(1e-12));
  }

  /// Never negative, nought for the same; by chance alone about what Yurdakul says.
  @Test
  void indexByChance() {
    var random = new Random(13);
    double sum = 0;
    double said = 0;
    for (int i = 0; i < 600; i++) {
      var one = bins(random.ints(500, 0, 60).toArray(), 1);
      var other = bins(random.ints(400, 0, 60).toArray(), 1);
      double index = StabilityIndex.of(one, other);
      assertThat(index).isNotNegative();
      assertThat(StabilityIndex.of(one, one)).isCloseTo(0, within(1e-12));
      sum += index;
      said += StabilityIndex.byChance(one, other);
    }
    assertThat(sum / said).isBetween(0.9, 1.1);
  }

  @Test
  void otherBinsAreNotCompared() {
    var two = new Histogram(List.of(1L, 2L));
    assertThatThrownBy(() -> KolmogorovSmirnov.of(two, new Histogram(List.of(1L))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> StabilityIndex.of(two, new Histogram(List.of(0L, 0L))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Histogram(List.of(-1L)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
