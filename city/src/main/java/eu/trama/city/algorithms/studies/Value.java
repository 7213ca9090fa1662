package eu.trama.city.algorithms.studies;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a question was answered with.
public sealed interface Value {

  /// One text: typed, or the value of a choice.
  record One(String text) implements Value {
    @Override
    public boolean empty() {
      return text.isEmpty();
    }

    @Override
    public List<Value> parts() {
      return List.of(this);
    }

    @Override
    public boolean same(Value other) {
      return switch (other) {
        case One(String their) ->
            text.strip().toLowerCase(Locale.ROOT).equals(their.strip().toLowerCase(Locale.ROOT));
        case Several several -> several.same(this);
      };
    }
  }

  /// The values of the choices that were made.
  record Several(List<Value> values) implements Value {
    public Several {
      values = List.copyOf(values);
    }

    @Override
    public boolean empty() {
      return values.isEmpty();
    }

    @Override
    public List<Value> parts() {
      return values;
    }

    /// In any order.
    @Override
    public boolean same(Value other) {
      if (!(other instanceof Several(List<Value> theirs)) || theirs.size() != values.size()) {
        return false;
      }
      return values.stream().allMatch(v -> theirs.stream().anyMatch(v::same))
          && theirs.stream().allMatch(v -> values.stream().anyMatch(v::same));
    }

    @Override
    public String text() {
      return values.stream().map(Value::text).collect(Collectors.joining(","));
    }
  }

  boolean empty();

  /// It, or each of several.
  List<Value> parts();

  boolean same(Value other);

  /// As one text.
  String text();

  static Value of(String text) {
    return new One(text);
  }

  static Value of(List<String> texts) {
    return new Several(texts.stream().<Value>map(One::new).toList());
  }
}
