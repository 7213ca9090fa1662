package eu.trama.engines.transit.gtfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The ways in which sound feeds differ.
class GtfsDialectsTest {
  @Test
  void byteOrderMarkQuotesAndColumnsInAnyOrder() throws InterruptedException {
    Feed feed =
        new FeedText()
            .with(
                "stops.txt",
                "\ufeffextra,stop_lon,\"stop_name\",stop_lat,stop_id",
                "x,2.17,\"Plaça \"\"A\"\", nord\",41.38,a",
                ",2.18,B,41.39,\"b\"")
            .read()
            .feed()
            .orElseThrow();
    assertThat(feed.stops().getFirst().name()).isEqualTo("Plaça \"A\", nord");
    assertThat(feed.stops().getFirst().longitude()).isEqualTo(2.17);
    assertThat(feed.calls().count()).isEqualTo(2);
  }

  @Test
  void zipAndFolderGiveTheSame(@TempDir Path folder) throws Exception {
    Path zip = Files.write(folder.resolve("feed.zip"), new FeedText().zip());
    Feed fromZip = GtfsReader.read(zip, ReadOptions.usual()).feed().orElseThrow();
    assertThat(fromZip.stops()).isEqualTo(new FeedText().read().feed().orElseThrow().stops());
  }

  @Test
  void calendarDatesOverruleTheCalendar() throws InterruptedException {
    Feed feed =
        new FeedText()
            .with(
                "calendar_dates.txt",
                "service_id,date,exception_type",
                "weekday,20260106,2",
                "weekday,20260110,1")
            .read()
            .feed()
            .orElseThrow();
    assertThat(feed.tripsOn(LocalDate.of(2026, 1, 5))).as("Monday").isEqualTo(1);
    assertThat(feed.tripsOn(LocalDate.of(2026, 1, 6))).as("removed Tuesday").isZero();
    assertThat(feed.tripsOn(LocalDate.of(2026, 1, 10))).as("added Saturday").isEqualTo(1);
    assertThat(feed.tripsOn(LocalDate.of(2026, 1, 11))).as("Sunday").isZero();
    assertThat(feed.tripsOn(LocalDate.of(2027, 1, 4))).as("after the last day").isZero();
  }

  @Test
  void missingTimesByDistance() throws InterruptedException {
    Reading reading = tenToEleven("0", "30", "60", "100");
    assertThat(reading.timesByDistance()).isEqualTo(2);
    Calls calls = reading.feed().orElseThrow().calls();
    assertThat(calls.arrival(1)).isEqualTo(10 * 3600 + 18 * 60);
    assertThat(calls.departure(2)).isEqualTo(10 * 3600 + 36 * 60);
  }

  @Test
  void missingTimesEvenlyWithoutDistances() throws InterruptedException {
    Reading reading = tenToEleven("0", "", "60", "100");
    assertThat(reading.timesByCount()).isEqualTo(2);
    assertThat(reading.feed().orElseThrow().calls().arrival(1)).isEqualTo(10 * 3600 + 20 * 60);
  }

  @Test
  void rowsInAnyOrderAndTimesPastMidnight() throws InterruptedException {
    Calls calls =
        new FeedText()
            .with(
                "stop_times.txt",
                "trip_id,arrival_time,departure_time,stop_id,stop_sequence",
                "t,25:10:00,25:10:00,b,20",
                "t, 9:00:00,09:00:30,a,10")
            .read()
            .feed()
            .orElseThrow()
            .calls();
    assertThat(calls.departure(0)).isEqualTo(9 * 3600 + 30);
    assertThat(calls.arrival(1)).isEqualTo(25 * 3600 + 600);
  }

  @Test
  void pickupAndDropOff() throws InterruptedException {
    Calls calls =
        new FeedText()
            .with(
                "stop_times.txt",
                "trip_id,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type",
                "t,8:00:00,a,1,0,1",
                "t,8:10:00,b,2,1,3")
            .read()
            .feed()
            .orElseThrow()
            .calls();
    assertThat(calls.boards(0)).isTrue();
    assertThat(calls.alights(0)).isFalse();
    assertThat(calls.boards(1)).isFalse();
    assertThat(calls.alights(1)).as("type 3, with the driver").isTrue();
  }

  @Test
  void progressIsTold() throws InterruptedException {
    List<String> files = new ArrayList<>();
    new FeedText()
        .read(
            new ReadOptions(
                ReadOptions.Limits.usual(),
                Optional.empty(),
                (file, bytes, rows) -> files.add(file + " " + bytes + " " + rows)));
    assertThat(files).contains("stop_times.txt 106 2");
  }

  /// One trip over four stops, at the first at 10:00 and at the last at 11:00.
  private static Reading tenToEleven(String... distances) throws InterruptedException {
    return new FeedText()
        .with(
            "stop_times.txt",
            "trip_id,stop_sequence,stop_id,arrival_time,departure_time,shape_dist_traveled",
            "t,1,a,10:00:00,10:00:00," + distances[0],
            "t,2,b,,," + distances[1],
            "t,3,a,,," + distances[2],
            "t,4,b,11:00:00,," + distances[3])
        .read();
  }
}
