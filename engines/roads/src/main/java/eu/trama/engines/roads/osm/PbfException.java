package eu.trama.engines.roads.osm;

import eu.trama.engines.roads.findings.Finding;
import eu.trama.engines.roads.findings.Finding.Severity;

/// Reading cannot go on. Never leaves the reader: it becomes the last finding.
final class PbfException extends Exception {
  private static final long serialVersionUID = 1;

  private final String code;
  private final String value;
  private final String advice;

  PbfException(String code, String value, String advice) {
    super(code + ": " + value);
    this.code = code;
    this.value = value;
    this.advice = advice;
  }

  static PbfException damaged(String what) {
    return new PbfException(
        "damaged", what, "the file is damaged or was cut off; fetch it again and compare its size");
  }

  Finding at(String place) {
    return new Finding(code, Severity.ERROR, place, value, advice);
  }
}
