package eu.trama.engines.transit.witness;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.engines.transit.geo.Places;
import eu.trama.engines.transit.gtfs.GtfsReader;
import eu.trama.engines.transit.gtfs.ReadOptions;
import eu.trama.engines.transit.gtfs.Reading;
import eu.trama.engines.transit.search.Catchment;
import eu.trama.engines.transit.search.DepartureWindow;
import eu.trama.engines.transit.search.ReachPlan;
import eu.trama.engines.transit.search.ReachSearch;
import eu.trama.engines.transit.search.SearchLimits;
import eu.trama.engines.transit.search.TravelTimes;
import eu.trama.engines.transit.timetable.Change;
import eu.trama.engines.transit.timetable.ServiceDay;
import eu.trama.engines.transit.timetable.ServiceDay.NamedFeed;
import eu.trama.engines.transit.timetable.ServiceDay.TransferRules;
import eu.trama.engines.transit.timetable.Timetable;
import eu.trama.engines.transit.timetable.TimetableComposer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The engine, from files to travel times, agrees with the [EventSearch] on every arrival at every
/// departure minute in many small random cities.
class WitnessTest {
  static final int ACCESS = 900;
  static final int EGRESS = 800;
  static final int DIRECT = 2400;
  private static final int WORLDS = 600;
  private static final int MINUTES = 60;

  @Test
  void agreesOnEveryArrival(@TempDir Path folder) throws Exception {
    long byRide = 0;
    for (int seed = 0; seed < WORLDS; seed++) {
      World world = new World(seed);
      EventSearch witness = new EventSearch(world);
      ReachSearch search = search(world, folder);
      for (int origin = 0; origin < 2; origin++) {
        TravelTimes times = search.from(origin + 1, 2);
        for (int minute = 0; minute < MINUTES; minute++) {
          int departure = world.windowFrom + minute * 60;
          int[] expected = witness.arrivals(origin, departure);
          for (int place = 0; place < world.places; place++) {
            int seconds = times.seconds(place, minute);
            int actual = seconds == TravelTimes.UNREACHED ? EventSearch.NEVER : departure + seconds;
            assertThat(actual)
                .as("seed %d, from %d to %d, minute %d", seed, origin, place, minute)
                .isEqualTo(expected[place]);
            int walk = place == origin ? 0 : world.walkToPlace[origin][world.stops + place];
            byRide += seconds < Math.min(walk, TravelTimes.UNREACHED) ? 1 : 0;
          }
        }
      }
    }
    // Were the worlds too poor to ride in, agreement would mean little.
    assertThat(byRide).isGreaterThan(50_000);
  }

  private static ReachSearch search(World world, Path folder) throws Exception {
    WorldFiles.write(world, folder);
    Reading reading = GtfsReader.read(folder, ReadOptions.usual());
    assertThat(reading.findings().kept()).isEmpty();
    List<Change> changes = new ArrayList<>();
    for (int s = 0; s < world.stops; s++) {
      if (world.closed[s]) {
        changes.add(new Change.CloseStop("w:s" + s));
      }
    }
    TableWalking walking = new TableWalking(world);
    Timetable timetable =
        TimetableComposer.compose(
                new ServiceDay(
                    List.of(
                        new NamedFeed("w", reading.feed().orElseThrow(), LocalDate.of(2026, 3, 3))),
                    WorldFiles.lines(world),
                    changes,
                    new TransferRules(walking, world.walkLimit, world.changeSeconds)))
            .timetable();
    double[] latitudes = {1, 2, 3, 4, 5};
    double[] longitudes = {2, 2, 2, 2, 2};
    Catchment catchment =
        new Catchment(
            timetable,
            walking,
            new Places(latitudes, longitudes),
            new SearchLimits(world.rides, ACCESS, EGRESS, DIRECT, world.travelLimit));
    return new ReachSearch(
        new ReachPlan(
            catchment,
            DepartureWindow.everyMinute(world.windowFrom, world.windowFrom + MINUTES * 60)));
  }
}
