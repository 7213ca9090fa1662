package eu.trama.engines.transit.gtfs;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.engines.transit.findings.Finding;
import eu.trama.engines.transit.findings.Finding.Severity;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A bad row becomes a finding that says where it is, and costs the feed that row and no more.
class BadRowsTest {
  @Test
  void soundFeedHasNoFindings() throws InterruptedException {
    Reading reading = new FeedText().read();
    assertThat(reading.findings().kept()).isEmpty();
    assertThat(reading.feed().orElseThrow().calls().count()).isEqualTo(2);
  }

  @Test
  void findingSaysFileLineFieldAndValue() throws InterruptedException {
    Reading reading = new FeedText().add("stops.txt", "c,C,NaN,2.17").read();
    assertThat(reading.findings().kept()).hasSize(1);
    Finding finding = reading.findings().kept().getFirst();
    assertThat(finding.code()).isEqualTo("bad_coordinate");
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.file()).isEqualTo("stops.txt");
    assertThat(finding.line()).isEqualTo(4);
    assertThat(finding.field()).isEqualTo("stop_lat");
    assertThat(finding.value()).isEqualTo("NaN");
    assertThat(finding.advice()).isNotEmpty();
    assertThat(reading.feed().orElseThrow().stops()).hasSize(2);
  }

  @Test
  void coordinatesOffTheGlobeOrAtZero() throws InterruptedException {
    assertCode(new FeedText().add("stops.txt", "c,C,41.3,999"), "bad_coordinate");
    assertCode(new FeedText().add("stops.txt", "c,C,0,0"), "bad_coordinate");
    assertCode(new FeedText().add("stops.txt", "c,C,,"), "bad_coordinate");
    assertCode(new FeedText().add("stops.txt", "c,C,north,2.17"), "bad_coordinate");
  }

  @Test
  void swappedCoordinates() throws InterruptedException {
    assertCode(new FeedText().add("stops.txt", "c,C,2.17,41.38"), "swapped_coordinates");
    assertCode(new FeedText().add("stops.txt", "c,C,-120.5,40"), "swapped_coordinates");
  }

  @Test
  void swappedThroughoutIsToldByTheArea() throws InterruptedException {
    ReadOptions inBarcelona =
        new ReadOptions(
            ReadOptions.Limits.usual(),
            Optional.of(new ReadOptions.Area(41.2, 1.9, 41.6, 2.4)),
            (_, _, _) -> {});
    FeedText swapped =
        new FeedText().with("stops.txt", "stop_id,stop_lat,stop_lon", "a,2.17,41.38", "b,2.1,41.3");
    assertThat(swapped.read(inBarcelona).findings().count("swapped_coordinates")).isEqualTo(2);
    FeedText away =
        new FeedText().with("stops.txt", "stop_id,stop_lat,stop_lon", "a,41.38,2.17", "b,50,8");
    assertThat(away.read(inBarcelona).findings().count("stop_outside_area")).isEqualTo(1);
  }

  @Test
  void duplicateIds() throws InterruptedException {
    assertCode(new FeedText().add("stops.txt", "a,Again,41.38,2.17"), "duplicate_id");
    assertCode(new FeedText().add("routes.txt", "r,Again,3"), "duplicate_id");
    assertCode(new FeedText().add("trips.txt", "r,weekday,t"), "duplicate_id");
    assertCode(
        new FeedText().add("calendar.txt", "weekday,1,1,1,1,1,0,0,20260101,20261231"),
        "duplicate_id");
  }

  @Test
  void unknownReferences() throws InterruptedException {
    assertCode(new FeedText().add("trips.txt", "nowhere,weekday,u"), "unknown_route");
    assertCode(new FeedText().add("trips.txt", "r,never,u"), "unknown_service");
    assertCode(
        new FeedText().add("stop_times.txt", "t,08:20:00,08:20:00,nowhere,3"), "unknown_stop");
    assertCode(new FeedText().add("stop_times.txt", "ghost,08:20:00,08:20:00,a,3"), "unknown_trip");
    assertCode(
        new FeedText().with("transfers.txt", "from_stop_id,to_stop_id", "a,nowhere"),
        "unknown_stop");
  }

  @Test
  void timesThatGoBackCostTheTrip() throws InterruptedException {
    Reading reading = new FeedText().add("stop_times.txt", "t,08:05:00,08:05:00,a,3").read();
    assertThat(reading.findings().counts()).containsOnlyKeys("descending_times");
    assertThat(reading.findings().kept().getFirst().line()).isEqualTo(4);
    assertThat(reading.feed().orElseThrow().trips()).isEmpty();
  }

  @Test
  void unreadableFields() throws InterruptedException {
    assertCode(new FeedText().add("stop_times.txt", "t,8h20,08:20:00,a,3"), "bad_time");
    assertCode(new FeedText().add("stop_times.txt", "t,08:61:00,08:61:00,a,3"), "bad_time");
    assertCode(new FeedText().add("stop_times.txt", "t,08:20:00,08:20:00,a,-3"), "bad_number");
    assertCode(new FeedText().add("stop_times.txt", "t,08:20:00,08:20:00,a,"), "missing_value");
    assertCode(new FeedText().add("calendar.txt", "x,1,1,1,1,1,0,0,20260230,20261231"), "bad_date");
    assertCode(
        new FeedText().add("calendar.txt", "x,1,1,1,1,1,0,0,20261231,20260101"),
        "descending_dates");
    assertCode(
        new FeedText()
            .with(
                "frequencies.txt",
                "trip_id,start_time,end_time,headway_secs",
                "t,8:00:00,9:00:00,0"),
        "bad_number");
    assertCode(
        new FeedText().with("transfers.txt", "from_stop_id,to_stop_id,transfer_type", "a,b,2"),
        "missing_value");
  }

  @Test
  void sequenceTwiceAndEndsWithoutTime() throws InterruptedException {
    assertCode(
        new FeedText().add("stop_times.txt", "t,08:20:00,08:20:00,a,2"), "duplicate_sequence");
    assertCode(new FeedText().add("stop_times.txt", "t,,,a,3"), "missing_end_time");
  }

  @Test
  void countsAllFindingsButKeepsTheFirst() throws InterruptedException {
    FeedText feed = new FeedText();
    for (int i = 0; i < 5000; i++) {
      feed.add("stop_times.txt", "ghost,08:20:00,08:20:00,a,3");
    }
    Reading reading = feed.read();
    assertThat(reading.findings().kept()).hasSize(1000);
    assertThat(reading.findings().errors()).isEqualTo(5000);
    assertThat(reading.findings().count("unknown_trip")).isEqualTo(5000);
  }

  private static void assertCode(FeedText feed, String code) throws InterruptedException {
    Reading reading = feed.read();
    assertThat(reading.findings().counts()).containsOnlyKeys(code);
    assertThat(reading.feed().orElseThrow().calls().count())
        .as("the sound rows are kept")
        .isEqualTo(2);
  }
}
