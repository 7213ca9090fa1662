package eu.trama.city.algorithms.stages;

import java.util.Locale;

/// Why something is not done.
///
/// @param gate the gate that it is about; empty where it is about none
public record Refusal(Reason reason, String gate) {

  static Refusal of(Reason reason) {
    return new Refusal(reason, "");
  }

  /// The kinds of reasons; each is said in words on the pages.
  public enum Reason {
    UNKNOWN,
    OVER,
    PROHIBITED,
    NO_WAY,
    NO_GATE,
    NO_VERSION,
    NOT_LIVE,
    SUSPENDED,
    THRESHOLD,
    NOT_SUSPENDED,
    CODE_CHANGED,
    GATE_UNSIGNED,
    GATE_OTHER_VERSION,
    GATE_EVIDENCE_CHANGED,
    GATE_OF_TEAM,
    ROLE,
    TEAM_SIGNS,
    TEAM_MADE,
    OWN_EVIDENCE,
    NO_EVIDENCE,
    EVIDENCE_FAILED,
    EVIDENCE_OLDER,
    FIXED,
    NO_REASON;

    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
