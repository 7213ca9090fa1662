package eu.trama.engines.transit;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.engines.transit.geo.Places;
import eu.trama.engines.transit.gtfs.Feed;
import eu.trama.engines.transit.gtfs.GtfsReader;
import eu.trama.engines.transit.gtfs.ReadOptions;
import eu.trama.engines.transit.search.Catchment;
import eu.trama.engines.transit.search.DepartureWindow;
import eu.trama.engines.transit.search.Percentiles;
import eu.trama.engines.transit.search.ReachPlan;
import eu.trama.engines.transit.search.ReachSearch;
import eu.trama.engines.transit.search.SearchLimits;
import eu.trama.engines.transit.timetable.ServiceDay;
import eu.trama.engines.transit.timetable.ServiceDay.NamedFeed;
import eu.trama.engines.transit.timetable.ServiceDay.TransferRules;
import eu.trama.engines.transit.timetable.Timetable;
import eu.trama.engines.transit.timetable.TimetableComposer;
import eu.trama.engines.transit.walking.StreetGraph;
import eu.trama.engines.transit.walking.StreetWalking;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// FGC and trams of Barcelona over its streets, from 73 origins to 2,000 destinations at 120
/// departures: plausible, and done in seconds. Prints the figures it measured.
class BarcelonaReachTest {
  @Test
  void reachesMoreInTheCentreAndInSeconds() throws Exception {
    Feed fgc = feed("fgc");
    Feed trambaix = feed("trambaix");
    Feed trambesos = feed("trambesos");
    long began = System.nanoTime();
    StreetGraph graph = StreetGraph.of(BarcelonaStreets.read(), Set.of());
    assertThat(graph.largestShare()).isGreaterThan(0.95);
    System.out.printf(
        "measured streets: %d nodes, %d segments, %.0f km, %.2f %% in one piece, %d ms%n",
        graph.nodeCount(),
        graph.segmentCount(),
        graph.metres() / 1000,
        graph.largestShare() * 100,
        millis(began));

    StreetWalking walking = StreetWalking.usual(graph);
    began = System.nanoTime();
    Timetable timetable =
        TimetableComposer.compose(
                new ServiceDay(
                    List.of(
                        new NamedFeed("fgc", fgc, LocalDate.of(2026, 1, 14)),
                        new NamedFeed("trambaix", trambaix, LocalDate.of(2026, 1, 14)),
                        new NamedFeed("trambesos", trambesos, LocalDate.of(2026, 1, 14))),
                    List.of(),
                    List.of(),
                    new TransferRules(walking, 600, 60)))
            .timetable();
    System.out.printf(
        "measured timetable: %d stops, %d patterns, %d trips, %d footpaths, %d ms%n",
        timetable.stopCount(),
        timetable.patternCount(),
        timetable.tripCount(),
        timetable.footpathCount(),
        millis(began));

    SplittableRandom random = new SplittableRandom(1);
    Places destinations = scattered(random, 2000);
    began = System.nanoTime();
    Catchment catchment = new Catchment(timetable, walking, destinations, SearchLimits.usual());
    System.out.printf("measured catchment: %d ms%n", millis(began));
    ReachPlan plan = new ReachPlan(catchment, DepartureWindow.everyMinute(8 * 3600, 10 * 3600));
    ReachSearch search = new ReachSearch(plan);
    began = System.nanoTime();
    Places origins = scattered(random, 73);
    long reached = 0;
    for (int first = 0; first < origins.size(); first += 64) {
      Percentiles some =
          search.percentiles(origins, first, Math.min(64, origins.size() - first), 10, 50, 90);
      for (int i = 0; i < some.originCount(); i++) {
        int[] within = {some.reach(i, 0).count(1800), some.reach(i, 1).count(1800)};
        assertThat(within[0]).isGreaterThanOrEqualTo(within[1]);
        assertThat(within[1]).isGreaterThanOrEqualTo(some.reach(i, 2).count(1800));
        reached += within[1];
      }
    }
    System.out.printf(
        "measured search: %d origins, %d destinations, 120 departures: %d ms%n",
        origins.size(), destinations.size(), millis(began));
    assertThat(reached).isPositive();
    assertThat(millis(began)).isLessThan(60_000);

    // Plaça Catalunya is where the lines meet; Vallvidrera lies behind the hill.
    int centre = search.from(41.3870, 2.1701).percentile(50).count(1800);
    int edge = search.from(41.4146, 2.1060).percentile(50).count(1800);
    assertThat(centre).isGreaterThan(2 * edge);
  }

  private static Feed feed(String name) throws Exception {
    return GtfsReader.read(RealData.file("barcelona/gtfs/" + name + ".zip"), ReadOptions.usual())
        .feed()
        .orElseThrow();
  }

  private static Places scattered(SplittableRandom random, int count) {
    double[] latitudes = random.doubles(count, 41.365, 41.445).toArray();
    double[] longitudes = random.doubles(count, 2.12, 2.21).toArray();
    return new Places(latitudes, longitudes);
  }

  private static long millis(long began) {
    return (System.nanoTime() - began) / 1_000_000;
  }
}
