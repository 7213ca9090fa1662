package eu.trama.city.mobility;

import eu.trama.city.twin.Blobs;
import eu.trama.city.twin.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Keeps the file of a feed, so that a run can always be computed again: a zip as it is, a folder
/// as a zip of its tables. Equal folders give equal zips.
final class KeptFeed {

  private static final LocalDateTime ONE_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

  private KeptFeed() {}

  /// @return the hash under which it is kept
  static String keep(Path feed, Blobs blobs) throws IOException {
    if (!Files.isDirectory(feed)) {
      return keepFile(feed, blobs);
    }
    Path zip = Files.createTempFile("trama-feed", ".zip");
    try {
      pack(feed, zip);
      return keepFile(zip, blobs);
    } finally {
      Files.delete(zip);
    }
  }

  private static String keepFile(Path file, Blobs blobs) throws IOException {
    var digest = Digest.sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    String sha256 = Digest.hex(digest.digest());
    try (InputStream in = Files.newInputStream(file)) {
      blobs.keep(sha256, Files.size(file), in);
    }
    return sha256;
  }

  private static void pack(Path folder, Path zip) throws IOException {
    List<Path> tables;
    try (var files = Files.list(folder)) {
      tables = files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (Path table : tables) {
        var entry = new ZipEntry(String.valueOf(table.getFileName()));
        entry.setTimeLocal(ONE_TIME);
        out.putNextEntry(entry);
        Files.copy(table, out);
      }
    }
  }
}
