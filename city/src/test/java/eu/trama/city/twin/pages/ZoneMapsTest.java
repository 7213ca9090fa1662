package eu.trama.city.twin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.web.chart.Breaks;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZoneMapsTest {

  @Test
  void theMiddleClassOfADifferenceHoldsOnlyWhatDoesNotChange() {
    Breaks breaks = ZoneMaps.aroundZero(List.of(0.0, 0.0, 3.0, -40.0, 512.0));
    assertThat(breaks.limits()).containsExactly(-520.0, -40.0, -3.0, -1.5, 1.5, 3.0, 40.0, 520.0);
    assertThat(breaks.classOf(0)).isEqualTo(3);
    assertThat(breaks.classOf(3)).isEqualTo(4);
    assertThat(breaks.classOf(-39)).isEqualTo(1);
  }

  @Test
  void nothingChangesAnywhere() {
    assertThat(ZoneMaps.aroundZero(List.of(0.0, 0.0)).classes()).isEqualTo(1);
  }
}
