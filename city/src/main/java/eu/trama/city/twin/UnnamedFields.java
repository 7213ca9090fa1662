package eu.trama.city.twin;

import eu.trama.city.twin.Field.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;

/// Finds out which properties features have that no schema names, and of what type they are. Values
/// of several types are text.
final class UnnamedFields {

  /// To be completed with the condition that chooses the features.
  static final String SQL =
      """
      select p.key, array_agg(distinct case
          when jsonb_typeof(p.value) = 'number' and p.value::text ~ '^-?[0-9]{1,18}$' then 'whole'
          when jsonb_typeof(p.value) = 'array' then 'array of ' || coalesce((
            select string_agg(distinct jsonb_typeof(e), ' and ') from jsonb_array_elements(p.value) e), 'nothing')
          else jsonb_typeof(p.value) end) as types
      from twin.feature, jsonb_each(properties) p where %s
      group by p.key order by p.key collate "C"
      """;

  private UnnamedFields() {}

  static Field field(ResultSet row) throws SQLException {
    var types = Set.copyOf(Arrays.asList((String[]) row.getArray("types").getArray()));
    return Field.optional(row.getString("key"), type(types));
  }

  private static Type type(Set<String> found) {
    if (found.equals(Set.of("whole"))) {
      return Type.WHOLE;
    }
    if (Set.of("whole", "number").containsAll(found)) {
      return Type.NUMBER;
    }
    if (found.equals(Set.of("boolean"))) {
      return Type.FLAG;
    }
    if (Set.of("array of number", "array of nothing").containsAll(found)) {
      return Type.NUMBERS;
    }
    if (Set.of("array of string", "array of nothing").containsAll(found)) {
      return Type.TEXTS;
    }
    return Type.TEXT;
  }
}
