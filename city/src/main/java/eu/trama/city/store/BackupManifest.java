package eu.trama.city.store;

import java.time.Instant;
import java.util.List;

/// What a backup holds, so that it can be checked without a database and after it was restored into
/// one.
///
/// @param format of the archive; this Trama reads [#FORMAT]
/// @param trama the release that wrote it
/// @param postgres the version of the server it was read from
/// @param sequences numbers that were given out, by sequence
public record BackupManifest(
    int format,
    String trama,
    String postgres,
    Instant made,
    List<Module> modules,
    List<Table> tables,
    List<Sequence> sequences,
    List<File> files) {

  public static final int FORMAT = 1;

  /// A module's schema and the migrations that made it.
  public record Module(String schema, List<Migration> migrations) {

    /// The version of the last migration.
    String version() {
      return migrations.getLast().version();
    }
  }

  /// A migration by its version and Flyway's checksum of its text.
  public record Migration(String version, int checksum) {}

  /// A table as text (PostgreSQL's COPY).
  ///
  /// @param entry its name in the archive
  /// @param bytes of the text
  /// @param sha256 of the text
  /// @param sum of its rows, in whatever order, see [RowSum]
  public record Table(
      String schema,
      String name,
      List<String> columns,
      String entry,
      long rows,
      long bytes,
      String sha256,
      String sum) {}

  public record Sequence(String schema, String name, long last, boolean called) {}

  /// A file of `TRAMA_HOME`, by its path there.
  public record File(String path, String entry, long bytes, String sha256) {}

  /// Rows of all tables.
  public long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }
}
