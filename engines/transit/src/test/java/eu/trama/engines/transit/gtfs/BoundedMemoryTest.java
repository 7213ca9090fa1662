package eu.trama.engines.transit.gtfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Large feeds are read in memory bounded by the columns, in a JVM of its own whose heap is too
/// small for anything else.
class BoundedMemoryTest {
  @Test
  void aMillionRowsIn128Megabytes() throws Exception {
    assertThat(readWithHeap("128m", 1_000_000)).isEqualTo("1000000 calls, 0 errors");
  }

  @Test
  @Tag("large")
  void tenMillionRowsIn768Megabytes() throws Exception {
    long began = System.nanoTime();
    assertThat(readWithHeap("768m", 10_000_000)).isEqualTo("10000000 calls, 0 errors");
    System.out.printf(
        "measured 10,000,000 rows of stop_times in 768 MB: %d s%n",
        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
  }

  private static String readWithHeap(String heap, int rows) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-cp",
                System.getProperty("java.class.path"),
                TenMillionRows.class.getName(),
                String.valueOf(rows))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output.strip();
  }
}
