package eu.trama.city.algorithms.studies;

import java.util.Arrays;
import java.util.Optional;

/// What a questionnaire of the city may stand for at a gate.
public enum StandsFor {
  /// For nothing: its studies are kept and shown, and no gate asks for them.
  NOTHING("none"),
  /// Impact studies.
  STUDY("study"),
  /// Data-protection assessments.
  DATA_PROTECTION("dpia"),
  /// Fundamental-rights studies.
  RIGHTS("rights-study");

  private final String key;

  StandsFor(String key) {
    this.key = key;
  }

  /// As the protocol calls this kind of evidence.
  public String key() {
    return key;
  }

  static Optional<StandsFor> of(String key) {
    return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
  }
}
