package eu.trama.city.algorithms.screening;

import eu.trama.city.algorithms.EvidenceSource;
import eu.trama.city.algorithms.EvidenceState;
import eu.trama.city.algorithms.RiskClass;
import eu.trama.city.algorithms.SystemId;
import eu.trama.city.identity.CurrentPerson;
import eu.trama.city.identity.Needs;
import eu.trama.city.identity.Role;
import eu.trama.city.twin.Digest;
import eu.trama.city.twin.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/// Screenings of systems. The last one of a system is the evidence for its gates.
@Service
public class Screenings implements EvidenceSource {

  private static final String KIND = "screening";

  private final JdbcClient jdbc;
  private final CurrentPerson current;
  private final Clock clock;
  private final Proposals proposals;

  Screenings(DataSource source, CurrentPerson current, Clock clock, Proposals proposals) {
    this.jdbc = JdbcClient.create(source);
    this.current = current;
    this.clock = clock;
    this.proposals = proposals;
  }

  /// Attaches a way that has ended to a system of the register.
  ///
  /// @throws IllegalArgumentException when questions are left
  @Needs({Role.PLANNER, Role.PROCUREMENT, Role.AUDITOR, Role.CASEWORKER})
  public Screening attach(SystemId system, Walk walk) {
    var conclusion =
        walk.conclusion().orElseThrow(() -> new IllegalArgumentException("questions are left"));
    String me =
        current
            .person()
            .orElseThrow(() -> new AccessDeniedException("whoever screens is signed in"))
            .id();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var all = new TreeMap<String, Object>();
    all.put("system", system.value());
    all.put("tree", walk.tree().hash());
    all.put("answers", walk.keys());
    all.put("conclusion", conclusion.id());
    all.put("by", me);
    all.put("at", now.toString());
    var screening =
        new Screening(
            system,
            walk.tree().id(),
            walk.tree().version(),
            walk.tree().hash(),
            walk.keys(),
            conclusion.id(),
            conclusion.risk(),
            me,
            now,
            Digest.hex(Json.write(all)));
    jdbc.sql(
            """
            insert into algorithms.screening (system, tree, tree_version, tree_hash, answers,
              conclusion, risk, by_person, at, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            system.value(),
            screening.tree(),
            screening.treeVersion(),
            screening.treeHash(),
            screening.answers().toArray(new String[0]),
            screening.conclusion(),
            screening.risk().key(),
            me,
            Timestamp.from(now),
            screening.hash())
        .update();
    return screening;
  }

  /// Answers that the platform's authors propose for one of its own systems.
  Optional<List<String>> proposed(String system) {
    return SystemId.FORM.matcher(system).matches()
        ? proposals.of(new SystemId(system))
        : Optional.empty();
  }

  /// The one that counts now.
  public Optional<Screening> latest(SystemId system) {
    return jdbc.sql("select * from algorithms.screening where system = ? order by id desc limit 1")
        .param(system.value())
        .query(Screenings::screening)
        .optional();
  }

  private static Screening screening(ResultSet row, int number) throws SQLException {
    return new Screening(
        new SystemId(row.getString("system")),
        row.getString("tree"),
        row.getString("tree_version"),
        row.getString("tree_hash"),
        List.of((String[]) row.getArray("answers").getArray()),
        row.getString("conclusion"),
        RiskClass.ofKey(row.getString("risk")).orElseThrow(),
        row.getString("by_person"),
        row.getTimestamp("at").toInstant(),
        row.getString("hash"));
  }

  @Override
  public Set<String> kinds() {
    return Set.of(KIND);
  }

  /// Where the platform's authors propose answers, the page begins at their end, to be gone
  /// through.
  @Override
  public String madeAt(SystemId id, String evidenceKind) {
    String proposed = proposals.of(id).map(keys -> "&so-far=" + String.join(".", keys)).orElse("");
    return "/algorithms/screening?system=" + id + proposed;
  }

  @Override
  public Optional<EvidenceState> current(SystemId id, String evidenceKind) {
    return evidenceKind.equals(KIND)
        ? latest(id)
            .map(s ->
                new EvidenceState(
                    s.by(),
                    s.hash(),
                    s.risk() != RiskClass.UNACCEPTABLE,
                    Optional.of(s.risk()),
                    s.conclusion(),
                    s.at(),
                    "/algorithms/" + s.system() + "/screening"))
        : Optional.empty();
  }
}
