package eu.trama.city.store;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Folders that are there whole or not at all, whatever is killed or loses power in between.
final class DurableFiles {

  private static final SecureRandom RANDOM = new SecureRandom();

  private DurableFiles() {}

  /// A name beside `folder` that nobody has used: a process left over from a killed attempt keeps
  /// writing into its own attempt, never into this one.
  static Path attempt(Path folder) {
    byte[] name = new byte[6];
    RANDOM.nextBytes(name);
    return folder.resolveSibling(folder.getFileName() + ".new-" + HexFormat.of().formatHex(name));
  }

  /// Removes what earlier attempts at `folder` left. What a leftover process still writes to stays
  /// for the next start.
  static void removeAttempts(Path folder) throws IOException {
    try (var siblings =
        Files.newDirectoryStream(
            requireNonNull(folder.getParent()), folder.getFileName() + ".new-*")) {
      for (Path attempt : siblings) {
        removeTree(attempt);
      }
    }
  }

  /// Gives a finished attempt its name, in one step that survives a power cut.
  static void publish(Path attempt, Path folder) throws IOException {
    sync(attempt);
    Files.move(attempt, folder, StandardCopyOption.ATOMIC_MOVE);
    sync(requireNonNull(folder.getParent()));
  }

  /// Forces everything under `folder` to the disk in one go; a thousand files one by one take a
  /// busy disk half a minute.
  static void syncTree(Path folder) throws IOException, InterruptedException {
    Process sync =
        new ProcessBuilder("sync", "--file-system", folder.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(sync.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (sync.waitFor() != 0) {
      throw new IOException("sync failed: " + said.strip());
    }
  }

  /// Forces a file or a folder's list of names to the disk.
  static void sync(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /// Removes as much of a tree as can be removed.
  ///
  /// @return whether all of it is gone
  static boolean removeTree(Path root) throws IOException {
    if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      return true;
    }
    boolean[] gone = {true};
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return remove(file);
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return remove(file);
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
            return remove(folder);
          }

          private FileVisitResult remove(Path path) {
            try {
              Files.deleteIfExists(path);
            } catch (IOException e) {
              gone[0] = false;
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return gone[0];
  }
}
