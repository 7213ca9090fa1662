package eu.trama.city.twin.imports;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Findings;
import eu.trama.city.twin.ImportFile;
import eu.trama.city.twin.Importer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ten million rows, read by a Java that may use 48 MB: a file of that size, held whole, needs many
/// times as much.
class LargeFileTest {

  private static final int ROWS = 10_000_000;
  private static final String HEAP = "-Xmx48m";
  private static final int MINUTES = 10;

  @TempDir Path folder;

  @Test
  void statisticsOfTenMillionRows() throws Exception {
    Path file = folder.resolve("large.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("zone,indicator,year,value\n");
      for (int i = 0; i < ROWS; i++) {
        out.write("neighbourhood:01,i" + i % 50_000 + "," + (1800 + i / 50_000) + "," + i + "\n");
      }
    }
    assertThat(readWithSmallHeap("statistics", file)).isEqualTo(ROWS + " features, 0 findings");
  }

  @Test
  void tenMillionBadRowsAreTenMillionFindingsOfWhichTwentyAreKept() throws Exception {
    Path file = folder.resolve("bad.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("id,lat,lon,name,kind\n");
      for (int i = 0; i < ROWS; i++) {
        out.write("f" + i + ",2.15,41.4,X,school\n");
      }
    }
    assertThat(readWithSmallHeap("facilities", file)).isEqualTo("0 features, 20 findings");
  }

  private static String readWithSmallHeap(String kind, Path file) throws Exception {
    Process java =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LargeFileTest.class.getName(),
                kind,
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(java.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
    return said.strip();
  }

  /// Reads a file in a Java of its own.
  static void main(String[] arguments) throws IOException {
    Path path = Path.of(arguments[1]);
    Importer importer =
        arguments[0].equals("statistics") ? new StatisticsImporter() : new FacilityImporter();
    List<Feature> zones =
        List.of(Trial.zone("neighbourhood:01", "el Raval", 2.1, 41.4, "official"));
    var findings = new Findings();
    var features = new long[1];
    var file = new ImportFile(path, Trial.BARCELONA, Map.of(), "", Files.size(path), bytes -> {});
    importer.read(file, zones, feature -> features[0]++, findings);
    System.out.println(features[0] + " features, " + findings.kept().size() + " findings");
  }
}
