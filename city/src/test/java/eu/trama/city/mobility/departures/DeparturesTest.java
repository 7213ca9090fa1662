package eu.trama.city.mobility.departures;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.mobility.departures.Departures.Departure;
import eu.trama.engines.transit.lines.FrequencyLine;
import eu.trama.engines.transit.lines.Headway;
import eu.trama.engines.transit.lines.LineStop;
import eu.trama.engines.transit.timetable.ServiceDay;
import eu.trama.engines.transit.timetable.ServiceDay.TransferRules;
import eu.trama.engines.transit.timetable.Timetable;
import eu.trama.engines.transit.timetable.TimetableComposer;
import eu.trama.engines.transit.walking.StraightLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeparturesTest {

  /// Every 10 minutes from A by B to C, and back.
  private static final Timetable LINE =
      timetable(List.of(line("L", List.of(0, 1, 2), true, 21_600, 25_200, 600)));

  private static FrequencyLine line(
      String id, List<Integer> stops, boolean both, int from, int to, int every) {
    var along =
        stops.stream().map(i -> new LineStop("s" + i, "Stop " + i, 41 + i / 100.0, 2)).toList();
    var runs = stops.stream().skip(1).map(_ -> 120).toList();
    return new FrequencyLine(
        id, "Line " + id, along, runs, 0, both, List.of(new Headway(from, to, every)));
  }

  private static Timetable timetable(List<FrequencyLine> lines) {
    var walking = new StraightLine(1.33, StraightLine.USUAL_DETOUR);
    return TimetableComposer.compose(
            new ServiceDay(List.of(), lines, List.of(), new TransferRules(walking, 0, 0)))
        .timetable();
  }

  @Test
  void showsBothDirectionsInTheOrderOfTime() {
    int b = LINE.stopOf("s1");
    List<Departure> next = Departures.next(LINE, List.of(b), 21_600, 100);
    assertThat(next).extracting(Departure::towards).contains("Stop 0", "Stop 2");
    assertThat(next).extracting(Departure::seconds).isSorted();
    assertThat(next).hasSize(12);
  }

  @Test
  void nothingLeavesWhereTheTripEnds() {
    int c = LINE.stopOf("s2");
    assertThat(Departures.next(LINE, List.of(c), 0, 100))
        .extracting(Departure::towards)
        .containsOnly("Stop 0");
  }

  @Test
  void startsAtTheSecondAskedFor() {
    int a = LINE.stopOf("s0");
    int first = Departures.next(LINE, List.of(a), 0, 1).getFirst().seconds();
    assertThat(Departures.next(LINE, List.of(a), first, 1).getFirst().seconds()).isEqualTo(first);
    assertThat(Departures.next(LINE, List.of(a), first + 1, 1).getFirst().seconds())
        .isEqualTo(first + 600);
  }

  /// The witness looks at every call of every trip.
  @Test
  void findsWhatLookingAtEveryCallFinds() {
    var random = new Random(5);
    for (int round = 0; round < 200; round++) {
      var lines = new ArrayList<FrequencyLine>();
      for (int i = 0; i <= random.nextInt(4); i++) {
        var stops = random.ints(0, 6).distinct().limit(3).boxed().toList();
        int from = random.nextInt(80_000);
        int to = from + 1 + random.nextInt(7_000);
        lines.add(line("L" + i, stops, random.nextBoolean(), from, to, 60 + random.nextInt(900)));
      }
      Timetable timetable = timetable(lines);
      List<Integer> stops =
          random.ints(0, timetable.stopCount()).distinct().limit(2).boxed().toList();
      int from = random.nextInt(90_000);
      int most = 1 + random.nextInt(30);
      assertThat(Departures.next(timetable, stops, from, most).stream().map(Departure::seconds))
          .as("round %d", round)
          .containsExactlyElementsOf(scan(timetable, stops, from, most));
    }
  }

  private static List<Integer> scan(Timetable timetable, List<Integer> stops, int from, int most) {
    var seconds = new ArrayList<Integer>();
    for (int pattern = 0; pattern < timetable.patternCount(); pattern++) {
      for (int position = 0; position < timetable.length(pattern) - 1; position++) {
        for (int trip = 0; trip < timetable.tripCount(pattern); trip++) {
          int at = timetable.departure(pattern, trip, position);
          if (stops.contains(timetable.stop(pattern, position))
              && timetable.boards(pattern, position)
              && at >= from) {
            seconds.add(at);
          }
        }
      }
    }
    return seconds.stream().sorted().limit(most).toList();
  }
}
