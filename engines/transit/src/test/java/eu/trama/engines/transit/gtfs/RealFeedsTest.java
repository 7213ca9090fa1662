package eu.trama.engines.transit.gtfs;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.engines.transit.RealData;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// Feeds of real operators are read whole.
class RealFeedsTest {
  @Test
  void fgc() throws Exception {
    Reading reading = read("barcelona/gtfs/fgc.zip");
    Feed feed = reading.feed().orElseThrow();
    assertThat(reading.findings().kept()).isEmpty();
    assertThat(feed.stops()).hasSize(302);
    assertThat(feed.trips()).hasSize(18_089);
    assertThat(feed.calls().count()).isEqualTo(192_233);
    assertThat(feed.tripsOn(LocalDate.of(2026, 3, 3))).isPositive();
  }

  @Test
  void trams() throws Exception {
    Reading trambaix = read("barcelona/gtfs/trambaix.zip");
    Reading trambesos = read("barcelona/gtfs/trambesos.zip");
    assertThat(trambaix.rows("stop_times.txt")).isEqualTo(80_332);
    assertThat(trambaix.feed().orElseThrow().stops()).hasSize(86);
    assertThat(trambaix.feed().orElseThrow().calls().count()).isEqualTo(80_332);
    assertThat(trambesos.rows("stop_times.txt")).isEqualTo(23_344);
    assertThat(trambesos.feed().orElseThrow().stops()).hasSize(86);
    assertThat(trambesos.feed().orElseThrow().calls().count()).isEqualTo(23_344);
  }

  @Test
  void interurbanBusesWithTimesLeftOut() throws Exception {
    Reading reading = read("barcelona/gtfs/interurban-2021.zip");
    assertThat(reading.rows("stop_times.txt")).isEqualTo(390_961);
    assertThat(reading.rows("stops.txt")).isEqualTo(8541);
    assertThat(reading.timesByDistance()).isZero();
    assertThat(reading.timesByCount()).isEqualTo(54_506);
    // Four trips call at one stop only, so nobody can ride them: the GTFS reference wants at least
    // two rows for each trip. They are left out, and said so with the row that it is about.
    assertThat(reading.findings().counts()).containsOnlyKeys("short_trip");
    assertThat(reading.findings().kept())
        .allSatisfy(finding -> {
          assertThat(finding.file()).isEqualTo("stop_times.txt");
          assertThat(finding.line()).isGreaterThan(1);
          assertThat(finding.field()).isEqualTo("trip_id");
          assertThat(finding.value()).isNotBlank();
          assertThat(finding.advice()).contains("add its stop_times or delete it");
        });
    assertThat(reading.findings().count("short_trip")).isEqualTo(4);
    assertThat(reading.feed().orElseThrow().calls().count()).isEqualTo(390_961 - 4);
  }

  @Test
  void bologna() throws Exception {
    Reading marconi = read("bologna/gtfs/marconi-express.zip");
    assertThat(marconi.findings().errors()).isZero();
    assertThat(marconi.feed().orElseThrow().stops()).hasSize(3);
    Reading ferrara = read("bologna/gtfs/ferrara-tper.zip");
    assertThat(ferrara.findings().errors()).isZero();
    assertThat(ferrara.feed().orElseThrow().calls().count()).isEqualTo(142_542);
  }

  @Test
  void newYorkSubwayWithTransfers() throws Exception {
    Reading reading = read("new-york/nyc_subway.zip");
    assertThat(reading.findings().errors()).isZero();
    assertThat(reading.feed().orElseThrow().calls().count()).isEqualTo(446_924);
    assertThat(reading.feed().orElseThrow().transfers())
        .hasSize((int) reading.rows("transfers.txt"))
        .isNotEmpty();
  }

  @Test
  void porto() throws Exception {
    Reading metro = read("porto/metro.gtfs.zip");
    assertThat(metro.findings().errors()).isZero();
    assertThat(metro.rows("stop_times.txt")).isEqualTo(63_019);
    assertThat(metro.feed().orElseThrow().calls().count()).isEqualTo(63_019);
    Reading trains = read("porto/cp.gtfs.zip");
    assertThat(trains.findings().errors()).isZero();
    assertThat(trains.feed().orElseThrow().calls().count())
        .isEqualTo((int) trains.rows("stop_times.txt"));
  }

  @Test
  void portoAlegre() throws Exception {
    Reading buses = read("porto-alegre/poa_eptc.zip");
    Reading trains = read("porto-alegre/poa_trensurb.zip");
    assertThat(buses.findings().errors()).isZero();
    assertThat(trains.findings().errors()).isZero();
    assertThat(buses.rows("stop_times.txt") + trains.rows("stop_times.txt")).isEqualTo(144_874);
    assertThat(
            buses.feed().orElseThrow().calls().count()
                + trains.feed().orElseThrow().calls().count())
        .isEqualTo(144_874);
  }

  private static Reading read(String name) throws Exception {
    return GtfsReader.read(RealData.file(name), ReadOptions.usual());
  }
}
