package eu.trama.engines.records.copybook;

import eu.trama.engines.records.findings.Findings;
import java.util.Optional;

/// What came of reading a copybook.
///
/// @param copybook present where nothing in it was wrong enough to make places uncertain
/// @param findings errors and warnings with line and column
public record CopybookReading(Optional<Copybook> copybook, Findings findings) {
  /// The copybook.
  ///
  /// @throws IllegalArgumentException with the first findings where there is none
  public Copybook orThrow() {
    return copybook.orElseThrow(
        () -> new IllegalArgumentException("no copybook: " + findings.kept()));
  }
}
