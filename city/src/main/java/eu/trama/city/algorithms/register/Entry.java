package eu.trama.city.algorithms.register;

import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.stages.Dossier;
import eu.trama.city.algorithms.stages.Fact;
import java.util.List;
import java.util.Optional;

/// A system of the register.
///
/// @param record as it was last written
/// @param revision number of that writing
/// @param published what the public sees, if anything was published
/// @param publishedRevision its number; 0 where nothing was
/// @param events all of them, in order
public record Entry(
    SystemId id,
    AlgorithmRecord record,
    int revision,
    Optional<AlgorithmRecord> published,
    int publishedRevision,
    List<Event> events,
    Dossier dossier) {

  static Entry of(
      SystemId id,
      AlgorithmRecord record,
      int revision,
      Optional<AlgorithmRecord> published,
      int publishedRevision,
      List<Event> events) {
    List<Fact> facts = events.stream().flatMap(e -> e.fact().stream()).toList();
    return new Entry(id, record, revision, published, publishedRevision, events, Dossier.of(facts));
  }

  /// What the public sees; what was written where nothing is published.
  public AlgorithmRecord shown() {
    return published.orElse(record);
  }

  /// The label of the code that counts; empty where there is none.
  public String versionLabel() {
    return events.stream()
        .flatMap(e -> e.fact().stream())
        .filter(f -> f instanceof Fact.Renewed)
        .map(f -> ((Fact.Renewed) f).label())
        .reduce("", (before, after) -> after);
  }
}
