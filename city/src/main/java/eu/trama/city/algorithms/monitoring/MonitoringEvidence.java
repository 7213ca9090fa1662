package eu.trama.city.algorithms.monitoring;

import eu.trama.city.algorithms.EvidenceSource;
import eu.trama.city.algorithms.EvidenceState;
import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.stages.Actor;
import eu.trama.city.twin.Digest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Evidence for the reviews that a system in operation needs: `monitoring`, which passes with
/// figures of which none is beyond its limit, and `incidents`, which passes when all are closed.
@Component
class MonitoringEvidence implements EvidenceSource {

  static final String FIGURES = "monitoring";
  static final String INCIDENTS = "incidents";

  /// An evaluation that is older says nothing of today: the clock's own comes each day.
  private static final Duration STALE = Duration.ofDays(7);

  private final EvaluationTables evaluations;
  private final IncidentTables incidents;
  private final Clock clock;

  MonitoringEvidence(EvaluationTables evaluations, IncidentTables incidents, Clock clock) {
    this.evaluations = evaluations;
    this.incidents = incidents;
    this.clock = clock;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(FIGURES, INCIDENTS);
  }

  @Override
  public Optional<EvidenceState> current(SystemId id, String evidenceKind) {
    return evidenceKind.equals(FIGURES) ? figures(id) : Optional.of(incidents(id));
  }

  private Optional<EvidenceState> figures(SystemId id) {
    return evaluations
        .latest(id)
        .map(e -> {
          boolean fresh = e.at().isAfter(clock.instant().minus(STALE));
          String conclusion =
              !fresh ? "stale" : e.passed() ? "held" : e.broken().isEmpty() ? "few" : "broken";
          return new EvidenceState(
              Actor.MACHINE.person(),
              e.hash(),
              fresh && e.passed(),
              Optional.empty(),
              conclusion,
              e.at(),
              "/algorithms/" + id + "/monitoring");
        });
  }

  private EvidenceState incidents(SystemId id) {
    List<Incident> all = incidents.of(id);
    boolean closed = all.stream().allMatch(Incident::closed);
    var seen = new StringBuilder("incidents of " + id);
    all.forEach(i -> seen.append('\n').append(i.id()).append(' ').append(i.state()));
    return new EvidenceState(
        Actor.MACHINE.person(),
        Digest.hex(seen.toString()),
        closed,
        Optional.empty(),
        closed ? "closed" : "open",
        clock.instant(),
        "/algorithms/" + id + "/monitoring");
  }
}
