package eu.trama.engines.records.copybook;

import java.util.List;
import java.util.Optional;

/// A table.
///
/// @param least fewest occurrences; equal to `most` for a table of fixed length
/// @param most most occurrences
/// @param dependingOn name of the count, and after it the groups that qualify it; empty for a table
///   of fixed length
/// @param indexes names that INDEXED BY declares
public record Occurs(
    int least, int most, Optional<List<String>> dependingOn, List<String> indexes) {
  public boolean variable() {
    return dependingOn.isPresent();
  }
}
