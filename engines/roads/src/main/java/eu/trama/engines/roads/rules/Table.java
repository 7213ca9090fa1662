package eu.trama.engines.roads.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A small table of the engine's own: fields without quotes, lines with `#` are remarks, and the
/// first `keys` columns name a row.
final class Table {
  private final Map<String, List<String>> rows = new HashMap<>();
  private final List<String> header;

  /// Reads a resource beside this class.
  Table(String name, int keys) {
    try (InputStream in = Table.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      List<String> first = List.of();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("#") || line.isBlank()) {
          continue;
        }
        List<String> fields = List.of(line.split(",", -1));
        if (first.isEmpty()) {
          first = fields;
        } else if (fields.size() != first.size()
            || rows.put(String.join("=", fields.subList(0, keys)), fields) != null) {
          throw new IllegalStateException(name + " has a bad row: " + line);
        }
      }
      header = first;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Nullable Row row(String key) {
    List<String> fields = rows.get(key);
    return fields == null ? null : new Row(header, fields);
  }

  /// One row, asked by column.
  record Row(List<String> header, List<String> fields) {
    String text(String column) {
      return fields.get(header.indexOf(column));
    }

    double number(String column) {
      return Double.parseDouble(text(column));
    }

    Permission permission(String column) {
      return Permission.of(text(column));
    }
  }
}
