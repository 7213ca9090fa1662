package eu.trama.city.store;

import eu.trama.city.store.BackupManifest.Module;
import eu.trama.city.store.BackupManifest.Sequence;
import eu.trama.city.store.BackupManifest.Table;
import eu.trama.city.store.StoredTables.ForeignKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/// Brings a [Backup] back, into an empty store or in place of what is there.
///
/// All of the archive is checked before anything changes. Then one transaction makes the tables as
/// the backup's release had them, fills them, reads them again, compares, and brings them up to
/// date: whatever fails or is killed in between, the store is as before.
public final class Restore {

  private final DatabaseUrl url;
  private final Path home;
  private final Consumer<String> progress;

  /// @param url the store to restore into
  /// @param home `TRAMA_HOME`, for the files
  /// @param progress told what is being done
  public Restore(DatabaseUrl url, Path home, Consumer<String> progress) {
    this.url = url;
    this.home = home;
    this.progress = progress;
  }

  /// Checks a backup without touching any store.
  ///
  /// @throws BackupRefusedException with what is wrong with it
  public static BackupManifest check(Path file) throws IOException {
    try (var archive = BackupArchive.open(file)) {
      archive.verify();
      return archive.manifest();
    }
  }

  /// Restores a backup.
  ///
  /// @param replace whether a state that is there may be replaced
  /// @throws BackupRefusedException with the reason; nothing has changed
  public BackupManifest from(Path file, boolean replace) throws IOException {
    try (var archive = BackupArchive.open(file)) {
      progress.accept("checking " + file);
      archive.verify();
      try (var files = RestoredFiles.stage(archive, home);
          Connection connection = url.connect(Map.of("ApplicationName", "trama-restore"))) {
        connection.setAutoCommit(false);
        into(connection, archive, replace);
        files.check(replace);
        connection.commit();
        files.publish();
      } catch (SQLException e) {
        throw new BackupRefusedException(
            "The backup could not be restored: " + e.getMessage() + ". Nothing has changed.", e);
      }
      return archive.manifest();
    }
  }

  private void into(Connection connection, BackupArchive archive, boolean replace)
      throws SQLException, IOException {
    var stored = new StoredTables(connection);
    stored.readable();
    stored.run("SET LOCAL lock_timeout = '30s'");
    refuseWhileUsed(connection);
    List<String> there = Migrations.histories(connection);
    if (!there.isEmpty() && !replace) {
      throw new BackupRefusedException(
          "The store at "
              + url
              + " holds a state ("
              + String.join(", ", there)
              + "). Back it up, then say --replace to replace it.");
    }
    for (String schema : there) {
      stored.run("DROP SCHEMA " + StoredTables.quoted(schema) + " CASCADE");
    }
    BackupManifest manifest = archive.manifest();
    makeTables(connection, stored, manifest);
    List<ForeignKey> keys = stored.foreignKeys(manifest.modules());
    for (ForeignKey key : keys) {
      stored.run(key.drop());
    }
    for (Table table : manifest.tables()) {
      progress.accept(table.schema() + "." + table.name());
      fill(connection, archive, table);
    }
    for (ForeignKey key : keys) {
      stored.run(key.add());
    }
    for (Sequence sequence : manifest.sequences()) {
      set(connection, sequence);
    }
    progress.accept("bringing the tables up to date");
    Migrations.run(new OneTransaction(connection), schemas(manifest));
  }

  /// Makes the tables as they were when the backup was written.
  private static void makeTables(
      Connection connection, StoredTables stored, BackupManifest manifest) throws SQLException {
    for (Module module : manifest.modules()) {
      try {
        Migrations.run(
            new OneTransaction(connection), new ModuleSchema(module.schema()), module.version());
      } catch (StoreUnavailableException e) {
        throw new BackupRefusedException(
            "This Trama cannot make the tables of '%s' as the backup has them: %s"
                .formatted(module.schema(), e.getMessage()),
            e);
      }
    }
    if (!stored.modules().equals(manifest.modules())) {
      throw new BackupRefusedException(
          "The backup was made by a Trama whose migrations differ from this one's: use the release "
              + manifest.trama()
              + " or a later one.");
    }
    Set<StoredTables.Table> made = Set.copyOf(stored.tables(manifest.modules()));
    Set<StoredTables.Table> wanted =
        manifest.tables().stream()
            .map(table -> new StoredTables.Table(table.schema(), table.name(), table.columns()))
            .collect(Collectors.toUnmodifiableSet());
    if (!made.equals(wanted)) {
      throw new BackupRefusedException(
          "The tables of the backup are not those that its migrations make; use another backup.");
    }
  }

  private static void fill(Connection connection, BackupArchive archive, Table table)
      throws SQLException, IOException {
    var copies = connection.unwrap(PGConnection.class).getCopyAPI();
    var target = new StoredTables.Table(table.schema(), table.name(), table.columns());
    try (InputStream text = archive.open(table.entry())) {
      // COPY sets identity columns to what the text says.
      copies.copyIn("COPY " + target.sqlName() + " (" + target.columnList() + ") FROM STDIN", text);
    }
    var sum = new RowSum();
    CopyOut back =
        copies.copyOut(
            "COPY (SELECT " + target.columnList() + " FROM " + target.sqlName() + ") TO STDOUT");
    for (byte[] row = back.readFromCopy(); row != null; row = back.readFromCopy()) {
      sum.add(row);
    }
    if (sum.rows() != table.rows() || !sum.hex().equals(table.sum())) {
      throw new BackupRefusedException(
          "The table %s holds %d rows after the restore and not the %d of the backup, or others. Nothing has changed."
              .formatted(target.sqlName(), sum.rows(), table.rows()));
    }
  }

  private static void set(Connection connection, Sequence sequence) throws SQLException {
    try (var statement = connection.prepareStatement("SELECT setval(?::regclass, ?, ?)")) {
      statement.setString(1, StoredTables.sqlName(sequence));
      statement.setLong(2, sequence.last());
      statement.setBoolean(3, sequence.called());
      statement.execute();
    }
  }

  private void refuseWhileUsed(Connection connection) throws SQLException {
    String sql =
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            + " AND application_name = 'trama' AND pid <> pg_backend_pid()";
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      if (row.getInt(1) > 0) {
        throw new BackupRefusedException(
            "A server uses the store at " + url + ": stop it, then restore.");
      }
    }
  }

  private static List<ModuleSchema> schemas(BackupManifest manifest) {
    return manifest.modules().stream().map(module -> new ModuleSchema(module.schema())).toList();
  }
}
