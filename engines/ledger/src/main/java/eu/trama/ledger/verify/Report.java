package eu.trama.ledger.verify;

import eu.trama.ledger.note.Checkpoint;
import java.util.List;
import java.util.Optional;

/// What came of looking at a whole log.
///
/// @param head the head that everything was held against; empty where none could be read
/// @param entries how many entries were hashed
/// @param findings what is wrong; empty where nothing is
public record Report(Optional<Checkpoint> head, long entries, List<Finding> findings) {

  public Report {
    findings = List.copyOf(findings);
  }

  public boolean sound() {
    return findings.isEmpty();
  }
}
