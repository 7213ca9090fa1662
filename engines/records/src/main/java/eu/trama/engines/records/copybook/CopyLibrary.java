package eu.trama.engines.records.copybook;

import java.util.Optional;

/// Finds the text that a COPY statement names.
@FunctionalInterface
public interface CopyLibrary {
  /// A library without members.
  CopyLibrary NONE = (member, library) -> Optional.empty();

  /// Text of a member; empty when there is none.
  ///
  /// @param member as written, without quotes
  /// @param library after OF or IN, or empty
  Optional<String> text(String member, String library);
}
