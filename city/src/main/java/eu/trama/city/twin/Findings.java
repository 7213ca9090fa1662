package eu.trama.city.twin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Gathers findings: keeps the first of each code and counts them all, so that a file with a
/// million faults is told in a page. Not safe for use by several threads.
public final class Findings implements Consumer<Finding> {

  private static final int KEPT_OF_EACH_CODE = 20;

  private final List<Finding> kept = new ArrayList<>();
  private final SortedMap<String, Integer> counts = new TreeMap<>();
  private int errors;

  @Override
  public void accept(Finding finding) {
    int count = counts.merge(finding.code(), 1, Integer::sum);
    if (count <= KEPT_OF_EACH_CODE) {
      kept.add(finding);
    }
    if (finding.severity() == Finding.Severity.ERROR) {
      errors++;
    }
  }

  public boolean hasErrors() {
    return errors > 0;
  }

  public List<Finding> kept() {
    return Collections.unmodifiableList(kept);
  }

  /// How many there were of each code, those not kept included.
  public SortedMap<String, Integer> counts() {
    return Collections.unmodifiableSortedMap(counts);
  }
}
