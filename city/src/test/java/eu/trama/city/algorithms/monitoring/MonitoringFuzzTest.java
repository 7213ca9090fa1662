package eu.trama.city.algorithms.monitoring;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/// No plan, table of terms or checked sample makes a reader throw anything but its refusal. In the
/// plain test run Jazzer replays the seeds under `src/test/resources`; with `JAZZER_FUZZ=1` it
/// searches on.
class MonitoringFuzzTest {

  @FuzzTest
  void readsAnyPlan(byte[] input) {
    try {
      PlanReader.read("fuzz", new String(input, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException refused) {
      // Named.
    }
  }

  @FuzzTest
  void readsAnySample(byte[] input) {
    TruthFile file = TruthFile.read(new String(input, StandardCharsets.UTF_8));
    if (file.outcomes().isEmpty() && file.faults().isEmpty()) {
      throw new IllegalStateException("nothing was read and nothing is wrong");
    }
    if (file.outcomes().size() > TruthFile.MOST_LINES) {
      throw new IllegalStateException("too many lines");
    }
  }
}
