package eu.trama.city.twin;

import java.util.List;

/// An input that cannot be taken, with what is wrong and what to do. Nothing of it was kept.
public final class BadInput extends RuntimeException {

  private final transient List<Finding> findings;

  public BadInput(List<Finding> findings) {
    super(findings.isEmpty() ? "bad input" : findings.getFirst().toString());
    this.findings = List.copyOf(findings);
  }

  public BadInput(Finding finding) {
    this(List.of(finding));
  }

  public List<Finding> findings() {
    return findings;
  }
}
