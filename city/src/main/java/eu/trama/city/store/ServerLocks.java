package eu.trama.city.store;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// How the processes that use one embedded server agree: two locked files, which the system
/// releases when their holder dies, however it dies.
///
/// - `start.lock`, exclusive: held while a server is unpacked, initialised, started or stopped.
/// - `use.lock`, shared: held by every process as long as it uses the server. Who can have it
///   exclusively is alone.
///
/// Such locks belong to the whole JVM, therefore one JVM uses a folder once at a time.
final class ServerLocks implements AutoCloseable {

  private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();
  private static final ReentrantLock TURN_HERE = new ReentrantLock();

  private final Path folder;
  private final FileChannel use;
  private @Nullable FileLock share;

  private ServerLocks(Path folder, FileChannel use) {
    this.folder = folder;
    this.use = use;
  }

  static ServerLocks open(Path folder, ServerUser user) throws IOException {
    if (!HERE.add(folder)) {
      throw new IllegalStateException("this JVM already uses the server in " + folder);
    }
    try {
      return new ServerLocks(folder, channel(folder.resolve("use.lock"), user));
    } catch (IOException e) {
      HERE.remove(folder);
      throw e;
    }
  }

  /// Waits for the turn to start or stop the server.
  static Turn turn(Path folder, ServerUser user) throws IOException {
    TURN_HERE.lock();
    try {
      FileChannel channel = channel(folder.resolve("start.lock"), user);
      channel.lock();
      return new Turn(channel);
    } catch (IOException | RuntimeException e) {
      TURN_HERE.unlock();
      throw e;
    }
  }

  /// Whether no other process uses the server; only the holder of the turn may ask. This process
  /// then no longer does.
  boolean alone() throws IOException {
    if (share != null) {
      share.release();
      share = null;
    }
    FileLock all = use.tryLock();
    if (all == null) {
      return false;
    }
    all.release();
    return true;
  }

  /// From here on, until closed, this process uses the server.
  void share() throws IOException {
    share = use.lock(0, Long.MAX_VALUE, true);
  }

  @Override
  public void close() throws IOException {
    try {
      use.close();
    } finally {
      HERE.remove(folder);
    }
  }

  private static FileChannel channel(Path file, ServerUser user) throws IOException {
    FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE);
    user.own(file);
    return channel;
  }

  /// The turn to start or stop a server, given back when closed by the thread that took it.
  record Turn(FileChannel channel) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      try {
        channel.close();
      } finally {
        TURN_HERE.unlock();
      }
    }
  }
}
