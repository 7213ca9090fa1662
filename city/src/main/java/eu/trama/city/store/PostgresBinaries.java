package eu.trama.city.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs, unpacked from the binaries jar into a folder named by their version.
record PostgresBinaries(Path folder) {

  /// The version in the jar; a test compares it with what the programs say.
  static final String VERSION = "18.6";

  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
  private static final int OWNER_EXECUTES = 0100;

  /// The programs in `parent`, unpacked first if they are not there. The caller holds the start
  /// lock of `parent`.
  ///
  /// @throws StoreUnavailableException where this machine is not the one the programs were made for
  static PostgresBinaries unpackedIn(Path parent) throws IOException, InterruptedException {
    Path folder = parent.resolve("postgresql-" + VERSION);
    if (!Files.isDirectory(folder)) {
      requirePlatform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
      DurableFiles.removeAttempts(folder);
      Path attempt = DurableFiles.attempt(folder);
      unpack(attempt);
      DurableFiles.syncTree(attempt);
      DurableFiles.publish(attempt, folder);
    }
    return new PostgresBinaries(folder);
  }

  static void requirePlatform(String system, String processor) {
    if (!system.equals("Linux") || !List.of("amd64", "x86_64").contains(processor)) {
      throw new StoreUnavailableException(
          "The embedded PostgreSQL runs on Linux on amd64; this is %s on %s. Set TRAMA_DB_URL to a PostgreSQL server."
              .formatted(system, processor));
    }
  }

  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  private static void unpack(Path target) throws IOException {
    Files.createDirectories(target);
    try (InputStream packed = PostgresBinaries.class.getResourceAsStream(ARCHIVE)) {
      if (packed == null) {
        throw new StoreUnavailableException(
            "The class path lacks " + ARCHIVE + ". Set TRAMA_DB_URL to a PostgreSQL server.");
      }
      var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)));
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(tar, entry, target);
      }
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    Path file = target.resolve(entry.getName()).normalize();
    if (!file.startsWith(target)) {
      throw new IllegalStateException("archive entry outside its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, file);
    boolean program = (entry.getMode() & OWNER_EXECUTES) != 0;
    Files.setPosixFilePermissions(
        file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
