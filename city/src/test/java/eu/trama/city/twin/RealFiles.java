package eu.trama.city.twin;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// The cities' own files, which are not part of the project: in the folder that TRAMA_DATA names,
/// else in `shared/data` beside the project. A test that asks for one is skipped where it is
/// absent.
public final class RealFiles {

  private RealFiles() {}

  public static Path file(String name) {
    String told = System.getenv("TRAMA_DATA");
    Path data =
        told == null
            ? Path.of(System.getProperty("trama.root", ".")).resolve("../shared/data")
            : Path.of(told);
    Path file = data.resolve(name).normalize();
    Assumptions.assumeTrue(
        Files.exists(file), "real files are absent: " + file + " (set TRAMA_DATA); not tested");
    return file;
  }
}
