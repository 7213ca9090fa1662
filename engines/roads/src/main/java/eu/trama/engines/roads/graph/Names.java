package eu.trama.engines.roads.graph;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Names of streets, made into texts when somebody asks.
///
/// @param first first byte of each name, with one entry more than names
/// @param bytes all names in UTF-8, one after the other
public record Names(Column first, Column bytes) {
  static Names of(List<String> names) {
    int[] first = new int[names.size() + 1];
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < names.size(); i++) {
      all.writeBytes(names.get(i).getBytes(StandardCharsets.UTF_8));
      first[i + 1] = all.size();
    }
    return new Names(Column.of(first), Column.of(all.toByteArray()));
  }

  public String get(int name) {
    int start = first.integer(name);
    byte[] text =
        bytes
            .bytes()
            .asSlice(start, first.integer(name + 1) - start)
            .toArray(ValueLayout.JAVA_BYTE);
    return new String(text, StandardCharsets.UTF_8);
  }
}
