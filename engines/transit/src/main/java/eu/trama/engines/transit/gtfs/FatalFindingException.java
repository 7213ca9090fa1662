package eu.trama.engines.transit.gtfs;

import eu.trama.engines.transit.findings.Finding;
import eu.trama.engines.transit.findings.Finding.Severity;

/// Ends the reading of a feed; the reader turns it into the finding that it carries.
final class FatalFindingException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Finding finding;

  FatalFindingException(
      String code, String file, long line, String field, String value, String advice) {
    super(code);
    this.finding = new Finding(code, Severity.ERROR, file, line, field, value, advice);
  }

  Finding finding() {
    return finding;
  }
}
