package eu.trama.city.store;

import static java.util.Objects.requireNonNull;

import eu.trama.city.store.BackupManifest.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// Files of a backup on their way to `TRAMA_HOME`: written beside it first, where only their owner
/// reads them, and each moved to its place in one step when the tables are in.
record RestoredFiles(Path staged, Path home, List<File> files) implements AutoCloseable {

  static RestoredFiles stage(BackupArchive archive, Path home) throws IOException {
    Path staged = DurableFiles.attempt(home.toAbsolutePath());
    var restored = new RestoredFiles(staged, home, archive.manifest().files());
    for (File file : restored.files) {
      Path target = restored.within(staged, file);
      var onlyOwner = PosixFilePermissions.fromString("rwx------");
      Files.createDirectories(
          requireNonNull(target.getParent()), PosixFilePermissions.asFileAttribute(onlyOwner));
      try (InputStream in = archive.open(file.entry())) {
        Files.copy(in, target);
      }
      DurableFiles.sync(target);
    }
    return restored;
  }

  /// @throws BackupRefusedException where a file would be replaced that need not be
  void check(boolean replace) throws IOException {
    for (File file : files) {
      Path there = within(home, file);
      if (!replace && Files.exists(there) && !Sha256.of(there).equals(file.sha256())) {
        throw new BackupRefusedException(
            there + " is another file than the backup's. Say --replace to replace it.");
      }
    }
  }

  void publish() throws IOException {
    for (File file : files) {
      Path target = within(home, file);
      Files.createDirectories(requireNonNull(target.getParent()));
      Files.move(
          within(staged, file),
          target,
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void close() throws IOException {
    DurableFiles.removeTree(staged);
  }

  private Path within(Path folder, File file) {
    Path path = folder.resolve(file.path()).normalize();
    if (!path.startsWith(folder.normalize()) || path.equals(folder.normalize())) {
      throw new BackupRefusedException(
          "The backup was altered: its file " + file.path() + " leads out of its folder.");
    }
    return path;
  }
}
