package eu.trama.city.mobility;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.engines.transit.gtfs.GtfsReader;
import eu.trama.engines.transit.gtfs.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How often a route runs, read from a timetable of one route from A by B to C.
class TimetableHeadwaysTest {

  @TempDir private Path folder;

  private List<String> headways(String trips, String calls, String frequencies)
      throws IOException, InterruptedException {
    write(
        "agency.txt", "agency_name,agency_url,agency_timezone\nX,http://x.example,Europe/Madrid\n");
    write(
        "stops.txt",
        "stop_id,stop_name,stop_lat,stop_lon\na,A,41.39,2.14\nb,B,41.40,2.15\nc,C,41.41,2.16\n");
    write("routes.txt", "route_id,route_short_name,route_long_name,route_type\nr,R,R,0\n");
    write(
        "calendar.txt",
        """
        service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
        w,1,1,1,1,1,0,0,20260105,20260331
        s,0,0,0,0,0,1,0,20260105,20260331
        """);
    write("trips.txt", "route_id,service_id,trip_id\n" + trips);
    write("stop_times.txt", "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n" + calls);
    if (!frequencies.isEmpty()) {
      write("frequencies.txt", "trip_id,start_time,end_time,headway_secs\n" + frequencies);
    }
    var feed = GtfsReader.read(folder, ReadOptions.usual()).feed().orElseThrow();
    return TimetableHeadways.of(feed).getOrDefault(0, List.of());
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  /// A trip from one stop to the next, ten minutes later.
  private static String call(String trip, String from, String to, int minutes) {
    return "%s,%s,%s,%s,1\n%s,%s,%s,%s,2\n"
        .formatted(
            trip,
            clock(minutes),
            clock(minutes),
            from,
            trip,
            clock(minutes + 10),
            clock(minutes + 10),
            to);
  }

  private static String clock(int minutes) {
    return "%02d:%02d:00".formatted(minutes / 60, minutes % 60);
  }

  @Test
  void departuresAreCountedByTheHourOnEachKindOfDay() throws IOException, InterruptedException {
    assertThat(
            headways(
                "r,w,1\nr,w,2\nr,w,3\nr,s,4\n",
                call("1", "a", "b", 480)
                    + call("2", "a", "b", 500)
                    + call("3", "a", "b", 550)
                    + call("4", "a", "b", 600),
                ""))
        .containsExactly(
            "weekday 08:00-09:00/1800", "weekday 09:00-10:00/3600", "saturday 10:00-11:00/3600");
  }

  @Test
  void anHourWithoutDeparturesBelongsToTheOneBefore() throws IOException, InterruptedException {
    assertThat(
            headways(
                "r,w,1\nr,w,2\nr,w,3\n",
                call("1", "a", "b", 480) + call("2", "a", "b", 600) + call("3", "a", "b", 1_200),
                ""))
        .containsExactly(
            "weekday 08:00-10:00/7200", "weekday 10:00-11:00/3600", "weekday 20:00-21:00/3600");
  }

  @Test
  void theBusiestStretchAndDirectionTells() throws IOException, InterruptedException {
    assertThat(
            headways(
                "r,w,1\nr,w,2\nr,w,3\n",
                call("1", "a", "b", 480) + call("2", "b", "c", 485) + call("3", "b", "c", 515),
                ""))
        .containsExactly("weekday 08:00-09:00/1800");
  }

  @Test
  void frequenciesAreDeparturesToo() throws IOException, InterruptedException {
    assertThat(headways("r,w,1\n", call("1", "a", "b", 480), "1,08:00:00,10:00:00,600\n"))
        .containsExactly("weekday 08:00-10:00/600");
  }
}
