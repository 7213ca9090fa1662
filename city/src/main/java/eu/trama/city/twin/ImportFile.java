package eu.trama.city.twin;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/// A file or folder to import.
///
/// @param city whose it is
/// @param options what was said about it, by the names of [ImportKind#options]
/// @param sha256 hash of its bytes, hexadecimal; of a folder, of its files in the order of their
///   names
/// @param bytes its size
/// @param progress is told how many more bytes were read
public record ImportFile(
    Path path,
    City city,
    Map<String, String> options,
    String sha256,
    long bytes,
    LongConsumer progress) {

  public ImportFile {
    options = Map.copyOf(options);
  }

  /// What findings call it.
  public String name() {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  public Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  /// Its bytes from the start; reading tells the progress. For a file only, not for a folder.
  public InputStream open() throws IOException {
    return new Counting(Files.newInputStream(path), progress);
  }

  private static final class Counting extends FilterInputStream {

    private final LongConsumer progress;

    Counting(InputStream in, LongConsumer progress) {
      super(in);
      this.progress = progress;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      if (read >= 0) {
        progress.accept(1);
      }
      return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      if (read > 0) {
        progress.accept(read);
      }
      return read;
    }
  }
}
