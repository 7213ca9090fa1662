package eu.trama.engines.roads.osm;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tags of one element under the keys of [Key]. The reader uses one object again and again: a
/// visitor takes what it needs before it returns.
public final class Tags {
  private final EnumMap<Key, String> values = new EnumMap<>(Key.class);

  /// Tags as given, for examples.
  public static Tags of(Map<String, String> written) {
    Tags tags = new Tags();
    written.forEach((name, value) -> {
      Key key = Key.of(name);
      if (key != null) {
        tags.put(key, value);
      }
    });
    return tags;
  }

  void put(Key key, String value) {
    values.put(key, value);
  }

  void clear() {
    if (!values.isEmpty()) {
      values.clear();
    }
  }

  /// Whether none of the keys is there.
  public boolean isEmpty() {
    return values.isEmpty();
  }

  public @Nullable String get(Key key) {
    return values.get(key);
  }

  /// The value, or an empty text.
  public String text(Key key) {
    String value = values.get(key);
    return value == null ? "" : value;
  }

  public boolean has(Key key) {
    return values.containsKey(key);
  }

  public boolean is(Key key, String value) {
    return value.equals(values.get(key));
  }
}
