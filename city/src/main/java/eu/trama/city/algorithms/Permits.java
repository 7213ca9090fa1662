package eu.trama.city.algorithms;

/// Leave for a model or a rule set to act on people. Ask before each use, and keep no permit: an
/// auditor's stop holds from the next question on, on every server.
///
/// ```java
/// Permit permit = permits.ask(new SystemId("transport-card"), codeHash);
/// ```
///
/// Models of the twin compute about areas; they are registered, and ask for no permit.
public interface Permits {

  /// @param codeHash SHA-256 in hex of the code that is about to run; code that was not examined
  ///   suspends the system
  /// @throws PermitRefused where stage, gates, entry, evidence and code do not agree
  Permit ask(SystemId system, String codeHash);
}
