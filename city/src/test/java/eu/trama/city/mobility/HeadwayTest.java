package eu.trama.city.mobility;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadwayTest {

  @Test
  void readsDayTimesAndSeconds() {
    assertThat(Headway.read("weekday 07:00-09:30/240"))
        .contains(new Headway(Headway.Day.WEEKDAY, 25_200, 34_200, 240));
  }

  @Test
  void hoursGoOnCountingAfterMidnight() {
    assertThat(Headway.read("saturday 22:00-26:00/600").orElseThrow().to()).isEqualTo(93_600);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "weekday",
        "monday 07:00-09:00/240",
        "weekday 7:00-09:00/240",
        "weekday 09:00-07:00/240",
        "weekday 07:00-09:00/0",
        "weekday 07:00-09:00/99999",
        "weekday 07:00-99:00/240",
        "weekday 07:00-09:00/240 "
      })
  void refusesWhatIsNotAHeadway(String text) {
    assertThat(Headway.read(text)).isEmpty();
  }
}
