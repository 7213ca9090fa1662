package eu.trama.city.mobility.bench;

import eu.trama.engines.transit.geo.Places;
import eu.trama.engines.transit.gtfs.Feed;
import eu.trama.engines.transit.gtfs.GtfsReader;
import eu.trama.engines.transit.gtfs.ReadOptions;
import eu.trama.engines.transit.timetable.ServiceDay;
import eu.trama.engines.transit.timetable.ServiceDay.NamedFeed;
import eu.trama.engines.transit.timetable.ServiceDay.TransferRules;
import eu.trama.engines.transit.timetable.Timetable;
import eu.trama.engines.transit.timetable.TimetableComposer;
import eu.trama.engines.transit.walking.Walking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/// The city in which reach is measured, since R5's figures are known for it: two feeds on a Monday,
/// and the hexagons that are origins and destinations alike.
record PortoAlegre(Path folder, List<NamedFeed> feeds, Places hexagons) {

  /// Monday, from 14:00.
  static final LocalDate DAY = LocalDate.of(2019, 5, 13);

  static final int FROM_SECONDS = 14 * 3600;

  /// Longest walk between two vehicles, seconds.
  static final int CHANGE_WALK_SECONDS = 1_000;

  private static final int LONGITUDE = 1;
  private static final int LATITUDE = 2;

  static PortoAlegre read(Path data) throws IOException, InterruptedException {
    Path folder = data.resolve("porto-alegre");
    List<String> rows = Files.readAllLines(folder.resolve("poa_hexgrid.csv"));
    var latitudes = new double[rows.size() - 1];
    var longitudes = new double[rows.size() - 1];
    for (int i = 1; i < rows.size(); i++) {
      List<String> cells = List.of(rows.get(i).split(",", -1));
      latitudes[i - 1] = Double.parseDouble(cells.get(LATITUDE));
      longitudes[i - 1] = Double.parseDouble(cells.get(LONGITUDE));
    }
    return new PortoAlegre(
        folder,
        List.of(
            new NamedFeed("eptc", feed(folder.resolve("poa_eptc.zip")), DAY),
            new NamedFeed("trensurb", feed(folder.resolve("poa_trensurb.zip")), DAY)),
        new Places(latitudes, longitudes));
  }

  private static Feed feed(Path file) throws IOException, InterruptedException {
    return GtfsReader.read(file, ReadOptions.usual()).feed().orElseThrow();
  }

  Timetable timetable(Walking walking, int changeSeconds) {
    return TimetableComposer.compose(
            new ServiceDay(
                feeds,
                List.of(),
                List.of(),
                new TransferRules(walking, CHANGE_WALK_SECONDS, changeSeconds)))
        .timetable();
  }
}
