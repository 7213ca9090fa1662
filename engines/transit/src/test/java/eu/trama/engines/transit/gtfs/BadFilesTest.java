package eu.trama.engines.transit.gtfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.engines.transit.gtfs.ReadOptions.Limits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What makes a feed unreadable yields no feed and a finding that says why.
class BadFilesTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void zipCutOff() throws Exception {
    byte[] whole = new FeedText().zip();
    for (int length : new int[] {0, 10, whole.length / 2, whole.length - 1}) {
      assertFatal(read(Arrays.copyOf(whole, length)), "not_a_zip");
    }
  }

  @Test
  void zipDamagedInside() throws Exception {
    byte[] zip = new FeedText().zip();
    // Local headers stay, the packed bytes of the first files do not.
    Arrays.fill(zip, 45, 160, (byte) 0xff);
    Reading reading = read(zip);
    assertThat(reading.feed()).isEmpty();
    assertThat(reading.findings().errors()).isPositive();
  }

  @Test
  void noZipAtAll() throws Exception {
    assertFatal(read("stop_id,stop_lat\n".getBytes(StandardCharsets.UTF_8)), "not_a_zip");
  }

  @Test
  void missingFilesAndColumns() throws Exception {
    for (String file : new String[] {"stops.txt", "routes.txt", "trips.txt", "stop_times.txt"}) {
      assertFatal(new FeedText().without(file).read(), "missing_file");
    }
    assertFatal(new FeedText().without("calendar.txt").read(), "missing_file");
    assertFatal(new FeedText().with("stops.txt", "id;lat;lon", "a;1;2").read(), "missing_column");
    assertFatal(new FeedText().with("stops.txt").read(), "missing_column");
  }

  @Test
  void bombIsRefused() throws Exception {
    FeedText bomb =
        new FeedText().with("stops.txt", "stop_id,stop_lat,stop_lon", " ".repeat(4 << 20));
    assertFatal(read(bomb.zip()), "too_many_bytes");
  }

  @Test
  void limitsOnBytesRowsAndEntries() throws Exception {
    assertFatal(new FeedText().read(limits(50, 60, 20)), "too_many_bytes");
    assertFatal(new FeedText().read(limits(1, 1 << 20, 20)), "too_many_rows");
    Path file = Files.write(folder.resolve("entries.zip"), new FeedText().zip());
    assertFatal(GtfsReader.read(file, limits(50, 1 << 20, 4)), "too_many_entries");
  }

  @Test
  void unsafeNamesAreReportedAndNotRead() throws Exception {
    for (String prefix : new String[] {"/", "../", "a/../../", "C:\\"}) {
      Reading reading = read(new FeedText().zip(prefix));
      assertThat(reading.findings().count("unsafe_entry_name")).isEqualTo(5);
      assertThat(reading.feed()).isEmpty();
    }
  }

  @Test
  void oneFolderInsideTheZipIsAccepted() throws Exception {
    Reading reading = read(new FeedText().zip("feed/"));
    assertThat(reading.findings().counts()).containsOnlyKeys("nested_folder");
    assertThat(reading.feed()).isPresent();
  }

  @Test
  void interruptionStopsReading() throws Exception {
    FeedText feed = new FeedText();
    Thread.currentThread().interrupt();
    assertThatThrownBy(feed::read).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  private static ReadOptions limits(long rows, long bytes, int entries) {
    return new ReadOptions(
        new Limits(rows, bytes, entries, 200, 100), Optional.empty(), (_, _, _) -> {});
  }

  private Reading read(byte[] zip) throws Exception {
    return GtfsReader.read(Files.write(folder.resolve("feed.zip"), zip), ReadOptions.usual());
  }

  private static void assertFatal(Reading reading, String code) {
    assertThat(reading.feed()).isEmpty();
    assertThat(reading.findings().counts()).containsOnlyKeys(code);
    assertThat(reading.findings().kept().getLast().advice()).isNotEmpty();
  }
}
