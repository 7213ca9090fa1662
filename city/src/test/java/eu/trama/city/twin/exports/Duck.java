package eu.trama.city.twin.exports;

import java.nio.file.Path;
import java.sql.Array;
import java.sql.Blob;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// DuckDB, a reader of files that shares no code with what wrote them.
final class Duck {

  private Duck() {}

  /// The rows of a query in which `?` stands for a file's name, by the names of their columns.
  static List<Map<String, @Nullable Object>> query(String sql, Path file) throws SQLException {
    try (var duck = DriverManager.getConnection("jdbc:duckdb:");
        var setting = duck.createStatement()) {
      setting.execute("set enable_geoparquet_conversion = false");
      try (var statement = duck.prepareStatement(sql.replace("?", "'" + file + "'"));
          var found = statement.executeQuery()) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        while (found.next()) {
          var row = new LinkedHashMap<String, @Nullable Object>();
          for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
            row.put(found.getMetaData().getColumnName(i), plain(found.getObject(i)));
          }
          rows.add(row);
        }
        return rows;
      }
    }
  }

  private static @Nullable Object plain(@Nullable Object value) throws SQLException {
    return switch (value) {
      case Blob blob -> blob.getBytes(1, Math.toIntExact(blob.length()));
      case Array array -> Arrays.asList((Object[]) array.getArray());
      case null -> null;
      default -> value;
    };
  }
}
