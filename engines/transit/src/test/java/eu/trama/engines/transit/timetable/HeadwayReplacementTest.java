package eu.trama.engines.transit.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.engines.transit.findings.Finding;
import eu.trama.engines.transit.gtfs.Feed;
import eu.trama.engines.transit.gtfs.GtfsReader;
import eu.trama.engines.transit.gtfs.ReadOptions;
import eu.trama.engines.transit.lines.Departures;
import eu.trama.engines.transit.lines.Headway;
import eu.trama.engines.transit.timetable.ServiceDay.NamedFeed;
import eu.trama.engines.transit.timetable.ServiceDay.TransferRules;
import eu.trama.engines.transit.walking.StraightLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A route with two directions: a to c three times (once only from b), c to a once. Put on a
/// headway of ten minutes it keeps its stops and its median times.
class HeadwayReplacementTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 3);
  private static final Headway TEN_MINUTES = new Headway(8 * 3600, 10 * 3600, 600);

  @TempDir private Path folder = Path.of("");

  @Test
  void keepsPatternsInTheirSharesWithMedianTimes() throws Exception {
    Composition composed = compose(new Change.SetHeadway("f:r", List.of(TEN_MINUTES)));
    assertThat(composed.findings()).isEmpty();
    Map<String, List<int[]>> byStops = trips(composed.timetable());
    assertThat(byStops).containsOnlyKeys("abc", "bc", "cba");
    int[] there = Departures.of("f:r/0", List.of(TEN_MINUTES));
    int[] back = Departures.of("f:r/1", List.of(TEN_MINUTES));
    assertThat(there).hasSize(12);
    assertThat(byStops.get("abc")).hasSize(9);
    assertThat(byStops.get("bc")).hasSize(3);
    assertThat(byStops.get("cba")).hasSize(back.length);
    // Runs of 5, 7 and 6 minutes from a to b: the median is 6. b is left half a minute later.
    List<Integer> atB = new ArrayList<>();
    byStops.getOrDefault("abc", List.of()).forEach(times -> atB.add(times[1]));
    byStops.getOrDefault("bc", List.of()).forEach(times -> atB.add(times[0]));
    assertThat(atB.stream().sorted().toList())
        .isEqualTo(Arrays.stream(there).mapToObj(t -> t + 390).toList());
  }

  @Test
  void saysWhereTheRouteDoesNotRun() throws Exception {
    Composition composed =
        compose(DAY.plusDays(5), new Change.SetHeadway("f:r", List.of(TEN_MINUTES)));
    assertThat(composed.findings())
        .extracting(Finding::code)
        .containsExactly("route_without_trips", "no_service");
  }

  @Test
  void closingAStationClosesItsPlatforms() throws Exception {
    Timetable timetable = compose(new Change.CloseStop("f:B")).timetable();
    int b = timetable.stopOf("f:b");
    assertThat(timetable.closed(b)).isTrue();
    assertThat(timetable.closed(timetable.stopOf("f:a"))).isFalse();
    for (int visit = timetable.firstVisit(b); visit < timetable.firstVisit(b + 1); visit++) {
      int pattern = timetable.visitPattern(visit);
      assertThat(timetable.boards(pattern, timetable.visitPosition(visit))).isFalse();
      assertThat(timetable.alights(pattern, timetable.visitPosition(visit))).isFalse();
    }
  }

  /// Departures of each trip, by the stops of its pattern.
  private static Map<String, List<int[]>> trips(Timetable timetable) {
    Map<String, List<int[]>> byStops = new TreeMap<>();
    for (int p = 0; p < timetable.patternCount(); p++) {
      StringBuilder stops = new StringBuilder();
      for (int i = 0; i < timetable.length(p); i++) {
        stops.append(timetable.stopId(timetable.stop(p, i)).charAt(2));
      }
      for (int trip = 0; trip < timetable.tripCount(p); trip++) {
        int[] times = new int[timetable.length(p)];
        for (int i = 0; i < times.length; i++) {
          times[i] = timetable.departure(p, trip, i);
        }
        byStops.computeIfAbsent(stops.toString(), _ -> new ArrayList<>()).add(times);
      }
    }
    return byStops;
  }

  private Composition compose(Change... changes) throws Exception {
    return compose(DAY, changes);
  }

  private Composition compose(LocalDate day, Change... changes) throws Exception {
    write(
        "stops.txt",
        "stop_id,stop_lat,stop_lon,location_type,parent_station",
        "a,41.30,2.1,0,",
        "b,41.35,2.1,0,B",
        "c,41.40,2.1,0,",
        "B,41.35,2.1,1,");
    write("routes.txt", "route_id,route_type", "r,3");
    write("calendar_dates.txt", "service_id,date,exception_type", "s,20260303,1");
    write(
        "trips.txt",
        "trip_id,route_id,service_id",
        "t1,r,s",
        "t2,r,s",
        "t3,r,s",
        "t4,r,s",
        "t5,r,s");
    write(
        "stop_times.txt",
        "trip_id,stop_sequence,stop_id,arrival_time,departure_time",
        "t1,1,a,8:00:00,8:00:00",
        "t1,2,b,8:05:00,8:05:30",
        "t1,3,c,8:10:00,8:10:00",
        "t2,1,a,8:30:00,8:30:00",
        "t2,2,b,8:37:00,8:37:30",
        "t2,3,c,8:42:00,8:42:00",
        "t3,1,a,9:00:00,9:00:00",
        "t3,2,b,9:06:00,9:06:30",
        "t3,3,c,9:12:00,9:12:00",
        "t4,1,b,9:36:00,9:36:30",
        "t4,2,c,9:42:00,9:42:00",
        "t5,1,c,9:00:00,9:00:00",
        "t5,2,b,9:06:00,9:06:30",
        "t5,3,a,9:12:00,9:12:00");
    Feed feed = GtfsReader.read(folder, ReadOptions.usual()).feed().orElseThrow();
    return TimetableComposer.compose(
        new ServiceDay(
            List.of(new NamedFeed("f", feed, day)),
            List.of(),
            List.of(changes),
            new TransferRules(StraightLine.usual(), 300, 0)));
  }

  private void write(String file, String... lines) throws Exception {
    Files.write(folder.resolve(file), List.of(lines));
  }
}
