package eu.trama.engines.transit.witness;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.engines.lanes.Lanes;
import eu.trama.engines.transit.geo.Places;
import eu.trama.engines.transit.gtfs.GtfsReader;
import eu.trama.engines.transit.gtfs.ReadOptions;
import eu.trama.engines.transit.gtfs.Reading;
import eu.trama.engines.transit.search.Catchment;
import eu.trama.engines.transit.search.DepartureWindow;
import eu.trama.engines.transit.search.Percentiles;
import eu.trama.engines.transit.search.ReachPlan;
import eu.trama.engines.transit.search.ReachSearch;
import eu.trama.engines.transit.search.SearchLimits;
import eu.trama.engines.transit.search.TravelTimes;
import eu.trama.engines.transit.timetable.Change;
import eu.trama.engines.transit.timetable.Phases;
import eu.trama.engines.transit.timetable.ServiceDay;
import eu.trama.engines.transit.timetable.ServiceDay.NamedFeed;
import eu.trama.engines.transit.timetable.ServiceDay.TransferRules;
import eu.trama.engines.transit.timetable.TimetableComposer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The engine, from files to travel times, agrees with the [EventSearch] on every arrival at every
/// place and stop, at every departure, in many small random cities: trips over midnight, headways
/// by key, drawn and by their mean, transfers, and every implementation of [Lanes].
class WitnessTest {
  static final int ACCESS = 900;
  static final int EGRESS = 800;
  static final int DIRECT = 2400;
  private static final int WORLDS = 2_000;
  private static final int DRAWS = 2;

  private final int[] percents = {5, 25, 50, 75, 95, 100};

  @Test
  void agreesOnEveryArrival(@TempDir Path folder) throws Exception {
    long byRide = 0;
    for (int seed = 0; seed < WORLDS; seed++) {
      World world = new World(seed);
      ReachPlan plan = plan(world, seed, folder);
      int draws = world.waiting == World.Waiting.DRAWN ? DRAWS : 1;
      int[][][] expected = new int[2][world.places + world.stops][draws * world.departures];
      for (int draw = 0; draw < draws; draw++) {
        EventSearch witness = new EventSearch(world, seed + draw);
        for (int minute = 0; minute < world.departures; minute++) {
          int departure = world.windowFrom + minute * world.step;
          for (int origin = 0; origin < 2; origin++) {
            int[] arrivals = witness.arrivals(origin, departure);
            for (int to = 0; to < arrivals.length; to++) {
              int seconds =
                  arrivals[to] == EventSearch.NEVER
                      ? TravelTimes.UNREACHED
                      : arrivals[to] - departure;
              expected[origin][to][draw * world.departures + minute] = seconds;
              byRide += seconds < world.directWalk(origin, to) ? 1 : 0;
            }
          }
        }
      }
      Lanes lanes = List.of(Lanes.plain(8), Lanes.plain(64), Lanes.fastest()).get(seed % 3);
      compare(seed, new ReachSearch(plan, lanes), expected);
    }
    // Were the worlds too poor to ride in, agreement would mean little.
    assertThat(byRide).isGreaterThan(300_000);
  }

  private void compare(int seed, ReachSearch search, int[][][] expected) throws Exception {
    for (int origin = 0; origin < 2; origin++) {
      TravelTimes times = search.from(origin + 1, 2);
      for (int to = 0; to < expected[origin].length; to++) {
        for (int d = 0; d < times.departureCount(); d++) {
          assertThat(times.seconds(to, d))
              .as("seed %d, from %d to %d, departure %d", seed, origin, to, d)
              .isEqualTo(expected[origin][to][d]);
        }
      }
    }
    Places origins = new Places(new double[] {1, 2}, new double[] {2, 2});
    Percentiles percentiles = search.percentiles(origins, 0, 2, percents);
    for (int origin = 0; origin < 2; origin++) {
      for (int to = 0; to < expected[origin].length; to++) {
        int[] sorted = expected[origin][to].clone();
        Arrays.sort(sorted);
        for (int p = 0; p < percents.length; p++) {
          int rank = (int) Math.ceil(percents[p] * sorted.length / 100.0);
          assertThat(percentiles.seconds(origin, p, to))
              .as("seed %d, from %d to %d, percentile %d", seed, origin, to, percents[p])
              .isEqualTo(sorted[rank - 1]);
        }
      }
    }
  }

  private static ReachPlan plan(World world, int seed, Path folder) throws Exception {
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
    ServiceDay day =
        new ServiceDay(
            List.of(new NamedFeed("w", reading.feed().orElseThrow(), LocalDate.of(2026, 3, 3))),
            WorldFiles.lines(world),
            changes,
            new TransferRules(walking, world.walkLimit, world.changeSeconds));
    double[] latitudes = new double[world.places + world.stops];
    double[] longitudes = new double[latitudes.length];
    for (int to = 0; to < latitudes.length; to++) {
      latitudes[to] = to < world.places ? to + 1 : to - world.places + 1;
      longitudes[to] = to < world.places ? 2 : 1;
    }
    Places destinations = new Places(latitudes, longitudes);
    SearchLimits limits =
        new SearchLimits(
            world.rides, ACCESS, EGRESS, DIRECT, world.travelLimit, world.boardingSeconds);
    DepartureWindow window = new DepartureWindow(world.windowFrom, world.step, world.departures);
    if (world.waiting == World.Waiting.DRAWN) {
      return ReachPlan.drawn(day, walking, destinations, limits, window, DRAWS, seed);
    }
    Phases phases =
        world.waiting == World.Waiting.MEAN ? new Phases.Expected() : new Phases.ByKey();
    return new ReachPlan(
        new Catchment(
            TimetableComposer.compose(day.with(phases)).timetable(), walking, destinations, limits),
        window);
  }
}
