package eu.trama.city.algorithms;

import eu.trama.city.web.Words;

/// A system may not act on people now. Nothing has been decided.
public final class PermitRefused extends RuntimeException {

  private final transient SystemId system;
  private final String reason;
  private final String gate;
  private final transient Texts gateTitle;

  /// @param reason for programs, such as `suspended` or `gate-unsigned`
  /// @param gate id of the gate that is missing; empty where none is
  public PermitRefused(SystemId system, String reason, String gate, Texts gateTitle) {
    super(system + " may not run: " + reason + (gate.isEmpty() ? "" : " " + gate));
    this.system = system;
    this.reason = reason;
    this.gate = gate;
    this.gateTitle = gateTitle;
  }

  public SystemId system() {
    return system;
  }

  public String reason() {
    return reason;
  }

  /// Id of the missing gate; empty where it is about none.
  public String gate() {
    return gate;
  }

  /// The refusal in plain words.
  public String say(Words words) {
    return words.say("algorithms.refused." + reason, gateTitle.in(words.language()));
  }
}
