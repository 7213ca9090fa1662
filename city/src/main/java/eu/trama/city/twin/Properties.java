package eu.trama.city.twin;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/// The typed properties of a feature: names in order, values that are text, whole number, number,
/// flag, or a list of these. Immutable. A number without a fraction is always a whole number, so
/// that equal properties have equal bytes whichever way they travelled.
public record Properties(SortedMap<String, Object> values) {

  private static final double LARGEST_EXACT =
      9_007_199_254_740_992.0; // 2^53, whole numbers exact in a double

  public static final Properties NONE = new Properties(Collections.emptySortedMap());

  public Properties {
    var normal = new TreeMap<String, Object>();
    values.forEach((name, value) -> normal.put(name, normal(name, value)));
    values = Collections.unmodifiableSortedMap(normal);
  }

  public static Properties of(Map<String, ?> values) {
    return new Properties(new TreeMap<>(values));
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).map(Object::toString);
  }

  /// The text of a property that the layer's schema requires.
  public String requireText(String name) {
    return text(name).orElseThrow(() -> new IllegalStateException("no property " + name));
  }

  public OptionalDouble number(String name) {
    return values.get(name) instanceof Number number
        ? OptionalDouble.of(number.doubleValue())
        : OptionalDouble.empty();
  }

  public boolean flag(String name) {
    return Boolean.TRUE.equals(values.get(name));
  }

  /// The elements of a list property as text; empty when there is none.
  public List<String> texts(String name) {
    return values.get(name) instanceof List<?> list
        ? list.stream().map(Object::toString).toList()
        : List.of();
  }

  /// The elements of a list property as numbers; empty when there is none.
  public double[] numbers(String name) {
    return values.get(name) instanceof List<?> list
        ? list.stream().mapToDouble(each -> ((Number) each).doubleValue()).toArray()
        : new double[0];
  }

  public Properties with(String name, Object value) {
    var changed = new TreeMap<>(values);
    changed.put(name, value);
    return new Properties(changed);
  }

  /// These properties with those of `change` in place of their namesakes.
  public Properties changedBy(Properties change) {
    var changed = new TreeMap<>(values);
    changed.putAll(change.values);
    return new Properties(changed);
  }

  private static Object normal(String name, Object value) {
    return switch (value) {
      case String text -> text;
      case Boolean flag -> flag;
      case Integer whole -> (long) whole;
      case Long whole -> whole;
      case Number number -> number(name, number.doubleValue());
      case Collection<?> list -> list.stream().map(each -> element(name, each)).toList();
      default ->
          throw new IllegalArgumentException(
              "property " + name + " has a value of unknown type " + value.getClass().getName());
    };
  }

  private static Object element(String name, Object value) {
    if (value instanceof Collection<?>) {
      throw new IllegalArgumentException("property " + name + " has a list within a list");
    }
    return normal(name, value);
  }

  private static Object number(String name, double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("property " + name + " is not a finite number: " + number);
    }
    boolean whole = number == Math.rint(number) && Math.abs(number) <= LARGEST_EXACT;
    return whole ? (Object) (long) number : (Object) number;
  }
}
