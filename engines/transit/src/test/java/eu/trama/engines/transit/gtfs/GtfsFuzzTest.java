package eu.trama.engines.transit.gtfs;

import com.code_intelligence.jazzer.junit.FuzzTest;
import eu.trama.engines.transit.findings.Findings;
import eu.trama.engines.transit.timetable.ServiceDay;
import eu.trama.engines.transit.timetable.ServiceDay.NamedFeed;
import eu.trama.engines.transit.timetable.ServiceDay.TransferRules;
import eu.trama.engines.transit.timetable.TimetableComposer;
import eu.trama.engines.transit.walking.StraightLine;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// No input makes the reader throw, and whatever feed it yields can be composed. In the plain test
/// run Jazzer replays the seeds under `src/test/resources`; with `JAZZER_FUZZ=1` it searches on.
class GtfsFuzzTest {
  /// Files of a feed one after the other, each headed by a line `=name`.
  @FuzzTest
  void readsAnyText(byte[] input) throws InterruptedException {
    Map<String, byte[]> files = new TreeMap<>();
    for (String part : new String(input, StandardCharsets.ISO_8859_1).split("(^|\n)=", -1)) {
      int end = part.indexOf('\n');
      if (end > 0) {
        files.put(
            part.substring(0, end), part.substring(end + 1).getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    FeedSource source =
        name -> {
          byte[] bytes = files.get(name);
          return bytes == null ? null : new FeedSource.File(new ByteArrayInputStream(bytes), -1);
        };
    compose(GtfsReader.read(source, ReadOptions.usual(), new Findings(100)));
  }

  @FuzzTest
  void readsAnyZip(byte[] input) throws Exception {
    Path file = Files.createTempFile("feed", ".zip");
    try {
      Files.write(file, input);
      compose(GtfsReader.read(file, ReadOptions.usual()));
    } finally {
      Files.delete(file);
    }
  }

  private static void compose(Reading reading) {
    if (reading.feed().isPresent()) {
      Feed feed = reading.feed().get();
      long frequent = feed.frequencies().stream().filter(f -> f.everySeconds() < 60).count();
      // A feed may ask for a departure each second; that is its right, and not what is tested.
      if (frequent == 0 && feed.frequencies().size() < 20) {
        TimetableComposer.compose(
            new ServiceDay(
                List.of(new NamedFeed("f", feed, LocalDate.of(2026, 3, 3))),
                List.of(),
                List.of(),
                new TransferRules(StraightLine.usual(), 600, 0)));
      }
    } else if (reading.findings().errors() == 0) {
      throw new AssertionError("no feed, and no word why");
    }
  }
}
