package eu.trama.city.mobility;

import eu.trama.city.twin.Blobs;
import eu.trama.city.twin.Digest;
import eu.trama.city.twin.ImportFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
  static String keep(ImportFile feed, Blobs blobs) throws IOException {
    if (!Files.isDirectory(feed.path())) {
      return keep(feed.path(), feed.sha256(), blobs);
    }
    Path zip = Files.createTempFile("trama-feed", ".zip");
    try {
      pack(feed.path(), zip);
      return keep(zip, hash(zip), blobs);
    } finally {
      Files.delete(zip);
    }
  }

  private static String keep(Path file, String sha256, Blobs blobs) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      blobs.keep(sha256, Files.size(file), in);
    }
    return sha256;
  }

  private static String hash(Path file) throws IOException {
    var digest = Digest.sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return Digest.hex(digest.digest());
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
