package eu.trama.city.web.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BreaksTest {

  private static final double NAN = Double.NaN;

  @Test
  void quantilesPutAsManyValuesInEachClass() {
    var breaks = Breaks.quantile(List.of(9.0, 1.0, 2.0, 3.0, 100.0, 5.0, 4.0, 8.0), 4);
    assertThat(counts(breaks, List.of(1.0, 2.0, 3.0, 4.0, 5.0, 8.0, 9.0, 100.0)))
        .containsExactly(2, 2, 2, 2);
  }

  @Test
  void tiesMakeFewerClassesAndNeverAnEmptyLimit() {
    assertThat(Breaks.quantile(List.of(0.0, 0.0, 0.0, 0.0, 7.0), 4).limits())
        .containsExactly(0.0, 7.0);
    assertThat(Breaks.quantile(List.of(3.0, 3.0), 5).classOf(3)).isZero();
  }

  @Test
  void equalClassesHaveTheSameWidth() {
    assertThat(Breaks.equal(List.of(0.0, 10.0, NAN, 2.0), 5).limits())
        .containsExactly(0.0, 2.0, 4.0, 6.0, 8.0, 10.0);
  }

  @Test
  void differencesMirrorEachOtherAroundNothing() {
    var breaks = Breaks.symmetric(List.of(-3.0, 12.0, 0.4), 5);
    assertThat(breaks.limits()).containsExactly(-12.5, -7.5, -2.5, 2.5, 7.5, 12.5);
    assertThat(breaks.classOf(0)).isEqualTo(2);
    assertThat(breaks.classOf(-3)).isEqualTo(1);
    assertThat(breaks.classOf(12)).isEqualTo(4);
  }

  @Test
  void nothingButNoughtsStillHasAMiddle() {
    assertThat(Breaks.symmetric(List.of(0.0, 0.0), 3).limits())
        .containsExactly(-3.0, -1.0, 1.0, 3.0);
  }

  @Test
  void noDataHasNoClass() {
    var breaks = Breaks.equal(List.of(0.0, 1.0), 2);
    assertThat(breaks.classOf(NAN)).isEqualTo(Breaks.NO_DATA);
    assertThat(breaks.classOf(Double.POSITIVE_INFINITY)).isEqualTo(Breaks.NO_DATA);
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> Breaks.quantile(List.of(NAN), 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Breaks.symmetric(List.of(1.0), 4))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Breaks(List.of(1.0, 1.0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  static List<Random> seeds() {
    return IntStream.range(0, 60).mapToObj(Random::new).toList();
  }

  /// Whatever the values: each stands within the limits of its class, and classes keep the order.
  @ParameterizedTest
  @MethodSource("seeds")
  void everyValueStandsWithinItsClass(Random random) {
    var values = new ArrayList<Double>();
    int size = 1 + random.nextInt(80);
    for (int i = 0; i < size; i++) {
      values.add(random.nextBoolean() ? random.nextInt(5) - 2.0 : random.nextGaussian() * 1e3);
    }
    int classes = 1 + 2 * random.nextInt(4);
    for (var breaks :
        List.of(
            Breaks.quantile(values, classes),
            Breaks.equal(values, classes),
            Breaks.symmetric(values, classes))) {
      assertThat(breaks.classes()).isBetween(1, classes);
      for (double value : values) {
        int c = breaks.classOf(value);
        double low = breaks.limits().get(c);
        double high = breaks.limits().get(c + 1);
        assertThat(value > low || (c == 0 && value == low)).isTrue();
        assertThat(value).isLessThanOrEqualTo(high);
      }
    }
  }

  @Test
  void anAxisHasRoundTicksAroundItsValues() {
    var axis = Axis.over(-90, 195, 4);
    assertThat(axis.ticks()).containsExactly(-100.0, 0.0, 100.0, 200.0);
    assertThat(axis.at(50, 0, 300)).isCloseTo(150, within(1e-9));
    assertThat(Axis.over(0.11, 0.14, 3).decimals()).isEqualTo(2);
    assertThat(Axis.over(5, 5, 4).ticks()).hasSizeGreaterThan(1);
  }

  @Test
  void aHistogramLosesNobody() {
    var histogram = Histogram.of("h", "title", "x", "y", List.of(0.0, 1.0, 2.0, 2.0, 4.0, NAN), 4);
    assertThat(histogram.values().ticks()).containsExactly(0.0, 1.0, 2.0, 3.0, 4.0);
    assertThat(histogram.counts()).containsExactly(1, 1, 2, 1);
  }

  @Test
  void theFifthsOfAScatterPlotAreMeansInOrder() {
    var dots = IntStream.range(0, 10).mapToObj(i -> new ScatterPlot.Dot("", 9 - i, i)).toList();
    var fifths = new ScatterPlot("s", "title", "x", "y", dots).fifths();
    assertThat(fifths).hasSize(5);
    assertThat(fifths.getFirst()).isEqualTo(new ScatterPlot.Mean(0.5, 8.5, 2));
    assertThat(new ScatterPlot("s", "t", "x", "y", dots.subList(0, 4)).fifths()).isEmpty();
  }

  @Test
  void barsBelowNothingReachToTheLeft() {
    var less = new BarChart.Bar("less", -25, "−25", "");
    var more = new BarChart.Bar("more", 75, "+75", "");
    var chart = new BarChart("b", "title", List.of(less, more));
    assertThat(chart.zero()).isEqualTo(25);
    assertThat(chart.start(less)).isZero();
    assertThat(chart.length(less)).isEqualTo(25);
    assertThat(chart.start(more)).isEqualTo(25);
    assertThat(chart.length(more)).isEqualTo(75);
  }

  private static List<Integer> counts(Breaks breaks, List<Double> values) {
    return IntStream.range(0, breaks.classes())
        .mapToObj(c -> (int) values.stream().filter(v -> breaks.classOf(v) == c).count())
        .toList();
  }
}
