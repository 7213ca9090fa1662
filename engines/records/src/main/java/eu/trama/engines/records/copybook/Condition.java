package eu.trama.engines.records.copybook;

import java.util.List;

/// A condition name (level 88): values of a field that have a name.
///
/// @param name as declared
/// @param ranges what it stands for
public record Condition(String name, List<Range> ranges) {
  /// One value, or all from the first to the last.
  ///
  /// @param from as written, a literal after its opening quote mark, such as `"P` or `10`
  /// @param to the same for a single value
  public record Range(String from, String to) {}
}
