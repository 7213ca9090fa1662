package eu.trama.city.algorithms.register;

import eu.trama.city.algorithms.EvidenceSource;
import eu.trama.city.algorithms.EvidenceState;
import eu.trama.city.algorithms.SystemId;
import eu.trama.city.twin.Digest;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The register's own evidence: that an entry is public. What is published is complete, see
/// [Register#publish]; a later edition of the text leaves the gate open.
@Component
class EntryEvidence implements EvidenceSource {

  static final String KIND = "register";

  private final JdbcClient jdbc;

  EntryEvidence(DataSource source) {
    this.jdbc = JdbcClient.create(source);
  }

  @Override
  public Set<String> kinds() {
    return Set.of(KIND);
  }

  @Override
  public String madeAt(SystemId id, String evidenceKind) {
    return "/algorithms/" + id + "#publish";
  }

  @Override
  public Optional<EvidenceState> current(SystemId id, String evidenceKind) {
    return jdbc.sql(
            """
            select at from algorithms.event where system = ? and kind = 'published'
            order by seq limit 1
            """)
        .param(id.value())
        .query((row, n) ->
            new EvidenceState(
                "",
                Digest.hex("published " + id),
                true,
                Optional.empty(),
                "published",
                row.getObject("at", OffsetDateTime.class).toInstant(),
                "/algorithms/" + id))
        .optional();
  }
}
