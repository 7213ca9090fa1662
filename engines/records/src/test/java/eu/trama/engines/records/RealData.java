package eu.trama.engines.records;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// Real files to test with, which are not part of the project: from TRAMA_DATA, else `shared/data`
/// beside the project. A test that asks for one is skipped where it is absent.
public final class RealData {
  private RealData() {}

  public static Path file(String name) {
    String folder = System.getenv("TRAMA_DATA");
    Path data =
        folder == null
            ? Path.of(System.getProperty("trama.root", "."), "..", "shared", "data")
            : Path.of(folder);
    Path file = data.resolve(name);
    Assumptions.assumeTrue(
        Files.exists(file), () -> "real data are absent: " + file.normalize() + "; see TRAMA_DATA");
    return file;
  }
}
