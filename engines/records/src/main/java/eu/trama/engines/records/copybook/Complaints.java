package eu.trama.engines.records.copybook;

import eu.trama.engines.records.findings.Finding;
import eu.trama.engines.records.findings.Finding.Severity;
import eu.trama.engines.records.findings.Findings;

/// Findings about a place in source text.
record Complaints(Findings findings) {
  void error(String code, Place place, String value, String advice) {
    add(code, Severity.ERROR, place, value, advice);
  }

  void warning(String code, Place place, String value, String advice) {
    add(code, Severity.WARNING, place, value, advice);
  }

  private void add(String code, Severity severity, Place place, String value, String advice) {
    findings.add(
        new Finding(code, severity, place.source(), place.line(), place.column(), value, advice));
  }
}
