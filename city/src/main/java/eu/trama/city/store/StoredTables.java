package eu.trama.city.store;

import eu.trama.city.store.BackupManifest.Migration;
import eu.trama.city.store.BackupManifest.Module;
import eu.trama.city.store.BackupManifest.Sequence;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What PostgreSQL's catalogue says of the modules' schemas over one connection.
record StoredTables(Connection connection) {

  /// A table, and its columns that hold what was put into them.
  record Table(String schema, String name, List<String> columns) {

    String sqlName() {
      return quoted(schema) + "." + quoted(name);
    }

    String columnList() {
      return String.join(", ", columns.stream().map(StoredTables::quoted).toList());
    }
  }

  /// A foreign key: the command that takes it away and the one that makes it again.
  record ForeignKey(String drop, String add) {}

  /// Text is the same whoever reads it, and rows come in the order in which they lie.
  void readable() throws SQLException {
    run(
        "SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres'; SET TimeZone = 'UTC';"
            + " SET extra_float_digits = 1; SET bytea_output = 'hex'; SET statement_timeout = 0");
  }

  /// The modules that have tables here, by name.
  List<Module> modules() throws SQLException {
    var modules = new ArrayList<Module>();
    for (String schema : Migrations.histories(connection)) {
      List<Migration> migrations =
          read(
              "SELECT version, coalesce(checksum, 0) FROM "
                  + quoted(schema)
                  + "."
                  + Migrations.HISTORY
                  + " WHERE success AND version IS NOT NULL ORDER BY installed_rank",
              row -> new Migration(row.getString(1), row.getInt(2)));
      if (!migrations.isEmpty()) {
        modules.add(new Module(schema, migrations));
      }
    }
    return modules;
  }

  List<Table> tables(List<Module> modules) throws SQLException {
    return read(
        """
        SELECT n.nspname, c.relname, array_agg(a.attname::text ORDER BY a.attnum)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> 'schema_history'
          AND n.nspname = ANY (?) AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        GROUP BY 1, 2 ORDER BY 1, 2
        """,
        row ->
            new Table(
                row.getString(1),
                row.getString(2),
                Arrays.asList((String[]) row.getArray(3).getArray())),
        schemas(modules));
  }

  List<Sequence> sequences(List<Module> modules) throws SQLException {
    List<Sequence> names =
        read(
            "SELECT schemaname, sequencename FROM pg_sequences WHERE schemaname = ANY (?) ORDER BY 1, 2",
            row -> new Sequence(row.getString(1), row.getString(2), 0, false),
            schemas(modules));
    var sequences = new ArrayList<Sequence>();
    for (Sequence each : names) {
      String from = "SELECT last_value, is_called FROM " + sqlName(each);
      sequences.addAll(
          read(
              from,
              row -> new Sequence(each.schema(), each.name(), row.getLong(1), row.getBoolean(2))));
    }
    return sequences;
  }

  List<ForeignKey> foreignKeys(List<Module> modules) throws SQLException {
    return read(
        """
        SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', c.conrelid::regclass, c.conname),
          format('ALTER TABLE %s ADD CONSTRAINT %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid))
        FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace
        WHERE c.contype = 'f' AND c.conparentid = 0 AND n.nspname = ANY (?) ORDER BY 1
        """,
        row -> new ForeignKey(row.getString(1), row.getString(2)), schemas(modules));
  }

  void run(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @FunctionalInterface
  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> read(String sql, Reader<T> reader, Object... parameters) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      var found = new ArrayList<T>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
      return found;
    }
  }

  private Object schemas(List<Module> modules) throws SQLException {
    return connection.createArrayOf("text", modules.stream().map(Module::schema).toArray());
  }

  static String sqlName(Sequence sequence) {
    return quoted(sequence.schema()) + "." + quoted(sequence.name());
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
