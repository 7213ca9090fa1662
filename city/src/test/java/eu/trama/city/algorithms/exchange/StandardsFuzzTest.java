package eu.trama.city.algorithms.exchange;

import com.code_intelligence.jazzer.junit.FuzzTest;
import eu.trama.city.algorithms.register.AlgorithmRecord;
import eu.trama.city.algorithms.register.Entry;
import eu.trama.city.algorithms.stages.Dossier;
import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Json;
import eu.trama.city.web.Language;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// No file of another register makes the import throw anything but its findings. What is taken goes
/// out in either standard, comes in again, and goes out the same. In the plain test run Jazzer
/// replays the seeds under `src/test/resources`; with `JAZZER_FUZZ=1` it searches on.
class StandardsFuzzTest {

  private static final List<Standard> STANDARDS = List.of(new DutchStandard(), new UkStandard());

  @FuzzTest(maxDuration = "60s")
  void importsAnyDutchFile(byte[] input) {
    imports(STANDARDS.getFirst(), input);
  }

  @FuzzTest(maxDuration = "60s")
  void importsAnyBritishFile(byte[] input) {
    imports(STANDARDS.getLast(), input);
  }

  private static void imports(Standard standard, byte[] input) {
    try {
      for (Imported each : ImportFile.read(standard, new String(input, StandardCharsets.UTF_8))) {
        AlgorithmRecord.ofJson(each.record().json());
        for (Standard other : STANDARDS) {
          settles(other, each);
        }
      }
    } catch (BadInput refused) {
      // Told as findings.
    }
  }

  private static void settles(Standard standard, Imported taken) {
    String out = out(standard, taken);
    Imported again = ImportFile.read(standard, out).getFirst();
    if (!again.id().equals(taken.id())) {
      throw new IllegalStateException(taken.id() + " came back as " + again.id());
    }
    String outAgain = out(standard, again);
    if (!outAgain.equals(out)) {
      throw new IllegalStateException(out + " went out again as " + outAgain);
    }
  }

  private static String out(Standard standard, Imported taken) {
    var entry =
        new Entry(
            taken.id(), taken.record(), 1, Optional.of(taken.record()), 1, List.of(), Dossier.NEW);
    return Json.write(standard.write(entry, Language.ENGLISH));
  }
}
