package eu.trama.city.algorithms.studies;

import eu.trama.city.algorithms.EvidenceSource;
import eu.trama.city.algorithms.EvidenceState;
import eu.trama.city.algorithms.SystemId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Submitted studies as evidence for gates: of each kind the last one counts.
@Component
class StudyEvidence implements EvidenceSource {

  private static final Map<String, String> QUESTIONNAIRES =
      Map.of(
          "study", Questionnaires.IMPACT,
          "dpia", Questionnaires.DATA_PROTECTION,
          "rights-study", Questionnaires.FUNDAMENTAL_RIGHTS);

  private final Studies studies;

  StudyEvidence(Studies studies) {
    this.studies = studies;
  }

  @Override
  public Set<String> kinds() {
    return QUESTIONNAIRES.keySet();
  }

  @Override
  public String madeAt(SystemId id, String evidenceKind) {
    return "/algorithms/" + id + "/studies";
  }

  @Override
  public Optional<EvidenceState> current(SystemId id, String evidenceKind) {
    return Optional.ofNullable(QUESTIONNAIRES.get(evidenceKind))
        .flatMap(name -> studies.counting(id, name))
        .flatMap(study ->
            study
                .submitted()
                .map(submitted ->
                    new EvidenceState(
                        study.author(),
                        submitted.hash(),
                        submitted.passed(),
                        Optional.empty(),
                        submitted.conclusion(),
                        submitted.at(),
                        "/algorithms/studies/" + study.id())));
  }
}
