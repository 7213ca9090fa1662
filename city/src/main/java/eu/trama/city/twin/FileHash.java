package eu.trama.city.twin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;

/// SHA-256 and size of a file; of a folder, of its files in the order of their names, each after
/// its name and size.
record FileHash(String sha256, long bytes) {

  private static final int BUFFER = 1 << 16;

  static FileHash of(Path path) throws IOException {
    MessageDigest digest = Digest.sha256();
    if (!Files.isDirectory(path)) {
      long bytes = add(path, digest);
      return new FileHash(Digest.hex(digest.digest()), bytes);
    }
    long bytes = 0;
    List<Path> files;
    try (var tree = Files.walk(path)) {
      files = tree.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      String head = path.relativize(file) + "\n" + Files.size(file) + "\n";
      digest.update(head.getBytes(StandardCharsets.UTF_8));
      bytes += add(file, digest);
    }
    return new FileHash(Digest.hex(digest.digest()), bytes);
  }

  private static long add(Path file, MessageDigest digest) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
        bytes += read;
      }
    }
    return bytes;
  }
}
