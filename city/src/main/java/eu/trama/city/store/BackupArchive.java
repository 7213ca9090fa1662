package eu.trama.city.store;

import eu.trama.city.store.BackupManifest.File;
import eu.trama.city.store.BackupManifest.Table;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;

/// A backup that somebody gives us: trusted no further than its manifest can be checked.
final class BackupArchive implements AutoCloseable {

  /// A manifest names tables and files; this many bytes are a hundred thousand of them.
  private static final int MANIFEST_LIMIT = 32 << 20;

  private static final int PIECE = 1 << 16;

  private final Path file;
  private final ZipFile zip;
  private final BackupManifest manifest;

  private BackupArchive(Path file, ZipFile zip, BackupManifest manifest) {
    this.file = file;
    this.zip = zip;
    this.manifest = manifest;
  }

  /// Opens a backup and reads its manifest.
  ///
  /// @throws BackupRefusedException where it is no backup, or a truncated or altered one, or one of
  ///   a later format
  static BackupArchive open(Path file) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (ZipException | EOFException e) {
      throw new BackupRefusedException(
          file + " is not a backup, or only the beginning of one (" + e.getMessage() + ").", e);
    }
    try {
      return new BackupArchive(file, zip, manifest(file, zip));
    } catch (RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  BackupManifest manifest() {
    return manifest;
  }

  /// Reads everything and compares it with the manifest.
  ///
  /// @throws BackupRefusedException with the first thing that differs
  void verify() {
    Set<String> named = new HashSet<>(Set.of(BackupWriter.MANIFEST, BackupWriter.MANIFEST_HASH));
    for (Table table : manifest.tables()) {
      named.add(table.entry());
      verify(table.entry(), table.bytes(), table.sha256());
    }
    for (File each : manifest.files()) {
      named.add(each.entry());
      verify(each.entry(), each.bytes(), each.sha256());
    }
    zip.stream()
        .map(ZipEntry::getName)
        .filter(name -> !named.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw altered(name, "is not named in the manifest");
        });
  }

  /// The text of a table or file.
  InputStream open(String entry) throws IOException {
    return zip.getInputStream(entry(zip, file, entry));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private void verify(String entry, long bytes, String sha256) {
    MessageDigest digest = Sha256.digest();
    long left = bytes;
    try (InputStream in = open(entry)) {
      byte[] piece = new byte[PIECE];
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        left -= read;
        if (left < 0) {
          throw altered(entry, "is longer than the manifest says");
        }
        digest.update(piece, 0, read);
      }
    } catch (IOException e) {
      throw new BackupRefusedException(said(file, entry, "cannot be read"), e);
    }
    if (left > 0) {
      throw altered(entry, "is shorter than the manifest says");
    }
    if (!Sha256.hex(digest).equals(sha256)) {
      throw altered(entry, "has another SHA-256 than the manifest says");
    }
  }

  private BackupRefusedException altered(String entry, String how) {
    return altered(file, entry, how);
  }

  private static BackupRefusedException altered(Path file, String entry, String how) {
    return new BackupRefusedException(said(file, entry, how));
  }

  private static String said(Path file, String entry, String how) {
    return file + " is damaged or was altered: " + entry + " " + how + ". Use another backup.";
  }

  private static BackupManifest manifest(Path file, ZipFile zip) {
    byte[] text = small(file, zip, BackupWriter.MANIFEST);
    String hash =
        new String(small(file, zip, BackupWriter.MANIFEST_HASH), StandardCharsets.US_ASCII).strip();
    if (!Sha256.of(text).equals(hash)) {
      throw altered(file, BackupWriter.MANIFEST, "has another SHA-256 than was noted");
    }
    try {
      int format = BackupWriter.JSON.readTree(text).path("format").asInt(0);
      if (format != BackupManifest.FORMAT) {
        throw new BackupRefusedException(
            file + " has format " + format + ", which this Trama does not read: use a later one.");
      }
      return BackupWriter.JSON.readValue(text, BackupManifest.class);
    } catch (JacksonException e) {
      throw new BackupRefusedException(said(file, BackupWriter.MANIFEST, "cannot be read"), e);
    }
  }

  private static byte[] small(Path file, ZipFile zip, String name) {
    try (InputStream in = zip.getInputStream(entry(zip, file, name))) {
      byte[] bytes = in.readNBytes(MANIFEST_LIMIT);
      if (in.read() >= 0) {
        throw altered(file, name, "is too long");
      }
      return bytes;
    } catch (IOException e) {
      throw new BackupRefusedException(said(file, name, "cannot be read"), e);
    }
  }

  private static ZipEntry entry(ZipFile zip, Path file, String name) {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw altered(file, name, "is missing");
    }
    return entry;
  }
}
