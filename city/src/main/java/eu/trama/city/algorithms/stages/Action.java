package eu.trama.city.algorithms.stages;

/// What somebody wants to do with a system.
public sealed interface Action {

  /// Says what the system is; who says so is of its team from then on.
  ///
  /// @param people whether it acts on people, rather than on areas
  record Describe(Origin origin, boolean people) implements Action {}

  /// A new version of the code.
  record Renew(String codeHash, String label) implements Action {}

  /// Signs a gate.
  record Sign(String gate, Evidence evidence) implements Action {}

  /// Goes to another stage.
  record Advance(Stage to) implements Action {}

  /// Stops the system at once.
  record Suspend(String reason) implements Action {}

  /// Lets it go on.
  record Resume(String reason) implements Action {}
}
