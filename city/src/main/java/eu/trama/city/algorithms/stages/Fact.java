package eu.trama.city.algorithms.stages;

import java.time.Instant;

/// Something that happened to a system. Its state is what follows from all of these in order.
public sealed interface Fact {

  record Described(Origin origin, boolean people, String person) implements Fact {}

  record Renewed(String codeHash, String label, String person, Instant at) implements Fact {}

  record Signed(Signature signature) implements Fact {}

  record Moved(Stage from, Stage to) implements Fact {}

  record Suspended(Cause cause, String reason) implements Fact {}

  record Resumed(String reason) implements Fact {}

  /// Why a system stands still.
  enum Cause {
    /// Somebody stopped it.
    PERSON,
    /// The code that asked to run is not the code that was examined.
    CODE,
    /// A figure that is watched in operation is beyond its limit.
    THRESHOLD
  }
}
