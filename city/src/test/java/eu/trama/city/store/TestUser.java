package eu.trama.city.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Who runs the tests, and whom root can become in them.
final class TestUser {

  /// An ordinary user that every Linux system has; only root can become it.
  static final ServerUser NOBODY =
      ServerUser.choose(ServerUser.ROOT, ServerUser.NOBODY, () -> false);

  private TestUser() {}

  static boolean isRoot() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(ServerUser.ROOT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
