package eu.trama.city.store;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The server's own log, `server.log`, and the part before it, `server.log.1`; together about twice
/// [#LIMIT].
///
/// The server appends, so it goes on at the new end of a file that was cut under it.
record ServerLog(Path file) {

  static final long LIMIT = 4L << 20;

  private static final int TAIL = 8192;

  /// Makes the file, and cuts it where it has grown past the limit.
  void bound(ServerUser user) throws IOException {
    try (FileChannel log = FileChannel.open(file, CREATE, WRITE, APPEND)) {
      if (log.size() > LIMIT) {
        Path earlier = file.resolveSibling(file.getFileName() + ".1");
        Files.copy(file, earlier, StandardCopyOption.REPLACE_EXISTING);
        user.own(earlier);
        log.truncate(0);
      }
    }
    user.own(file);
  }

  long size() throws IOException {
    return Files.size(file);
  }

  /// What was logged since the log was `from` bytes long, at most its last 8 KiB.
  String since(long from) throws IOException {
    try (FileChannel log = FileChannel.open(file, READ)) {
      long start = Math.max(Math.min(from, log.size()), log.size() - TAIL);
      ByteBuffer text = ByteBuffer.allocate((int) (log.size() - start));
      while (text.hasRemaining() && log.read(text, start + text.position()) >= 0) {
        // a short read goes on where it stopped
      }
      return new String(text.array(), 0, text.position(), StandardCharsets.UTF_8);
    }
  }
}
