package eu.trama.engines.transit.examples;

import eu.trama.engines.transit.geo.Places;
import eu.trama.engines.transit.lines.FrequencyLine;
import eu.trama.engines.transit.lines.Headway;
import eu.trama.engines.transit.lines.LineStop;
import eu.trama.engines.transit.search.Catchment;
import eu.trama.engines.transit.search.DepartureWindow;
import eu.trama.engines.transit.search.ReachPlan;
import eu.trama.engines.transit.search.ReachSearch;
import eu.trama.engines.transit.search.SearchLimits;
import eu.trama.engines.transit.search.TravelTimes;
import eu.trama.engines.transit.timetable.Change;
import eu.trama.engines.transit.timetable.ServiceDay;
import eu.trama.engines.transit.timetable.ServiceDay.TransferRules;
import eu.trama.engines.transit.timetable.Timetable;
import eu.trama.engines.transit.timetable.TimetableComposer;
import eu.trama.engines.transit.walking.StraightLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A town on the equator along one meridian: stop `i` lies `i` hundredths of a degree north, some
/// 1,106 m from the next, too far to walk in the five minutes these examples allow.
final class OneLineTown {
  static final SearchLimits LIMITS = new SearchLimits(3, 300, 300, 300, 7200);

  private OneLineTown() {}

  static LineStop stop(int i) {
    return new LineStop("s" + i, "Stop " + i, i * 0.01, 0);
  }

  /// A line that runs a minute between stops, without dwell, one way, all day.
  static FrequencyLine line(String id, int headway, int... stops) {
    List<LineStop> list = new ArrayList<>();
    for (int stop : stops) {
      list.add(stop(stop));
    }
    return new FrequencyLine(
        id,
        id,
        list,
        Collections.nCopies(stops.length - 1, 60),
        0,
        false,
        List.of(new Headway(0, 86_400, headway)));
  }

  static Timetable timetable(List<FrequencyLine> lines, Change... changes) {
    TransferRules transfers = new TransferRules(StraightLine.usual(), 300, 0);
    return TimetableComposer.compose(new ServiceDay(List.of(), lines, List.of(changes), transfers))
        .timetable();
  }

  /// Travel times from stop 0 to the other stops, at each minute of an hour from 08:00.
  static TravelTimes fromFirst(Timetable timetable, int stops) throws InterruptedException {
    double[] latitudes = new double[stops];
    for (int i = 0; i < stops; i++) {
      latitudes[i] = i * 0.01;
    }
    Places places = new Places(latitudes, new double[stops]);
    Catchment catchment = new Catchment(timetable, StraightLine.usual(), places, LIMITS);
    return new ReachSearch(
            new ReachPlan(catchment, DepartureWindow.everyMinute(8 * 3600, 9 * 3600)))
        .from(0, 0);
  }
}
