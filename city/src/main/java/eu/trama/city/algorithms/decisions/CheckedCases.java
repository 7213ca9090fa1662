package eu.trama.city.algorithms.decisions;

import eu.trama.city.algorithms.SystemId;
import eu.trama.city.identity.CurrentPerson;
import eu.trama.city.identity.Needs;
import eu.trama.city.identity.Role;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Cases that an auditor has checked by hand, for who counts what they found.
@Service
public class CheckedCases {

  private final Cases cases;
  private final CurrentPerson current;

  CheckedCases(Cases cases, CurrentPerson current) {
    this.cases = cases;
    this.current = current;
  }

  /// @param version hash of the code that decided
  /// @param outcome what the system concluded
  /// @param own whether the case is about whoever asks
  /// @param replay whether it was made to check another
  /// @param answers what went in; empty once the person is forgotten
  public record Checked(
      SystemId system,
      String version,
      String outcome,
      boolean own,
      boolean replay,
      Optional<Map<String, String>> answers) {}

  @Needs(Role.AUDITOR)
  public Optional<Checked> find(UUID decision) {
    return cases.find(decision).map(this::checked);
  }

  private Checked checked(Case each) {
    Decision decision = each.decision();
    Optional<String> me = current.person().map(p -> p.id());
    return new Checked(
        decision.system(),
        decision.version(),
        decision.outcome(),
        decision.person().isPresent() && decision.person().equals(me),
        decision.replays().isPresent(),
        each.contents().map(Case.Contents::answers));
  }
}
