package eu.trama.engines.transit.examples;

import static eu.trama.engines.transit.examples.OneLineTown.fromFirst;
import static eu.trama.engines.transit.examples.OneLineTown.line;
import static eu.trama.engines.transit.examples.OneLineTown.timetable;
import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.engines.transit.lines.Departures;
import eu.trama.engines.transit.search.TravelTimes;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A01: one line from stop 0 to stop 2. The wait depends on the minute of departure, the ride takes
/// a minute a stop.
class A01_OneLineTest {
  @Test
  void waitsForTheNextDepartureAndRides() throws InterruptedException {
    TravelTimes times = fromFirst(timetable(List.of(line("L", 600, 0, 1, 2))), 3);
    int phase = (int) ((600 * Departures.phase("L/0")) >>> 32);
    for (int minute = 0; minute < 60; minute++) {
      int wait = Math.floorMod(phase - minute * 60, 600);
      assertThat(times.seconds(1, minute)).isEqualTo(wait + 60);
      assertThat(times.seconds(2, minute)).isEqualTo(wait + 120);
    }
  }

  @Test
  void standsStillInNoTime() throws InterruptedException {
    TravelTimes times = fromFirst(timetable(List.of(line("L", 600, 0, 1, 2))), 3);
    assertThat(times.percentile(100).seconds(0)).isZero();
  }

  @Test
  void doesNotRideAgainstTheLine() throws InterruptedException {
    TravelTimes times = fromFirst(timetable(List.of(line("L", 600, 2, 1, 0))), 3);
    assertThat(times.percentile(1).seconds(1)).isEqualTo(TravelTimes.UNREACHED);
    assertThat(times.percentile(100).count(7200)).isEqualTo(1);
  }
}
