package eu.trama.engines.transit.gtfs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A feed unpacked in a folder.
final class FolderSource implements FeedSource {
  private final Path folder;

  FolderSource(Path folder) {
    this.folder = folder;
  }

  @Override
  public @Nullable File open(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.isRegularFile(file) ? new File(Files.newInputStream(file), -1) : null;
  }
}
