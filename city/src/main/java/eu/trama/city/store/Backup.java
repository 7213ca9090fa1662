package eu.trama.city.store;

import eu.trama.city.store.BackupManifest.File;
import eu.trama.city.store.BackupManifest.Module;
import eu.trama.city.store.BackupManifest.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/// The whole state in one file: every module's tables, as of one moment, and the files of
/// `TRAMA_HOME`. Servers go on working meanwhile.
///
/// ```java
/// BackupManifest made = Backup.write(store.url(), home, file, release, clock, System.out::println);
/// Restore.from(file).into(url, home, false);
/// ```
///
/// All is read in one transaction that sees the store as of its beginning. What was written is read
/// again and compared before the file gets its name, so that a backup is there whole or not at all.
public final class Backup {

  /// Of `TRAMA_HOME`, what is not part of the state: the embedded server, whose tables are read
  /// through SQL.
  private static final String SERVER = "postgres";

  /// Likewise: a server builds its copy of the ledger anew from the store. The key beside it stays.
  private static final List<String> REBUILT =
      List.of(
          "ledger/tile",
          "ledger/journal",
          "ledger/checkpoint",
          "ledger/checkpoint.new",
          "ledger/lock");

  private final DatabaseUrl url;
  private final Path home;
  private final Consumer<String> progress;

  private Backup(DatabaseUrl url, Path home, Consumer<String> progress) {
    this.url = url;
    this.home = home;
    this.progress = progress;
  }

  /// Writes a backup to `file`, in place of what is there.
  ///
  /// @param release of this Trama
  /// @param progress told what is being done
  /// @throws BackupRefusedException where it could not be written; then `file` is as before
  public static BackupManifest write(
      DatabaseUrl url, Path home, Path file, String release, Clock clock, Consumer<String> progress)
      throws IOException {
    Path attempt = DurableFiles.attempt(file.toAbsolutePath());
    try {
      var backup = new Backup(url, home, progress);
      BackupManifest manifest = backup.write(attempt, release, clock);
      progress.accept("checking what was written");
      try (var archive = BackupArchive.open(attempt)) {
        archive.verify();
      }
      DurableFiles.publish(attempt, file.toAbsolutePath());
      return manifest;
    } catch (SQLException e) {
      throw new BackupRefusedException(
          "The store at " + url + " could not be read: " + e.getMessage(), e);
    } finally {
      Files.deleteIfExists(attempt);
    }
  }

  private BackupManifest write(Path attempt, String release, Clock clock)
      throws SQLException, IOException {
    try (Connection connection = url.connect();
        var archive = new BackupWriter(attempt)) {
      var stored = new StoredTables(connection);
      stored.readable();
      connection.setAutoCommit(false);
      stored.run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
      List<Module> modules = stored.modules();
      if (modules.isEmpty()) {
        throw new BackupRefusedException("The store at " + url + " is empty: nothing to back up.");
      }
      var tables = new ArrayList<Table>();
      List<StoredTables.Table> found = stored.tables(modules);
      for (StoredTables.Table table : found) {
        // A migration that would change it waits.
        stored.run("LOCK TABLE " + table.sqlName() + " IN ACCESS SHARE MODE");
      }
      for (StoredTables.Table table : found) {
        progress.accept(table.schema() + "." + table.name());
        tables.add(copy(connection, table, archive));
      }
      var files = new ArrayList<File>();
      for (Path each : files()) {
        files.add(archive.file(home.relativize(each).toString(), each));
      }
      var manifest =
          new BackupManifest(
              BackupManifest.FORMAT,
              release,
              connection.getMetaData().getDatabaseProductVersion(),
              clock.instant(),
              modules,
              tables,
              stored.sequences(modules),
              files);
      archive.finish(manifest);
      return manifest;
    }
  }

  private static Table copy(Connection connection, StoredTables.Table table, BackupWriter archive)
      throws SQLException, IOException {
    var sum = new RowSum();
    CopyOut copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut(
                "COPY (SELECT " + table.columnList() + " FROM " + table.sqlName() + ") TO STDOUT");
    return archive.table(
        table,
        out -> {
          for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
            sum.add(row);
            out.write(row);
          }
          return sum;
        });
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(home)) {
      return List.of();
    }
    try (var all = Files.walk(home)) {
      return all.filter(each -> !each.startsWith(home.resolve(SERVER)))
          .filter(each -> REBUILT.stream().noneMatch(path -> each.startsWith(home.resolve(path))))
          .filter(each -> Files.isRegularFile(each, java.nio.file.LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    }
  }
}
