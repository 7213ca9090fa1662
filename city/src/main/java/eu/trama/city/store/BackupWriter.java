package eu.trama.city.store;

import eu.trama.city.store.BackupManifest.File;
import eu.trama.city.store.BackupManifest.Table;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes the archive of a backup: a zip file with a text for each table, the files, and last the
/// manifest and its hash. Only its owner may read it.
final class BackupWriter implements AutoCloseable {

  static final String MANIFEST = "manifest.json";
  static final String MANIFEST_HASH = "manifest.sha256";
  static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final int BUFFER = 1 << 16;

  /// Writes the rows of a table.
  @FunctionalInterface
  interface Rows {
    RowSum write(OutputStream out) throws IOException, SQLException;
  }

  private final ZipOutputStream zip;

  BackupWriter(Path file) throws IOException {
    var onlyOwner = PosixFilePermissions.fromString("rw-------");
    Files.createFile(file, PosixFilePermissions.asFileAttribute(onlyOwner));
    zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
    zip.setLevel(Deflater.BEST_SPEED);
  }

  Table table(StoredTables.Table table, Rows rows) throws IOException, SQLException {
    String entry = "tables/" + table.schema() + "." + table.name() + ".copy";
    zip.putNextEntry(new ZipEntry(entry));
    var measured = new Measured(zip);
    RowSum sum = rows.write(measured);
    zip.closeEntry();
    return new Table(
        table.schema(),
        table.name(),
        table.columns(),
        entry,
        sum.rows(),
        measured.bytes,
        Sha256.hex(measured.digest),
        sum.hex());
  }

  File file(String path, Path source) throws IOException {
    String entry = "files/" + path;
    zip.putNextEntry(new ZipEntry(entry));
    var measured = new Measured(zip);
    Files.copy(source, measured);
    zip.closeEntry();
    return new File(path, entry, measured.bytes, Sha256.hex(measured.digest));
  }

  /// The last to be written.
  void finish(BackupManifest manifest) throws IOException {
    byte[] text = JSON.writeValueAsBytes(manifest);
    entry(MANIFEST, text);
    entry(MANIFEST_HASH, (Sha256.of(text) + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  private void entry(String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /// Counts and hashes what goes through; does not close what it writes to.
  private static final class Measured extends FilterOutputStream {

    private final MessageDigest digest = Sha256.digest();
    private long bytes;

    Measured(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      digest.update((byte) b);
      bytes++;
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
      out.write(from, offset, length);
      digest.update(from, offset, length);
      bytes += length;
    }
  }
}
