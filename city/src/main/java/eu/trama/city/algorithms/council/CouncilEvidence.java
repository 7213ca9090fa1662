package eu.trama.city.algorithms.council;

import eu.trama.city.algorithms.EvidenceSource;
import eu.trama.city.algorithms.EvidenceState;
import eu.trama.city.algorithms.SystemId;
import eu.trama.city.twin.Digest;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// The opinion of the council as evidence: the result of the last session that was closed. It was
/// made by everybody who voted.
@Component
class CouncilEvidence implements EvidenceSource {

  private static final String KIND = "council";

  private final CouncilTables tables;

  CouncilEvidence(CouncilTables tables) {
    this.tables = tables;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(KIND);
  }

  @Override
  public String madeAt(SystemId id, String evidenceKind) {
    return "/algorithms/council";
  }

  @Override
  public Optional<EvidenceState> current(SystemId id, String evidenceKind) {
    return tables.lastOf(id.value()).map(session -> opinion(session, id));
  }

  private static EvidenceState opinion(Session session, SystemId id) {
    Session.Item item =
        session.items().stream()
            .filter(i -> i.system().equals(id.value()))
            .findFirst()
            .orElseThrow();
    Ballot ballot = session.ballot(item);
    String all =
        String.join(
            "\n",
            String.valueOf(session.id()),
            item.system(),
            item.version(),
            item.question(),
            session.minutes(),
            new TreeMap<>(item.votes()).toString(),
            ballot.toString());
    return new EvidenceState(
        String.join(" ", item.votes().keySet()),
        Digest.hex(all),
        ballot.passed(),
        Optional.empty(),
        ballot.inFavour() + "-" + ballot.against() + "-" + ballot.abstained(),
        session.closed().orElseThrow(),
        "/algorithms/council/" + session.id());
  }
}
