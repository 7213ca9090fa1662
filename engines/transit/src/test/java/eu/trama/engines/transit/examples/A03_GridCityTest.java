package eu.trama.engines.transit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.engines.transit.geo.Places;
import eu.trama.engines.transit.lines.Departures;
import eu.trama.engines.transit.lines.FrequencyLine;
import eu.trama.engines.transit.lines.Headway;
import eu.trama.engines.transit.lines.LineStop;
import eu.trama.engines.transit.search.Catchment;
import eu.trama.engines.transit.search.DepartureWindow;
import eu.trama.engines.transit.search.ReachPlan;
import eu.trama.engines.transit.search.ReachSearch;
import eu.trama.engines.transit.search.SearchLimits;
import eu.trama.engines.transit.search.TravelTimes;
import eu.trama.engines.transit.timetable.ServiceDay;
import eu.trama.engines.transit.timetable.ServiceDay.TransferRules;
import eu.trama.engines.transit.timetable.Timetable;
import eu.trama.engines.transit.timetable.TimetableComposer;
import eu.trama.engines.transit.walking.StraightLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A03: a city of seven streets and seven avenues, each with a bus both ways at one headway. From a
/// corner to another the answer is derived on paper: wait for the first bus, ride, change where
/// street and avenue cross, wait, ride. Of the two ways round (street first or avenue first) the
/// earlier wins, and no way with more rides can beat both, for every detour runs over the same
/// blocks with one more wait. (With `n` blocks along and `m` across, either way rides n + m
/// blocks.)
class A03_GridCityTest {
  private static final int SIZE = 7;
  private static final int BLOCK_SECONDS = 90;
  private static final int HEADWAY = 420;

  @Test
  void ridesAlongAndAcross() throws InterruptedException {
    Timetable timetable =
        TimetableComposer.compose(
                new ServiceDay(
                    List.of(), lines(), List.of(), new TransferRules(StraightLine.usual(), 60, 0)))
            .timetable();
    SearchLimits limits = new SearchLimits(2, 60, 60, 60, 7200);
    Catchment catchment = new Catchment(timetable, StraightLine.usual(), corners(), limits);
    DepartureWindow window = DepartureWindow.everyMinute(8 * 3600, 9 * 3600);
    ReachSearch search = new ReachSearch(new ReachPlan(catchment, window));
    for (int from = 0; from < SIZE * SIZE; from += 8) {
      TravelTimes times = search.from(latitude(from), longitude(from));
      for (int to = 0; to < SIZE * SIZE; to++) {
        for (int d = 0; d < window.count(); d++) {
          int departure = window.departure(d);
          assertThat(departure + times.seconds(to, d))
              .as("from %d to %d at %d", from, to, departure)
              .isEqualTo(onPaper(from, to, departure));
        }
      }
    }
  }

  private static int onPaper(int from, int to, int time) {
    int streetFirst = from / SIZE * SIZE + to % SIZE;
    int avenueFirst = to / SIZE * SIZE + from % SIZE;
    return Math.min(
        along(avenueOf(to), streetFirst, to, along(streetOf(from), from, streetFirst, time)),
        along(streetOf(to), avenueFirst, to, along(avenueOf(from), from, avenueFirst, time)));
  }

  /// Arrival with the next bus of a line from one of its corners to another.
  private static int along(String line, int from, int to, int time) {
    if (from == to) {
      return time;
    }
    boolean street = line.startsWith("street");
    int a = street ? from % SIZE : from / SIZE;
    int b = street ? to % SIZE : to / SIZE;
    boolean forward = a < b;
    int phase = (int) ((HEADWAY * Departures.phase(line + (forward ? "/0" : "/1"))) >>> 32);
    int passes = phase + (forward ? a : SIZE - 1 - a) * BLOCK_SECONDS;
    int wait = Math.floorMod(passes - time, HEADWAY);
    return time + wait + Math.abs(a - b) * BLOCK_SECONDS;
  }

  private static String streetOf(int corner) {
    return "street" + corner / SIZE;
  }

  private static String avenueOf(int corner) {
    return "avenue" + corner % SIZE;
  }

  private static List<FrequencyLine> lines() {
    List<FrequencyLine> lines = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      List<LineStop> street = new ArrayList<>();
      List<LineStop> avenue = new ArrayList<>();
      for (int j = 0; j < SIZE; j++) {
        street.add(stop(i * SIZE + j));
        avenue.add(stop(j * SIZE + i));
      }
      lines.add(line("street" + i, street));
      lines.add(line("avenue" + i, avenue));
    }
    return lines;
  }

  private static FrequencyLine line(String id, List<LineStop> stops) {
    return new FrequencyLine(
        id,
        id,
        stops,
        Collections.nCopies(SIZE - 1, BLOCK_SECONDS),
        0,
        true,
        List.of(new Headway(0, 86_400, HEADWAY)));
  }

  private static LineStop stop(int corner) {
    return new LineStop("c" + corner, "", latitude(corner), longitude(corner));
  }

  private static Places corners() {
    double[] latitudes = new double[SIZE * SIZE];
    double[] longitudes = new double[SIZE * SIZE];
    for (int corner = 0; corner < SIZE * SIZE; corner++) {
      latitudes[corner] = latitude(corner);
      longitudes[corner] = longitude(corner);
    }
    return new Places(latitudes, longitudes);
  }

  private static double latitude(int corner) {
    int row = corner / SIZE;
    return row * 0.005;
  }

  private static double longitude(int corner) {
    return corner % SIZE * 0.005;
  }
}
