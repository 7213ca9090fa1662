package eu.trama.engines.records.findings;

import eu.trama.engines.records.findings.Finding.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Collects findings: keeps the first so many, counts all. Not for use by several threads.
public final class Findings {
  private final int mostKept;
  private final List<Finding> kept = new ArrayList<>();
  private final Map<String, Long> counts = new TreeMap<>();
  private long errors;

  public Findings(int mostKept) {
    this.mostKept = mostKept;
  }

  public void add(Finding finding) {
    counts.merge(finding.code(), 1L, Long::sum);
    if (finding.severity() == Severity.ERROR) {
      errors++;
    }
    if (kept.size() < mostKept) {
      kept.add(finding);
    }
  }

  /// The first findings, in the order in which they were met.
  public List<Finding> kept() {
    return List.copyOf(kept);
  }

  /// How often each code was met, those not kept included, sorted by code.
  public Map<String, Long> counts() {
    return Collections.unmodifiableMap(counts);
  }

  public long errors() {
    return errors;
  }
}
