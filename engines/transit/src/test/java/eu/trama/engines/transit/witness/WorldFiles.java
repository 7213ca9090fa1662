package eu.trama.engines.transit.witness;

import eu.trama.engines.transit.lines.FrequencyLine;
import eu.trama.engines.transit.lines.Headway;
import eu.trama.engines.transit.lines.LineStop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes a [World] as a GTFS folder and as frequency lines, which is how the engine gets to see
/// it. Stop `i` stands at latitude `i`, so that [TableWalking] can tell stops apart.
final class WorldFiles {
  private WorldFiles() {}

  static void write(World world, Path folder) throws IOException {
    StringBuilder stops =
        new StringBuilder("stop_id,stop_lat,stop_lon,location_type,parent_station\n");
    stops.append("S0,0.1,50,1,\nS1,0.2,50,1,\n");
    for (int s = 0; s < world.stops; s++) {
      stops.append("s%d,%d,1,0,%s\n".formatted(s, s + 1, s < 4 ? "S" + s / 2 : ""));
    }
    StringBuilder dates = new StringBuilder("service_id,date,exception_type\n");
    StringBuilder trips = new StringBuilder("trip_id,route_id,service_id\n");
    StringBuilder calls =
        new StringBuilder(
            "trip_id,stop_sequence,stop_id,arrival_time,departure_time,pickup_type,drop_off_type\n");
    StringBuilder frequencies =
        new StringBuilder("trip_id,start_time,end_time,headway_secs,exact_times\n");
    for (int t = 0; t < world.trips.size(); t++) {
      World.Trip trip = world.trips.get(t);
      trips.append("t%d,r%d,v%d\n".formatted(t, trip.route(), t));
      dates.append("v%d,20260401,1\n".formatted(t));
      for (int day = 0; day < 3; day++) {
        if (trip.days().get(day)) {
          dates.append("v%d,2026030%d,1\n".formatted(t, day + 2));
        }
      }
      for (int c = 0; c < trip.calls().size(); c++) {
        World.Call call = trip.calls().get(c);
        calls.append(
            "t%d,%d,s%d,%s,%s,%d,%d\n"
                .formatted(
                    t,
                    c * 5,
                    call.stop(),
                    time(call.arrival()),
                    time(call.departure()),
                    call.boards() ? 0 : 1,
                    call.alights() ? 0 : 1));
      }
      for (World.Frequency f : trip.frequencies()) {
        frequencies.append(
            "t%d,%s,%s,%d,%d\n"
                .formatted(t, time(f.from()), time(f.to()), f.every(), f.exact() ? 1 : 0));
      }
    }
    StringBuilder transfers =
        new StringBuilder("from_stop_id,to_stop_id,transfer_type,min_transfer_time\n");
    for (World.Rule rule : world.rules) {
      transfers.append(
          "%s,%s,%d,%s\n"
              .formatted(
                  place(rule.from()),
                  place(rule.to()),
                  rule.kind(),
                  rule.kind() == 2 ? rule.seconds() : ""));
    }
    Files.writeString(folder.resolve("stops.txt"), stops);
    Files.writeString(
        folder.resolve("routes.txt"), "route_id,route_type\nr0,3\nr1,3\nr2,3\nr3,3\nr4,3\n");
    Files.writeString(folder.resolve("calendar_dates.txt"), dates);
    Files.writeString(folder.resolve("trips.txt"), trips);
    Files.writeString(folder.resolve("stop_times.txt"), calls);
    Files.writeString(folder.resolve("frequencies.txt"), frequencies);
    Files.writeString(folder.resolve("transfers.txt"), transfers);
  }

  static List<FrequencyLine> lines(World world) {
    return world.lines.stream()
        .map(line ->
            new FrequencyLine(
                line.id(),
                line.id(),
                line.stops().stream().map(s -> new LineStop("w:s" + s, "", s + 1.0, 1)).toList(),
                line.runs(),
                line.dwell(),
                line.bothWays(),
                line.headways().stream()
                    .map(h -> new Headway(h.from(), h.to(), h.every()))
                    .toList()))
        .toList();
  }

  private static String place(int end) {
    return end < 0 ? "S" + (-1 - end) : "s" + end;
  }

  private static String time(int seconds) {
    return seconds < 0
        ? ""
        : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
