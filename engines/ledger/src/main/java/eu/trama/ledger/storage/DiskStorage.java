package eu.trama.ledger.storage;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A folder on a disk. The file that was appended to last stays open, since a log appends to one
/// and forces it at once.
public final class DiskStorage implements Storage, AutoCloseable {

  private final Path root;
  private @Nullable String openPath;
  private @Nullable FileChannel open;

  public DiskStorage(Path root) {
    this.root = root;
  }

  @Override
  public Optional<byte[]> read(String path) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(root.resolve(path)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public void write(String path, byte[] bytes) throws IOException {
    Path file = root.resolve(path);
    try (FileChannel channel = create(file)) {
      writeAll(channel, bytes);
    }
  }

  private static FileChannel create(Path file) throws IOException {
    try {
      return FileChannel.open(file, CREATE, WRITE, TRUNCATE_EXISTING);
    } catch (NoSuchFileException noFolder) {
      Path folder = file.getParent();
      if (folder == null) {
        throw noFolder;
      }
      Files.createDirectories(folder);
      return FileChannel.open(file, CREATE, WRITE, TRUNCATE_EXISTING);
    }
  }

  private static void writeAll(FileChannel channel, byte[] bytes) throws IOException {
    for (ByteBuffer buffer = ByteBuffer.wrap(bytes); buffer.hasRemaining(); ) {
      channel.write(buffer);
    }
  }

  @Override
  public synchronized void append(String path, byte[] bytes) throws IOException {
    FileChannel channel = open;
    if (channel == null || !path.equals(openPath)) {
      close();
      channel = FileChannel.open(root.resolve(path), WRITE, APPEND);
      open = channel;
      openPath = path;
    }
    writeAll(channel, bytes);
  }

  @Override
  public void force(String path) throws IOException {
    FileChannel appended = appended(path);
    if (appended == null) {
      try (FileChannel channel = FileChannel.open(root.resolve(path), WRITE)) {
        channel.force(true);
      }
    } else {
      appended.force(false);
    }
  }

  private synchronized @Nullable FileChannel appended(String path) {
    return path.equals(openPath) ? open : null;
  }

  @Override
  public void forceFolder(String path) throws IOException {
    try (FileChannel channel = FileChannel.open(root.resolve(path), READ)) {
      channel.force(true);
    }
  }

  @Override
  public void rename(String from, String to) throws IOException {
    Files.move(
        root.resolve(from),
        root.resolve(to),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void delete(String path) throws IOException {
    synchronized (this) {
      if (path.equals(openPath)) {
        close();
      }
    }
    Files.deleteIfExists(root.resolve(path));
  }

  @Override
  public List<String> list(String folder) throws IOException {
    try (Stream<Path> names = Files.list(root.resolve(folder))) {
      return names.map(each -> each.getFileName().toString()).sorted().toList();
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    FileChannel channel = open;
    open = null;
    openPath = null;
    if (channel != null) {
      channel.close();
    }
  }
}
